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
ALTER TABLE "audit_log" ALTER COLUMN "id" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "audit_log" ADD COLUMN "hash" "bytea";--> statement-breakpoint
CREATE INDEX "audit_log_action_id_index" ON "audit_log" USING btree ("action","id");--> statement-breakpoint
CREATE INDEX "audit_log_looks_index" ON "audit_log" USING btree ("account_id","at") WHERE action = 'reports.read';