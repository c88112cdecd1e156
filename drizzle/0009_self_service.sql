CREATE TABLE "gifts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"status" text NOT NULL,
	"supporter_id" uuid,
	"made_supporter" boolean DEFAULT false NOT NULL,
	"stripe_customer_id" text,
	"tier_id" uuid NOT NULL,
	"months" integer NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"returned_minor" bigint DEFAULT 0 NOT NULL,
	"checkout_id" text,
	"checkout_url" text,
	"checkout_expires_at" timestamp with time zone,
	"payment_intent_id" text,
	"attempt_key" text,
	"browser_hash" text,
	"locale" text NOT NULL,
	"country" text,
	"return_to" text,
	"article_id" uuid,
	"ask_id" uuid,
	"ask_variant" text,
	"campaign_id" uuid,
	"referrer_host" text,
	"utm_source" text,
	"utm_medium" text,
	"utm_campaign" text,
	"utm_term" text,
	"utm_content" text,
	"created_at" timestamp with time zone NOT NULL,
	"paid_at" timestamp with time zone,
	"failure_code" text,
	"from_name" text NOT NULL,
	"to_name" text NOT NULL,
	"message" text,
	"delivery" text NOT NULL,
	"recipient_email" text,
	"deliver_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"code_hash" text NOT NULL,
	"claimable_until" timestamp with time zone,
	"claimed_by_id" uuid,
	"claimed_at" timestamp with time zone,
	"starts_at" timestamp with time zone,
	"ends_at" timestamp with time zone,
	"extended_membership_id" uuid,
	"extended_months" integer DEFAULT 0 NOT NULL,
	"extending_to" timestamp with time zone,
	CONSTRAINT "gifts_amount_positive" CHECK ("gifts"."amount_minor" > 0),
	CONSTRAINT "gifts_months" CHECK ("gifts"."months" in (3, 6, 12)),
	CONSTRAINT "gifts_paid_has_instant" CHECK (("gifts"."status" = 'paid') = ("gifts"."paid_at" is not null)),
	CONSTRAINT "gifts_mail_has_address" CHECK ("gifts"."delivery" = 'card' or ("gifts"."recipient_email" is not null and "gifts"."deliver_at" is not null)),
	CONSTRAINT "gifts_claim_whole" CHECK (("gifts"."claimed_at" is null) = ("gifts"."claimed_by_id" is null))
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supporter_id" uuid NOT NULL,
	"tier_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"reason" text NOT NULL,
	"granted_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	"revoked_because" text,
	CONSTRAINT "grants_dates" CHECK ("grants"."ends_at" is null or "grants"."ends_at" > "grants"."starts_at")
);
--> statement-breakpoint
CREATE TABLE "muted_mail_topics" (
	"address_hash" text NOT NULL,
	"topic" text NOT NULL,
	"muted_at" timestamp with time zone NOT NULL,
	"muted_by" text NOT NULL,
	CONSTRAINT "muted_mail_topics_address_hash_topic_pk" PRIMARY KEY("address_hash","topic")
);
--> statement-breakpoint
CREATE TABLE "offers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"code" text,
	"percent_off" integer,
	"amounts_off" jsonb,
	"duration" text,
	"duration_months" integer,
	"trial_days" integer,
	"tier_slugs" text[] NOT NULL,
	"intervals" text[] NOT NULL,
	"is_for_new_patrons" boolean NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone,
	"max_redemptions" integer,
	"executors" jsonb,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"closed_at" timestamp with time zone,
	CONSTRAINT "offers_terms" CHECK (("offers"."kind" <> 'trial' or "offers"."trial_days" is not null)
        and ("offers"."kind" in ('trial', 'promotion_code') or "offers"."trial_days" is null)
        and ("offers"."trial_days" is null) = ("offers"."duration" is not null)
        and ("offers"."kind" = 'promotion_code') = ("offers"."code" is not null)
        and num_nonnulls("offers"."percent_off", "offers"."amounts_off", "offers"."trial_days") = 1
        and ("offers"."duration" is not distinct from 'repeating') = ("offers"."duration_months" is not null)),
	CONSTRAINT "offers_percent" CHECK ("offers"."percent_off" is null or "offers"."percent_off" between 1 and 100)
);
--> statement-breakpoint
CREATE TABLE "retention_uses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"offer_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"accepted_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "passkey_challenges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"challenge" text NOT NULL,
	"purpose" text NOT NULL,
	"browser_hash" text NOT NULL,
	"supporter_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "passkeys" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supporter_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" text NOT NULL,
	"user_handle" text NOT NULL,
	"sign_count" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"is_synced" boolean NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	"suspected_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "email_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supporter_id" uuid NOT NULL,
	"old_email" text NOT NULL,
	"new_email" text NOT NULL,
	"locale" text NOT NULL,
	"session_id" uuid,
	"actor_id" uuid,
	"old_token_hash" text,
	"new_token_hash" text,
	"old_confirmed_at" timestamp with time zone,
	"new_confirmed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"outcome" text,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "donations" ADD COLUMN "is_amount_shown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "donations" ADD COLUMN "hidden_from_wall_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "open_invoice_id" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "open_amount_minor" bigint;--> statement-breakpoint
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
ALTER TABLE "memberships" ADD COLUMN "discount_duration" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "offer_id" uuid;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "reminded_of_charge" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "is_amount_shown" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "hidden_from_wall_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "supporters" ADD COLUMN "postal_address" text;--> statement-breakpoint
ALTER TABLE "supporters" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "supporters" ADD COLUMN "merged_into_id" uuid;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_tier_id_tiers_id_fk" FOREIGN KEY ("tier_id") REFERENCES "public"."tiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_claimed_by_id_supporters_id_fk" FOREIGN KEY ("claimed_by_id") REFERENCES "public"."supporters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "gifts" ADD CONSTRAINT "gifts_extended_membership_id_memberships_id_fk" FOREIGN KEY ("extended_membership_id") REFERENCES "public"."memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_tier_id_tiers_id_fk" FOREIGN KEY ("tier_id") REFERENCES "public"."tiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_uses" ADD CONSTRAINT "retention_uses_offer_id_offers_id_fk" FOREIGN KEY ("offer_id") REFERENCES "public"."offers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_uses" ADD CONSTRAINT "retention_uses_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkey_challenges" ADD CONSTRAINT "passkey_challenges_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passkeys" ADD CONSTRAINT "passkeys_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_changes" ADD CONSTRAINT "email_changes_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "gifts_checkout_key" ON "gifts" USING btree ("checkout_id");--> statement-breakpoint
CREATE UNIQUE INDEX "gifts_payment_intent_key" ON "gifts" USING btree ("payment_intent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "gifts_attempt_key" ON "gifts" USING btree ("attempt_key");--> statement-breakpoint
CREATE UNIQUE INDEX "gifts_code_key" ON "gifts" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "gifts_supporter_idx" ON "gifts" USING btree ("supporter_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "gifts_claimed_by_idx" ON "gifts" USING btree ("claimed_by_id");--> statement-breakpoint
CREATE INDEX "gifts_status_idx" ON "gifts" USING btree ("status");--> statement-breakpoint
CREATE INDEX "gifts_deliver_idx" ON "gifts" USING btree ("deliver_at") WHERE delivered_at is null and status = 'paid' and delivery = 'mail';--> statement-breakpoint
CREATE INDEX "gifts_ends_idx" ON "gifts" USING btree ("ends_at") WHERE ends_at is not null;--> statement-breakpoint
CREATE INDEX "gifts_claimable_idx" ON "gifts" USING btree ("claimable_until") WHERE claimed_at is null and status = 'paid';--> statement-breakpoint
CREATE INDEX "grants_supporter_idx" ON "grants" USING btree ("supporter_id","starts_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "grants_created_idx" ON "grants" USING btree ("created_at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "grants_ends_idx" ON "grants" USING btree ("ends_at") WHERE ends_at is not null and revoked_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "offers_code_key" ON "offers" USING btree ("code") WHERE code is not null and ended_at is null;--> statement-breakpoint
CREATE INDEX "offers_kind_idx" ON "offers" USING btree ("kind","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "retention_uses_membership_idx" ON "retention_uses" USING btree ("membership_id","accepted_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "passkey_challenges_challenge_key" ON "passkey_challenges" USING btree ("challenge");--> statement-breakpoint
CREATE INDEX "passkey_challenges_expires_idx" ON "passkey_challenges" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "passkeys_credential_key" ON "passkeys" USING btree ("credential_id");--> statement-breakpoint
CREATE INDEX "passkeys_supporter_idx" ON "passkeys" USING btree ("supporter_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_old_token_key" ON "email_changes" USING btree ("old_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_new_token_key" ON "email_changes" USING btree ("new_token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "email_changes_open_key" ON "email_changes" USING btree ("supporter_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "email_changes_supporter_idx" ON "email_changes" USING btree ("supporter_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "email_changes_new_email_idx" ON "email_changes" USING btree ("new_email");--> statement-breakpoint
CREATE INDEX "email_changes_expires_idx" ON "email_changes" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_next_tier_id_tiers_id_fk" FOREIGN KEY ("next_tier_id") REFERENCES "public"."tiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "donations_wall_idx" ON "donations" USING btree ("paid_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE status = 'paid' and not is_anonymous and display_name is not null;--> statement-breakpoint
CREATE INDEX "donations_unnamed_idx" ON "donations" USING btree ("paid_at") WHERE status = 'paid' and returned_minor < amount_minor and (is_anonymous or display_name is null or hidden_from_wall_at is not null);--> statement-breakpoint
CREATE INDEX "memberships_renewal_idx" ON "memberships" USING btree ("current_period_end") WHERE "memberships"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "memberships_past_due_idx" ON "memberships" USING btree ("past_due_since") WHERE past_due_since is not null;--> statement-breakpoint
CREATE INDEX "memberships_card_expiry_idx" ON "memberships" USING btree ("card_exp_year","card_exp_month") WHERE ended_at is null and card_exp_year is not null;--> statement-breakpoint
CREATE INDEX "memberships_paused_until_idx" ON "memberships" USING btree ("paused_until","id") WHERE paused_until is not null;--> statement-breakpoint
CREATE INDEX "memberships_wall_idx" ON "memberships" USING btree ("tier_id","started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE started_at is not null and ended_at is null and not is_anonymous and display_name is not null;--> statement-breakpoint
CREATE INDEX "memberships_named_idx" ON "memberships" USING btree ("started_at" DESC NULLS FIRST,"id" DESC NULLS FIRST) WHERE started_at is not null and ended_at is null and not is_anonymous and display_name is not null;--> statement-breakpoint
CREATE INDEX "memberships_unnamed_idx" ON "memberships" USING btree ("tier_id","status","paid_until","returned_until","current_period_end") WHERE started_at is not null and ended_at is null and (is_anonymous or display_name is null or hidden_from_wall_at is not null);--> statement-breakpoint
CREATE INDEX "memberships_offer_idx" ON "memberships" USING btree ("offer_id") WHERE offer_id is not null;--> statement-breakpoint
CREATE INDEX "supporters_merged_into_idx" ON "supporters" USING btree ("merged_into_id") WHERE merged_into_id is not null;