-- The log is append-only for everybody who speaks to this database and does not switch its triggers off.
ALTER TABLE "audit_log" ALTER COLUMN "id" DROP DEFAULT;--> statement-breakpoint
DROP SEQUENCE "audit_log_id_seq";--> statement-breakpoint
INSERT INTO "audit_chain" ("head_id", "head_hash", "anchor_id", "anchor_hash", "anchor_seal") VALUES (0, '', 0, '', '');--> statement-breakpoint
CREATE FUNCTION "guard_audit_log"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'DELETE' THEN
		-- What the retention has moved the beginning past.
		IF OLD.id <= (SELECT anchor_id FROM audit_chain) THEN RETURN OLD; END IF;
	ELSIF TG_OP = 'UPDATE' THEN
		-- Entries of before the chain, while it is begun.
		IF OLD.hash IS NULL AND to_jsonb(NEW) - 'hash' = to_jsonb(OLD) - 'hash'
			AND (SELECT head_id FROM audit_chain) = 0 THEN RETURN NEW; END IF;
	END IF;
	RAISE EXCEPTION 'audit_log is append-only: % refused', TG_OP;
END $$;--> statement-breakpoint
CREATE FUNCTION "guard_audit_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	IF TG_OP = 'UPDATE' THEN
		IF NEW.head_id >= OLD.head_id AND NEW.anchor_id >= OLD.anchor_id THEN RETURN NEW; END IF;
	END IF;
	RAISE EXCEPTION 'audit_chain only moves forwards: % refused', TG_OP;
END $$;--> statement-breakpoint
CREATE TRIGGER "guard_rows" BEFORE UPDATE OR DELETE ON "audit_log" FOR EACH ROW EXECUTE FUNCTION "guard_audit_log"();--> statement-breakpoint
CREATE TRIGGER "guard_all" BEFORE TRUNCATE ON "audit_log" FOR EACH STATEMENT EXECUTE FUNCTION "guard_audit_log"();--> statement-breakpoint
CREATE TRIGGER "guard_rows" BEFORE UPDATE OR DELETE ON "audit_chain" FOR EACH ROW EXECUTE FUNCTION "guard_audit_chain"();--> statement-breakpoint
CREATE TRIGGER "guard_all" BEFORE TRUNCATE ON "audit_chain" FOR EACH STATEMENT EXECUTE FUNCTION "guard_audit_chain"();
