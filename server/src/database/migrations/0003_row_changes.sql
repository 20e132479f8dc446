CREATE TABLE "row_changes" (
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"kind" text NOT NULL,
	"month" text NOT NULL,
	"row_id" uuid
);
--> statement-breakpoint
CREATE INDEX "row_changes_xid_index" ON "row_changes" USING btree ("xid");