CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"may_approve" boolean DEFAULT false NOT NULL,
	"password" text NOT NULL,
	"disabled" boolean DEFAULT false NOT NULL,
	"demonstration" boolean DEFAULT false NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"account_id" uuid,
	"role" text NOT NULL,
	"action" text NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	"points_reason" text
);
--> statement-breakpoint
CREATE TABLE "store_facts" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "store_keys" (
	"name" text PRIMARY KEY NOT NULL,
	"value" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topic_versions" (
	"topic" text PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dialogues" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"date" date NOT NULL,
	"area" text NOT NULL,
	"people" integer NOT NULL,
	"themes" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lamps" (
	"id" text PRIMARY KEY NOT NULL,
	"east" double precision NOT NULL,
	"north" double precision NOT NULL,
	"area" text,
	"height" real NOT NULL,
	"flux" integer NOT NULL,
	"owner" text NOT NULL,
	"status" text NOT NULL,
	"status_since" date NOT NULL,
	"status_source" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "measures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"area" text NOT NULL,
	"where" jsonb,
	"title" text NOT NULL,
	"state" text NOT NULL,
	"reason" text,
	"cost" bigint,
	"owner" text,
	"from" date,
	"to" date,
	"public_text" text,
	"updated_on" date NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "patrol_stays" (
	"patrol_id" uuid NOT NULL,
	"area" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"dark" boolean NOT NULL,
	"seconds" integer NOT NULL,
	CONSTRAINT "patrol_stays_patrol_id_area_hour_pk" PRIMARY KEY("patrol_id","area","hour")
);
--> statement-breakpoint
CREATE TABLE "patrol_visits" (
	"patrol_id" uuid NOT NULL,
	"square" text NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"hour_of_week" smallint NOT NULL,
	"dark" boolean NOT NULL,
	"seconds" integer NOT NULL,
	CONSTRAINT "patrol_visits_patrol_id_square_hour_pk" PRIMARY KEY("patrol_id","square","hour")
);
--> statement-breakpoint
CREATE TABLE "patrols" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"client_key" uuid NOT NULL,
	"kind" text NOT NULL,
	"from" timestamp with time zone NOT NULL,
	"to" timestamp with time zone NOT NULL,
	"parties" text[] NOT NULL,
	"confirmed_parties" text[] NOT NULL,
	"logged_by" text NOT NULL,
	"occasion_area" text,
	"occasion_date" date,
	"occasion_bin" smallint,
	"duplicate_of" uuid,
	CONSTRAINT "patrols_client_key_unique" UNIQUE("client_key")
);
--> statement-breakpoint
CREATE TABLE "evidence" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"year" integer NOT NULL,
	"commitment" text NOT NULL,
	"date" date NOT NULL,
	"title" text NOT NULL,
	"people" integer,
	"link" text
);
--> statement-breakpoint
CREATE TABLE "release_files" (
	"release_id" text NOT NULL,
	"name" text NOT NULL,
	"media_type" text NOT NULL,
	"plain" "bytea" NOT NULL,
	"gzip" "bytea" NOT NULL,
	"brotli" "bytea" NOT NULL,
	CONSTRAINT "release_files_release_id_name_pk" PRIMARY KEY("release_id","name")
);
--> statement-breakpoint
CREATE TABLE "release_proposals" (
	"kind" text PRIMARY KEY NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"proposed_by" uuid
);
--> statement-breakpoint
CREATE TABLE "releases" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	"manifest" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "told_cells" (
	"cell" text PRIMARY KEY NOT NULL,
	"class" text NOT NULL,
	"voices" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"client_key_hash" "bytea" NOT NULL,
	"receipt_hash" "bytea" NOT NULL,
	"received_on" date NOT NULL,
	"feeling" text NOT NULL,
	"east" integer NOT NULL,
	"north" integer NOT NULL,
	"square" text NOT NULL,
	"area" text NOT NULL,
	"reasons" text[] NOT NULL,
	"bins" bigint NOT NULL,
	"light" text NOT NULL,
	"impact" smallint,
	"voice_day" "bytea",
	"voice_dark" "bytea",
	"weight" smallint NOT NULL,
	CONSTRAINT "reports_client_key_hash_unique" UNIQUE("client_key_hash"),
	CONSTRAINT "reports_receipt_hash_unique" UNIQUE("receipt_hash")
);
--> statement-breakpoint
CREATE TABLE "voice_caps" (
	"tag" "bytea" PRIMARY KEY NOT NULL,
	"cells" smallint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "voices" (
	"tag" "bytea" PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "withdrawals" (
	"report_id" uuid PRIMARY KEY NOT NULL,
	"receipt_hash" "bytea" NOT NULL,
	"client_key_hash" "bytea" NOT NULL,
	"withdrawn_on" date NOT NULL,
	CONSTRAINT "withdrawals_receipt_hash_unique" UNIQUE("receipt_hash"),
	CONSTRAINT "withdrawals_client_key_hash_unique" UNIQUE("client_key_hash")
);
--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patrol_stays" ADD CONSTRAINT "patrol_stays_patrol_id_patrols_id_fk" FOREIGN KEY ("patrol_id") REFERENCES "public"."patrols"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "patrol_visits" ADD CONSTRAINT "patrol_visits_patrol_id_patrols_id_fk" FOREIGN KEY ("patrol_id") REFERENCES "public"."patrols"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_files" ADD CONSTRAINT "release_files_release_id_releases_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."releases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_account_id_index" ON "sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "dialogues_date_index" ON "dialogues" USING btree ("date");--> statement-breakpoint
CREATE INDEX "patrol_stays_hour_index" ON "patrol_stays" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "patrol_visits_hour_index" ON "patrol_visits" USING btree ("hour");--> statement-breakpoint
CREATE INDEX "patrols_occasion_date_index" ON "patrols" USING btree ("occasion_date");--> statement-breakpoint
CREATE INDEX "evidence_year_commitment_index" ON "evidence" USING btree ("year","commitment");--> statement-breakpoint
CREATE INDEX "reports_received_on_index" ON "reports" USING btree ("received_on");--> statement-breakpoint
CREATE INDEX "reports_square_index" ON "reports" USING btree ("square");