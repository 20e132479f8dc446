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
ALTER TABLE "visits" ADD CONSTRAINT "visits_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;