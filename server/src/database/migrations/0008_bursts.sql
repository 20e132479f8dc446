CREATE TABLE "bursts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"feeling" text NOT NULL,
	"usual" real NOT NULL,
	"decision" text,
	"decided_on" date
);
--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "unproven" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "reports" ADD COLUMN "burst" uuid;--> statement-breakpoint
ALTER TABLE "reports" ADD CONSTRAINT "reports_burst_bursts_id_fk" FOREIGN KEY ("burst") REFERENCES "public"."bursts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reports_burst_index" ON "reports" USING btree ("burst") WHERE "reports"."burst" is not null;