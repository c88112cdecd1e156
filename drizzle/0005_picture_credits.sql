ALTER TABLE "pictures" ALTER COLUMN "credit" SET DATA TYPE jsonb USING jsonb_build_object('en', "credit", 'uk', "credit");
