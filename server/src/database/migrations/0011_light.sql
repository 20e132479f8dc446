CREATE TABLE "luminaires" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"maker" text,
	"format" text NOT NULL,
	"turned" real NOT NULL,
	"distribution" jsonb NOT NULL,
	"power" real,
	"file" "bytea" NOT NULL,
	"file_name" text NOT NULL,
	"added_on" date NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lamps" ADD COLUMN "luminaire" text;--> statement-breakpoint
ALTER TABLE "lamps" ADD COLUMN "direction" real;--> statement-breakpoint
ALTER TABLE "lamps" ADD COLUMN "tilt" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lamps" ADD COLUMN "dimming" text;--> statement-breakpoint
ALTER TABLE "lamps" ADD COLUMN "screened" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lamps" ADD CONSTRAINT "lamps_luminaire_luminaires_id_fk" FOREIGN KEY ("luminaire") REFERENCES "public"."luminaires"("id") ON DELETE no action ON UPDATE no action;