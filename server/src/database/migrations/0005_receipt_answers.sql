CREATE TABLE "answered_receipts" (
	"tag" "bytea" PRIMARY KEY NOT NULL,
	"month" date NOT NULL
);
--> statement-breakpoint
CREATE TABLE "measure_answers" (
	"area" text NOT NULL,
	"measure_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "measure_answers_area_measure_id_answer_pk" PRIMARY KEY("area","measure_id","answer")
);
--> statement-breakpoint
ALTER TABLE "measure_answers" ADD CONSTRAINT "measure_answers_measure_id_measures_id_fk" FOREIGN KEY ("measure_id") REFERENCES "public"."measures"("id") ON DELETE no action ON UPDATE no action;