CREATE TABLE "ask_test_views" (
	"test_id" uuid NOT NULL,
	"arm" text NOT NULL,
	"day" date NOT NULL,
	"shard" smallint NOT NULL,
	"browsers" integer NOT NULL,
	CONSTRAINT "ask_test_views_test_id_arm_day_shard_pk" PRIMARY KEY("test_id","arm","day","shard")
);
--> statement-breakpoint
CREATE TABLE "ask_tests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ask_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"a" jsonb NOT NULL,
	"b" jsonb,
	"share_b" integer NOT NULL,
	"hold_back" integer NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"kept" text,
	CONSTRAINT "ask_tests_shares" CHECK (share_b between 0 and 90 and hold_back between 0 and 50),
	CONSTRAINT "ask_tests_compare" CHECK (share_b > 0 or hold_back > 0),
	CONSTRAINT "ask_tests_words" CHECK ((share_b > 0) = (b is not null)),
	CONSTRAINT "ask_tests_ended_whole" CHECK (num_nonnulls(ended_at, kept) in (0, 2))
);
--> statement-breakpoint
CREATE TABLE "mail_texts" (
	"template" text NOT NULL,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"opening" text NOT NULL,
	"closing" text NOT NULL,
	"version" uuid NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "mail_texts_template_locale_pk" PRIMARY KEY("template","locale")
);
--> statement-breakpoint
CREATE TABLE "rollup_income_months" (
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
CREATE TABLE "staff_acts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"membership_id" uuid NOT NULL,
	"action" text NOT NULL,
	"asked" jsonb,
	"actor_id" uuid NOT NULL,
	"address" text,
	"user_agent" text,
	"reason" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"open_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "asks" ADD COLUMN "frequency" text DEFAULT 'once' NOT NULL;--> statement-breakpoint
ALTER TABLE "ask_test_views" ADD CONSTRAINT "ask_test_views_test_id_ask_tests_id_fk" FOREIGN KEY ("test_id") REFERENCES "public"."ask_tests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ask_tests" ADD CONSTRAINT "ask_tests_ask_id_asks_id_fk" FOREIGN KEY ("ask_id") REFERENCES "public"."asks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_acts" ADD CONSTRAINT "staff_acts_membership_id_memberships_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."memberships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ask_tests_number_key" ON "ask_tests" USING btree ("ask_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "ask_tests_running_key" ON "ask_tests" USING btree ("ask_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "rollup_income_months_key_idx" ON "rollup_income_months" USING btree ("day","kind","source","currency","settlement_currency");--> statement-breakpoint
CREATE INDEX "rollup_income_months_unfolded_idx" ON "rollup_income_months" USING btree ("day") WHERE not is_folded;--> statement-breakpoint
CREATE UNIQUE INDEX "staff_acts_once_key" ON "staff_acts" USING btree ("membership_id","actor_id","action");--> statement-breakpoint
CREATE INDEX "staff_acts_open_until_idx" ON "staff_acts" USING btree ("open_until");--> statement-breakpoint
CREATE INDEX "donations_variant_idx" ON "donations" USING btree ("ask_variant","ask_id") WHERE ask_variant is not null;--> statement-breakpoint
CREATE INDEX "gifts_variant_idx" ON "gifts" USING btree ("ask_variant","ask_id") WHERE ask_variant is not null;--> statement-breakpoint
CREATE INDEX "memberships_variant_idx" ON "memberships" USING btree ("ask_variant","ask_id") WHERE ask_variant is not null;