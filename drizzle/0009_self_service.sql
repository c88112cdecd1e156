ALTER TABLE "donations" ADD COLUMN "is_amount_shown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "donations" ADD COLUMN "hidden_from_wall_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "open_invoice_id" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "payment_trouble" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "payment_attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "next_attempt_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "card_brand" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "card_last4" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "card_exp_month" integer;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "card_exp_year" integer;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "paused_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "stripe_schedule_id" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "next_tier_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "next_amount_minor" bigint;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "next_interval" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "next_change_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "discount_percent" integer;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "discount_minor" bigint;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "discount_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "is_amount_shown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "hidden_from_wall_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "supporters" ADD COLUMN "postal_address" text;--> statement-breakpoint
ALTER TABLE "supporters" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "supporters" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_next_tier_id_tiers_id_fk" FOREIGN KEY ("next_tier_id") REFERENCES "public"."tiers"("id") ON DELETE no action ON UPDATE no action;