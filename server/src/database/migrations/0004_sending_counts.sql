CREATE TABLE "sending_counts" (
	"tag" "bytea" PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"keep_until" timestamp with time zone NOT NULL
);
