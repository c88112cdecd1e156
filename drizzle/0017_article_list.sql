-- Until now only what readers were told of was kept.
UPDATE "articles" SET "edited_at" = "updated_at";
