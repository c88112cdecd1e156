-- The audit log can only grow. One change goes through: what is personal in an entry (why, and from
-- where) may be emptied, never rewritten, when a person is erased or its time is over.
CREATE FUNCTION audit_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.reason IS NULL OR NEW.reason IS NOT DISTINCT FROM OLD.reason)
      AND (NEW.address IS NULL OR NEW.address IS NOT DISTINCT FROM OLD.address)
      AND (NEW.user_agent IS NULL OR NEW.user_agent IS NOT DISTINCT FROM OLD.user_agent)
      AND (to_jsonb(NEW) - 'reason' - 'address' - 'user_agent')
        = (to_jsonb(OLD) - 'reason' - 'address' - 'user_agent')
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the audit log is append only: % refused', TG_OP
    USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
DROP TRIGGER audit_entries_append_only ON audit_entries;
--> statement-breakpoint
CREATE TRIGGER audit_entries_append_only BEFORE UPDATE ON audit_entries
  FOR EACH ROW EXECUTE FUNCTION audit_refuse_change();
--> statement-breakpoint
CREATE TRIGGER audit_entries_never_emptied BEFORE DELETE OR TRUNCATE ON audit_entries
  FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse_change();
