CREATE TABLE "rollup_recurring_move_months" (
	"day" date NOT NULL,
	"movement" text NOT NULL,
	"currency" text NOT NULL,
	"count" bigint NOT NULL,
	"people" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"is_folded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rollup_campaigns" (
	"campaign_id" uuid NOT NULL,
	"currency" text NOT NULL,
	"count" bigint NOT NULL,
	"amount_minor" bigint NOT NULL,
	"is_folded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
DROP INDEX "payments_campaign_idx";--> statement-breakpoint
DROP INDEX "supporter_facts_first_membership_idx";--> statement-breakpoint
DROP INDEX "supporter_facts_first_charge_idx";--> statement-breakpoint
CREATE INDEX "rollup_recurring_move_months_key_idx" ON "rollup_recurring_move_months" USING btree ("day","movement","currency");--> statement-breakpoint
CREATE INDEX "rollup_recurring_move_months_unfolded_idx" ON "rollup_recurring_move_months" USING btree ("day") WHERE not is_folded;--> statement-breakpoint
CREATE INDEX "rollup_campaigns_key_idx" ON "rollup_campaigns" USING btree ("campaign_id","currency","amount_minor");--> statement-breakpoint
CREATE INDEX "rollup_campaigns_unfolded_idx" ON "rollup_campaigns" USING btree ("campaign_id") WHERE not is_folded;--> statement-breakpoint
CREATE INDEX "supporter_facts_joined_idx" ON "supporter_facts" USING btree ("first_membership_at","created_at","supporter_id","membership_status") WHERE first_membership_at is not null;--> statement-breakpoint
CREATE INDEX "supporter_facts_first_paid_idx" ON "supporter_facts" USING btree ("first_charge_at","created_at","supporter_id") WHERE first_charge_at is not null;--> statement-breakpoint
CREATE INDEX "supporters_email_begin_idx" ON "supporters" USING btree ("email" text_pattern_ops);