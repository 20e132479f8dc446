CREATE TABLE "seen_areas" (
	"area" text NOT NULL,
	"day" date NOT NULL,
	CONSTRAINT "seen_areas_area_day_pk" PRIMARY KEY("area","day")
);
--> statement-breakpoint
CREATE TABLE "sender_counts" (
	"month" date NOT NULL,
	"age" text NOT NULL,
	"gender" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "sender_counts_month_age_gender_pk" PRIMARY KEY("month","age","gender")
);
