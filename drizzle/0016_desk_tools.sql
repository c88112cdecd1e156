CREATE TABLE "article_pictures" (
	"article_id" uuid NOT NULL,
	"picture_id" text NOT NULL,
	CONSTRAINT "article_pictures_article_id_picture_id_pk" PRIMARY KEY("article_id","picture_id")
);
--> statement-breakpoint
CREATE TABLE "draft_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"shown_as" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"last_opened_at" timestamp with time zone,
	"openings" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"supporter_id" uuid NOT NULL,
	"author_id" uuid NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_addresses" (
	"section_slug" text NOT NULL,
	"slug" text NOT NULL,
	"article_id" uuid NOT NULL,
	"left_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_addresses_section_slug_slug_pk" PRIMARY KEY("section_slug","slug")
);
--> statement-breakpoint
CREATE TABLE "article_presence" (
	"article_id" uuid NOT NULL,
	"supporter_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_presence_article_id_supporter_id_pk" PRIMARY KEY("article_id","supporter_id")
);
--> statement-breakpoint
CREATE TABLE "article_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"saved_by" uuid,
	"saved_at" timestamp with time zone NOT NULL,
	"restored_from" integer,
	"words" jsonb NOT NULL,
	"word_count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_working_copies" (
	"article_id" uuid NOT NULL,
	"supporter_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"fields" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "article_working_copies_article_id_supporter_id_pk" PRIMARY KEY("article_id","supporter_id")
);
--> statement-breakpoint
CREATE TABLE "rollup_sources" (
	"dimension" text NOT NULL,
	"grain" text NOT NULL,
	"day" date NOT NULL,
	"key" text NOT NULL,
	"settlement_currency" text NOT NULL,
	"charges" bigint NOT NULL,
	"gross_minor" bigint NOT NULL,
	"fee_minor" bigint NOT NULL,
	"returns" bigint NOT NULL,
	"returned_minor" bigint NOT NULL,
	"returned_fee_minor" bigint NOT NULL,
	"is_folded" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_confirmation" (
	"key" text PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"grace_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"room" text NOT NULL,
	"query" text NOT NULL,
	"name" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"is_shared" boolean DEFAULT false NOT NULL,
	"position" integer NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "tier_slug" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "edited_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "has_extras" boolean GENERATED ALWAYS AS ((access = 'supporters' or body ~* '(^|[\n\r\u2028\u2029])[\s\u00a0\u1680\u2000-\u200d\u2028\u2029\u202f\u205f\u2060\u3000\ufeff]*:{2,}[ \t\v\f\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufeff]*extra')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "correction" text;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "authors" ADD COLUMN "portrait_id" text;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "caption" jsonb DEFAULT '{"en":"","uk":""}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "has_avif" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "staff_roles" ADD COLUMN "digest_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "article_pictures" ADD CONSTRAINT "article_pictures_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_pictures" ADD CONSTRAINT "article_pictures_picture_id_pictures_id_fk" FOREIGN KEY ("picture_id") REFERENCES "public"."pictures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_links" ADD CONSTRAINT "draft_links_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notes" ADD CONSTRAINT "notes_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_addresses" ADD CONSTRAINT "article_addresses_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_presence" ADD CONSTRAINT "article_presence_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_presence" ADD CONSTRAINT "article_presence_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_revisions" ADD CONSTRAINT "article_revisions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_working_copies" ADD CONSTRAINT "article_working_copies_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_working_copies" ADD CONSTRAINT "article_working_copies_supporter_id_supporters_id_fk" FOREIGN KEY ("supporter_id") REFERENCES "public"."supporters"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_pictures_picture_idx" ON "article_pictures" USING btree ("picture_id");--> statement-breakpoint
CREATE UNIQUE INDEX "draft_links_token_key" ON "draft_links" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "draft_links_article_idx" ON "draft_links" USING btree ("article_id","created_at" DESC NULLS FIRST);--> statement-breakpoint
CREATE INDEX "notes_supporter_idx" ON "notes" USING btree ("supporter_id","at" DESC NULLS LAST,"id");--> statement-breakpoint
CREATE INDEX "article_addresses_article_idx" ON "article_addresses" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "article_presence_supporter_idx" ON "article_presence" USING btree ("supporter_id");--> statement-breakpoint
CREATE UNIQUE INDEX "article_revisions_number_key" ON "article_revisions" USING btree ("article_id","number" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "article_working_copies_supporter_idx" ON "article_working_copies" USING btree ("supporter_id");--> statement-breakpoint
CREATE INDEX "rollup_sources_key_idx" ON "rollup_sources" USING btree ("dimension","grain","day","settlement_currency","key","charges","gross_minor","fee_minor","returns","returned_minor","returned_fee_minor");--> statement-breakpoint
CREATE INDEX "rollup_sources_ever_idx" ON "rollup_sources" USING btree ("dimension","key","settlement_currency","charges","gross_minor","returned_minor") WHERE grain = 'year';--> statement-breakpoint
CREATE INDEX "rollup_sources_unfolded_idx" ON "rollup_sources" USING btree ("day") WHERE not is_folded;--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_shared_name_key" ON "saved_views" USING btree ("room",lower("name")) WHERE "saved_views"."is_shared";--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_own_name_key" ON "saved_views" USING btree ("owner_id","room",lower("name")) WHERE not "saved_views"."is_shared";--> statement-breakpoint
CREATE INDEX "saved_views_shared_idx" ON "saved_views" USING btree ("room","position") WHERE "saved_views"."is_shared";--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_tier_slug_tiers_slug_fk" FOREIGN KEY ("tier_slug") REFERENCES "public"."tiers"("slug") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "authors" ADD CONSTRAINT "authors_portrait_id_pictures_id_fk" FOREIGN KEY ("portrait_id") REFERENCES "public"."pictures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "articles_edited_idx" ON "articles" USING btree ("edited_at" DESC NULLS FIRST,"id");--> statement-breakpoint
CREATE INDEX "pictures_created_idx" ON "pictures" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "pictures_search_idx" ON "pictures" USING gin ((to_tsvector('simple'::regconfig, "alt") || to_tsvector('simple'::regconfig, "credit") || to_tsvector('simple'::regconfig, "caption")));--> statement-breakpoint
CREATE INDEX "payments_ask_idx" ON "payments" USING btree ("ask_id","occurred_at") WHERE ask_id is not null;--> statement-breakpoint
CREATE INDEX "payments_campaign_time_idx" ON "payments" USING btree ("campaign_id","occurred_at") WHERE campaign_id is not null;--> statement-breakpoint
CREATE INDEX "payments_country_idx" ON "payments" USING btree ("country","occurred_at");--> statement-breakpoint
CREATE INDEX "payments_returned_idx" ON "payments" USING btree ("occurred_at" DESC NULLS LAST,"id") WHERE kind <> 'charge';--> statement-breakpoint
CREATE INDEX "supporter_facts_last_gift_idx" ON "supporter_facts" USING btree ("last_gift_at" DESC NULLS LAST,"supporter_id") WHERE last_gift_at is not null;--> statement-breakpoint
CREATE INDEX "supporters_newest_idx" ON "supporters" USING btree ("created_at" DESC NULLS LAST,"id","name","email") WHERE merged_into_id is null;