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
CREATE TABLE "measure_light" (
	"measure_id" uuid NOT NULL,
	"moment" text NOT NULL,
	"computed_on" date NOT NULL,
	"mean" real NOT NULL,
	"min" real NOT NULL,
	CONSTRAINT "measure_light_measure_id_moment_pk" PRIMARY KEY("measure_id","moment")
);
--> statement-breakpoint
CREATE TABLE "measure_plans" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"measure_id" uuid NOT NULL,
	"frozen_on" date NOT NULL,
	"text" text NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "lamps" ADD COLUMN "luminaire" text;--> statement-breakpoint
ALTER TABLE "lamps" ADD COLUMN "direction" real;--> statement-breakpoint
ALTER TABLE "lamps" ADD COLUMN "tilt" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lamps" ADD COLUMN "dimming" text;--> statement-breakpoint
ALTER TABLE "lamps" ADD COLUMN "screened" real DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "lamps" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "measured_lux" real;--> statement-breakpoint
ALTER TABLE "measures" ADD COLUMN "plan_choice" jsonb;--> statement-breakpoint
ALTER TABLE "measure_light" ADD CONSTRAINT "measure_light_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "measure_plans" ADD CONSTRAINT "measure_plans_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "measure_plans_measure_id_index" ON "measure_plans" USING btree ("measure_id");--> statement-breakpoint
ALTER TABLE "lamps" ADD CONSTRAINT "lamps_luminaire_luminaires_id_fk" FOREIGN KEY ("luminaire") REFERENCES "public"."luminaires"("id") ON DELETE no action ON UPDATE no action;