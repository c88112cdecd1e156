CREATE TABLE "dispute_drafts" (
	"stripe_dispute_id" text PRIMARY KEY NOT NULL,
	"texts" jsonb NOT NULL,
	"revision" integer NOT NULL,
	"saved_revision" integer DEFAULT 0 NOT NULL,
	"submitted_at" timestamp with time zone,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dispute_files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"stripe_dispute_id" text NOT NULL,
	"field" text NOT NULL,
	"filename" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"content" "bytea",
	"stripe_file_id" text,
	"added_by" uuid NOT NULL,
	"added_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "price_migration_members" (
	"migration_id" uuid NOT NULL,
	"membership_id" uuid NOT NULL,
	"from_minor" bigint NOT NULL,
	"to_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"interval" text NOT NULL,
	"status" text NOT NULL,
	"problem" text,
	"tries" integer DEFAULT 0 NOT NULL,
	"told_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"settled_at" timestamp with time zone,
	CONSTRAINT "price_migration_members_migration_id_membership_id_pk" PRIMARY KEY("migration_id","membership_id"),
	CONSTRAINT "price_migration_members_raised" CHECK ("price_migration_members"."to_minor" > "price_migration_members"."from_minor")
);
--> statement-breakpoint
CREATE TABLE "price_migrations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tier_id" uuid NOT NULL,
	"minimums" jsonb NOT NULL,
	"notice_days" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"called_off_at" timestamp with time zone,
	CONSTRAINT "price_migrations_notice_positive" CHECK ("price_migrations"."notice_days" > 0)
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"payment_id" uuid NOT NULL,
	"stripe_charge_id" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"status" text NOT NULL,
	"refusal" text,
	"stripe_refund_id" text,
	"attempt_key" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "refunds_amount_positive" CHECK ("refunds"."amount_minor" > 0),
	CONSTRAINT "refunds_made_has_id" CHECK (("refunds"."status" = 'made') = ("refunds"."stripe_refund_id" is not null)),
	CONSTRAINT "refunds_refused_has_word" CHECK (("refunds"."status" = 'refused') = ("refunds"."refusal" is not null))
);
--> statement-breakpoint
CREATE TABLE "rollup_recurring_cohorts" (
	"joined" date NOT NULL,
	"month" date NOT NULL,
	"currency" text NOT NULL,
	"joined_people" bigint NOT NULL,
	"joined_minor" bigint NOT NULL,
	"people" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"is_folded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup_recurring_ends" (
	"day" date NOT NULL,
	"ended_because" text NOT NULL,
	"cancel_code" text NOT NULL,
	"currency" text NOT NULL,
	"count" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"is_folded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup_recurring_moves" (
	"day" date NOT NULL,
	"movement" text NOT NULL,
	"currency" text NOT NULL,
	"count" bigint NOT NULL,
	"people" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"is_folded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup_recurring_tiers" (
	"day" date NOT NULL,
	"tier_id" uuid NOT NULL,
	"interval" text NOT NULL,
	"currency" text NOT NULL,
	"begun" bigint NOT NULL,
	"ended" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"is_folded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup_recurring_troubles" (
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"currency" text NOT NULL,
	"count" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"is_folded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup_gift_sizes" (
	"grain" text NOT NULL,
	"source_group" text NOT NULL,
	"day" date NOT NULL,
	"currency" text NOT NULL,
	"amount_minor" bigint NOT NULL,
	"count" bigint NOT NULL,
	"is_folded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup_giving_days" (
	"day_grain" text NOT NULL,
	"previous_grain" text NOT NULL,
	"source_group" text NOT NULL,
	"day" date NOT NULL,
	"previous" date NOT NULL,
	"count" bigint NOT NULL,
	"is_folded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup_income" (
	"day" date NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"currency" text NOT NULL,
	"settlement_currency" text NOT NULL,
	"count" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"gross_minor" bigint NOT NULL,
	"fee_minor" bigint NOT NULL,
	"net_minor" bigint NOT NULL,
	"is_folded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup_state" (
	"is_only" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"time_zone" text NOT NULL,
	"checked_at" timestamp with time zone,
	"difference_count" integer,
	CONSTRAINT "rollup_state_only" CHECK ("rollup_state"."is_only")
);
--> statement-breakpoint
CREATE TABLE "segments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_invitations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supporter_id" uuid NOT NULL,
	"role" text NOT NULL,
	"locale" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "supporter_facts" (
	"supporter_id" uuid PRIMARY KEY NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"country" text,
	"locale" text NOT NULL,
	"charges" integer NOT NULL,
	"gifts" integer NOT NULL,
	"first_charge_at" timestamp with time zone,
	"last_charge_at" timestamp with time zone,
	"last_gift_at" timestamp with time zone,
	"won_by_article_id" uuid,
	"won_by_campaign_id" uuid,
	"first_membership_at" timestamp with time zone,
	"membership_id" uuid,
	"membership_status" text,
	"tier_id" uuid,
	"cancel_at" timestamp with time zone,
	"card_ends" integer
);
--> statement-breakpoint
CREATE TABLE "supporter_given" (
	"supporter_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"given_minor" bigint NOT NULL,
	CONSTRAINT "supporter_given_supporter_id_currency_pk" PRIMARY KEY("supporter_id","currency")
);
--> statement-breakpoint
CREATE TABLE "work_items" (
	"kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"supporter_id" uuid,
	"owner_id" uuid,
	"state" text NOT NULL,
	"note" text,
	"updated_by" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "work_items_kind_subject_id_pk" PRIMARY KEY("kind","subject_id")
);
--> statement-breakpoint
DROP INDEX "audit_entries_at_idx";--> statement-breakpoint
ALTER TABLE "disputes" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "after" jsonb;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "reason" text;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "address" text;--> statement-breakpoint
ALTER TABLE "audit_entries" ADD COLUMN "user_agent" text;--> statement-breakpoint
ALTER TABLE "price_migration_members" ADD CONSTRAINT "price_migration_members_migration_id_price_migrations_id_fk" FOREIGN KEY ("migration_id") REFERENCES "public"."price_migrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_migration_members" ADD CONSTRAINT "price_migration_members_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_migrations" ADD CONSTRAINT "price_migrations_tier_id_tiers_id_fk" FOREIGN KEY ("tier_id") REFERENCES "public"."tiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_payment_id_payments_id_fk" FOREIGN KEY ("payment_id") REFERENCES "public"."payments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitations" ADD CONSTRAINT "staff_invitations_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_facts" ADD CONSTRAINT "supporter_facts_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supporter_given" ADD CONSTRAINT "supporter_given_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dispute_files_dispute_idx" ON "dispute_files" USING btree ("stripe_dispute_id","field");--> statement-breakpoint
CREATE INDEX "price_migration_members_membership_idx" ON "price_migration_members" USING btree ("membership_id");--> statement-breakpoint
CREATE INDEX "price_migration_members_waiting_idx" ON "price_migration_members" USING btree ("migration_id","membership_id") WHERE status = 'waiting';--> statement-breakpoint
CREATE INDEX "price_migration_members_due_idx" ON "price_migration_members" USING btree ("due_at","membership_id") WHERE status = 'told';--> statement-breakpoint
CREATE INDEX "price_migrations_tier_idx" ON "price_migrations" USING btree ("tier_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_attempt_key" ON "refunds" USING btree ("attempt_key");--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_stripe_refund_key" ON "refunds" USING btree ("stripe_refund_id");--> statement-breakpoint
CREATE INDEX "refunds_payment_idx" ON "refunds" USING btree ("payment_id","created_at");--> statement-breakpoint
CREATE INDEX "refunds_asked_idx" ON "refunds" USING btree ("created_at") WHERE status = 'asked';--> statement-breakpoint
CREATE INDEX "rollup_recurring_cohorts_key_idx" ON "rollup_recurring_cohorts" USING btree ("joined","month","currency");--> statement-breakpoint
CREATE INDEX "rollup_recurring_cohorts_unfolded_idx" ON "rollup_recurring_cohorts" USING btree ("joined") WHERE not is_folded;--> statement-breakpoint
CREATE INDEX "rollup_recurring_ends_key_idx" ON "rollup_recurring_ends" USING btree ("day","ended_because","cancel_code","currency");--> statement-breakpoint
CREATE INDEX "rollup_recurring_ends_unfolded_idx" ON "rollup_recurring_ends" USING btree ("day") WHERE not is_folded;--> statement-breakpoint
CREATE INDEX "rollup_recurring_moves_key_idx" ON "rollup_recurring_moves" USING btree ("day","movement","currency","count","people","amount_minor");--> statement-breakpoint
CREATE INDEX "rollup_recurring_moves_unfolded_idx" ON "rollup_recurring_moves" USING btree ("day") WHERE not is_folded;--> statement-breakpoint
CREATE INDEX "rollup_recurring_tiers_key_idx" ON "rollup_recurring_tiers" USING btree ("day","tier_id","interval","currency","begun","ended","amount_minor");--> statement-breakpoint
CREATE INDEX "rollup_recurring_tiers_unfolded_idx" ON "rollup_recurring_tiers" USING btree ("day") WHERE not is_folded;--> statement-breakpoint
CREATE INDEX "rollup_recurring_troubles_key_idx" ON "rollup_recurring_troubles" USING btree ("day","kind","currency");--> statement-breakpoint
CREATE INDEX "rollup_recurring_troubles_unfolded_idx" ON "rollup_recurring_troubles" USING btree ("day") WHERE not is_folded;--> statement-breakpoint
CREATE INDEX "rollup_gift_sizes_key_idx" ON "rollup_gift_sizes" USING btree ("grain","source_group","day","currency","amount_minor","count");--> statement-breakpoint
CREATE INDEX "rollup_gift_sizes_unfolded_idx" ON "rollup_gift_sizes" USING btree ("day") WHERE not is_folded;--> statement-breakpoint
CREATE INDEX "rollup_giving_days_key_idx" ON "rollup_giving_days" USING btree ("day_grain","previous_grain","source_group","day","previous","count");--> statement-breakpoint
CREATE INDEX "rollup_giving_days_unfolded_idx" ON "rollup_giving_days" USING btree ("day") WHERE not is_folded;--> statement-breakpoint
CREATE INDEX "rollup_income_key_idx" ON "rollup_income" USING btree ("day","kind","source","currency","settlement_currency");--> statement-breakpoint
CREATE INDEX "rollup_income_unfolded_idx" ON "rollup_income" USING btree ("day") WHERE not is_folded;--> statement-breakpoint
CREATE UNIQUE INDEX "segments_name_key" ON "segments" USING btree (lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "staff_invitations_open_key" ON "staff_invitations" USING btree ("supporter_id") WHERE accepted_at is null and withdrawn_at is null;--> statement-breakpoint
CREATE INDEX "staff_invitations_created_idx" ON "staff_invitations" USING btree ("created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "supporter_facts_created_idx" ON "supporter_facts" USING btree ("created_at" DESC NULLS LAST,"supporter_id");--> statement-breakpoint
CREATE INDEX "supporter_facts_last_charge_idx" ON "supporter_facts" USING btree (coalesce(last_charge_at, '1970-01-01 00:00:00+00'::timestamptz) desc nulls last,"supporter_id");--> statement-breakpoint
CREATE INDEX "supporter_facts_status_idx" ON "supporter_facts" USING btree ("membership_status","created_at" DESC NULLS LAST,"supporter_id");--> statement-breakpoint
CREATE INDEX "supporter_facts_tier_idx" ON "supporter_facts" USING btree ("tier_id","created_at" DESC NULLS LAST,"supporter_id") WHERE tier_id is not null;--> statement-breakpoint
CREATE INDEX "supporter_facts_country_idx" ON "supporter_facts" USING btree ("country","created_at" DESC NULLS LAST,"supporter_id");--> statement-breakpoint
CREATE INDEX "supporter_facts_locale_idx" ON "supporter_facts" USING btree ("locale","created_at" DESC NULLS LAST,"supporter_id");--> statement-breakpoint
CREATE INDEX "supporter_facts_article_idx" ON "supporter_facts" USING btree ("won_by_article_id","created_at" DESC NULLS LAST) WHERE won_by_article_id is not null;--> statement-breakpoint
CREATE INDEX "supporter_facts_campaign_idx" ON "supporter_facts" USING btree ("won_by_campaign_id","created_at" DESC NULLS LAST) WHERE won_by_campaign_id is not null;--> statement-breakpoint
CREATE INDEX "supporter_facts_first_membership_idx" ON "supporter_facts" USING btree ("first_membership_at") WHERE first_membership_at is not null;--> statement-breakpoint
CREATE INDEX "supporter_facts_first_charge_idx" ON "supporter_facts" USING btree ("first_charge_at") WHERE first_charge_at is not null;--> statement-breakpoint
CREATE INDEX "supporter_facts_cancelling_idx" ON "supporter_facts" USING btree ("cancel_at") WHERE cancel_at is not null;--> statement-breakpoint
CREATE INDEX "supporter_facts_card_idx" ON "supporter_facts" USING btree ("card_ends") WHERE card_ends is not null;--> statement-breakpoint
CREATE INDEX "supporter_given_amount_idx" ON "supporter_given" USING btree ("currency","given_minor" DESC NULLS LAST,"supporter_id");--> statement-breakpoint
CREATE INDEX "work_items_owner_idx" ON "work_items" USING btree ("owner_id");--> statement-breakpoint
CREATE INDEX "work_items_supporter_idx" ON "work_items" USING btree ("supporter_id");--> statement-breakpoint
CREATE INDEX "donations_open_idx" ON "donations" USING btree ("created_at") WHERE status in ('pending', 'processing');--> statement-breakpoint
CREATE INDEX "disputes_opened_idx" ON "disputes" USING btree ("opened_at","stripe_dispute_id");--> statement-breakpoint
CREATE INDEX "disputes_waiting_idx" ON "disputes" USING btree ("due_by") WHERE status in ('needs_response', 'warning_needs_response');--> statement-breakpoint
CREATE INDEX "payments_intent_idx" ON "payments" USING btree ("stripe_payment_intent_id");--> statement-breakpoint
CREATE INDEX "payments_invoice_idx" ON "payments" USING btree ("stripe_invoice_id") WHERE stripe_invoice_id is not null;--> statement-breakpoint
CREATE INDEX "payments_refund_failed_idx" ON "payments" USING btree ("occurred_at") WHERE kind = 'refund_failure';--> statement-breakpoint
CREATE INDEX "audit_entries_actor_idx" ON "audit_entries" USING btree ("actor_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entries_action_idx" ON "audit_entries" USING btree ("action","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entries_kind_idx" ON "audit_entries" USING btree ("subject_kind","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "audit_entries_subject_id_idx" ON "audit_entries" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "audit_entries_reason_search_idx" ON "audit_entries" USING gin ("reason" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "audit_entries_at_idx" ON "audit_entries" USING btree ("at" DESC NULLS LAST,"id");