CREATE TABLE "account_links" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"account_id" uuid,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recovery_codes" (
	"hash" "bytea" PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_counts" (
	"tag" "bytea" PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"keep_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_chain" (
	"one" smallint PRIMARY KEY DEFAULT 1 NOT NULL,
	"head_id" bigint NOT NULL,
	"head_hash" "bytea" NOT NULL,
	"anchor_id" bigint NOT NULL,
	"anchor_hash" "bytea" NOT NULL,
	"anchor_seal" "bytea" NOT NULL,
	CONSTRAINT "audit_chain_one" CHECK ("audit_chain"."one" = 1)
);
--> statement-breakpoint
CREATE TABLE "disclosures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"asked_on" date NOT NULL,
	"asked" jsonb NOT NULL,
	"reports" integer NOT NULL,
	"masked" jsonb NOT NULL,
	"account_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"struck_at" timestamp with time zone,
	CONSTRAINT "disclosures_number_unique" UNIQUE("number")
);
--> statement-breakpoint
CREATE TABLE "export_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"filter" jsonb NOT NULL,
	"format" text NOT NULL,
	"decision" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"taken_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "visits" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"last_on" date NOT NULL,
	"before_on" date
);
--> statement-breakpoint
CREATE TABLE "town_settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb,
	"version" integer NOT NULL,
	"changed_on" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "report_marks" (
	"report_id" uuid PRIMARY KEY NOT NULL,
	"seen_on" date,
	"duplicate_of" uuid
);
--> statement-breakpoint
CREATE TABLE "report_measures" (
	"report_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"linked_on" date NOT NULL,
	CONSTRAINT "report_measures_report_id_measure_id_pk" PRIMARY KEY("report_id","measure_id")
);
--> statement-breakpoint
CREATE TABLE "saved_filters" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"name" text NOT NULL,
	"view" jsonb NOT NULL,
	CONSTRAINT "saved_filters_account_id_name_unique" UNIQUE("account_id","name")
);
--> statement-breakpoint
ALTER TABLE "accounts" ALTER COLUMN "email" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ALTER COLUMN "password" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "audit_log" ALTER COLUMN "id" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "identity" text;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "factor" "bytea";--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "factor_step" integer;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "hash" "bytea";--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "enrolling" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "pending_factor" "bytea";--> statement-breakpoint
ALTER TABLE "account_links" ADD CONSTRAINT "account_links_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_codes" ADD CONSTRAINT "recovery_codes_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "visits" ADD CONSTRAINT "visits_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_marks" ADD CONSTRAINT "report_marks_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_marks" ADD CONSTRAINT "report_marks_duplicate_of_reports_id_fk" FOREIGN KEY ("duplicate_of") REFERENCES "public"."reports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_measures" ADD CONSTRAINT "report_measures_report_id_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."reports"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_measures" ADD CONSTRAINT "report_measures_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_filters" ADD CONSTRAINT "saved_filters_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recovery_codes_account_id_index" ON "recovery_codes" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "report_marks_duplicate_of_index" ON "report_marks" USING btree ("duplicate_of");--> statement-breakpoint
CREATE INDEX "report_measures_measure_id_index" ON "report_measures" USING btree ("measure_id");--> statement-breakpoint
CREATE INDEX "audit_log_action_id_index" ON "audit_log" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "audit_log_looks_index" ON "audit_log" USING btree ("account_id","at") WHERE action = 'reports.read';--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_identity_unique" UNIQUE("identity");