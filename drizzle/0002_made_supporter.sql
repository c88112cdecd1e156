ALTER TABLE "donations" ADD COLUMN "made_supporter" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "made_supporter" boolean DEFAULT false NOT NULL;