CREATE TABLE "town_settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb,
	"version" integer NOT NULL,
	"changed_on" date NOT NULL
);
