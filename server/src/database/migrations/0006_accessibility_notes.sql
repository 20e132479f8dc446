CREATE TABLE "accessibility_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"day" date NOT NULL,
	"page" text,
	"text" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "accessibility_notes_day_index" ON "accessibility_notes" USING btree ("day");