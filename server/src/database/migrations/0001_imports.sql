CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"account_id" uuid,
	"read" integer NOT NULL,
	"stored" integer NOT NULL,
	"unchanged" integer NOT NULL,
	"rejected" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lamp_changes" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"lamp_id" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"before" jsonb NOT NULL,
	"account_id" uuid,
	"import_id" uuid
);
--> statement-breakpoint
CREATE TABLE "town_files" (
	"name" text PRIMARY KEY NOT NULL,
	"content" "bytea" NOT NULL,
	"import_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lamps" ALTER COLUMN "height" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "lamps" ALTER COLUMN "flux" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "lamps" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "lamp_changes" ADD CONSTRAINT "lamp_changes_lamp_id_lamps_id_fk" FOREIGN KEY ("lamp_id") REFERENCES "public"."lamps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lamp_changes" ADD CONSTRAINT "lamp_changes_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "town_files" ADD CONSTRAINT "town_files_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lamp_changes_lamp_id_index" ON "lamp_changes" USING btree ("lamp_id");--> statement-breakpoint
ALTER TABLE "lamps" ADD CONSTRAINT "lamps_import_id_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."imports"("id") ON DELETE no action ON UPDATE no action;