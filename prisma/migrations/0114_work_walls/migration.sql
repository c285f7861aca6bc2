-- Whatever a session of the database tries: what 0107 and 0110 left open between the sides, and in others' names.

-- -------------------------------------------------------------------------------------------------------- checklists
-- A checklist stays in its lane and at its consultation: neither side takes what is shared for itself. Its row is only locked.
DROP TRIGGER consultation_checklist_insert_only ON consultation_checklist;
CREATE TRIGGER consultation_checklist_insert_only BEFORE UPDATE OR DELETE ON consultation_checklist
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
-- What is done stays as it was done, until whoever reads it says that it is not after all.
CREATE TRIGGER checklist_item_done_stays BEFORE DELETE ON checklist_item FOR EACH ROW
  WHEN (OLD.done_at IS NOT NULL) EXECUTE FUNCTION app_refuse_change();

-- ------------------------------------------------------------------------------------------------------------ batches
-- Of an act on several only this changes, that it was taken back: not when it was done, nor what it did to what.
CREATE FUNCTION app_keep_work_batch() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$
BEGIN
  IF (NEW.id, NEW.organization_id, NEW.side, NEW.membership_id, NEW.act, NEW.given, NEW.created_at)
     IS DISTINCT FROM (OLD.id, OLD.organization_id, OLD.side, OLD.membership_id, OLD.act, OLD.given, OLD.created_at) THEN
    RAISE EXCEPTION 'an act on several stays as it was done' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE FUNCTION app_keep_work_batch_entry() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$
BEGIN
  IF (NEW.batch_id, NEW.consultation_id, NEW.account_id, NEW.position, NEW.refusal, NEW.before, NEW.after)
     IS DISTINCT FROM (OLD.batch_id, OLD.consultation_id, OLD.account_id, OLD.position, OLD.refusal, OLD.before, OLD.after) THEN
    RAISE EXCEPTION 'an act on several stays as it was done' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
-- The owner may, and the trigger that forgets the name of a person.
CREATE TRIGGER work_batch_keep BEFORE UPDATE ON work_batch FOR EACH ROW
  WHEN (current_setting('role') <> 'none' AND pg_trigger_depth() = 0) EXECUTE FUNCTION app_keep_work_batch();
CREATE TRIGGER work_batch_entry_keep BEFORE UPDATE ON work_batch_entry FOR EACH ROW
  WHEN (current_setting('role') <> 'none' AND pg_trigger_depth() = 0) EXECUTE FUNCTION app_keep_work_batch_entry();

-- What a member has put aside nobody else knows of, also where it was several at once.
ALTER POLICY work_batch_read ON work_batch USING (
  organization_id = (SELECT app_organization()) AND side = (SELECT app_side())
  AND (act <> 'snooze' OR membership_id = app_actor()));

-- Whoever is erased is named by no act on several (app/decisions/034).
CREATE FUNCTION app_forget_in_batches() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  UPDATE work_batch b SET given = NEW.name
  WHERE b.act = 'assign' AND b.organization_id = NEW.organization_id AND b.side = NEW.side
    AND (EXISTS (SELECT 1 FROM work_batch_entry e WHERE e.batch_id = b.id AND e.after ->> 'assigneeId' = NEW.id::text)
         OR (b.given = OLD.name AND NOT EXISTS (
           SELECT 1 FROM membership m WHERE m.organization_id = OLD.organization_id AND m.name = OLD.name AND m.id <> OLD.id)));
  RETURN NULL;
END
$$;
CREATE TRIGGER membership_forget_in_batches AFTER UPDATE ON membership FOR EACH ROW
  WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION app_forget_in_batches();

-- --------------------------------------------------------------------------------------------------------------- tags
ALTER POLICY consultation_tagging_insert ON consultation_tagging WITH CHECK (
  tagged_by_id = app_actor() AND organization_id = (SELECT app_organization()) AND side = (SELECT app_side())
  AND EXISTS (SELECT 1 FROM consultation_tag t
              WHERE t.id = tag_id AND t.organization_id = consultation_tagging.organization_id AND t.side = consultation_tagging.side)
  AND EXISTS (SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.account_id = consultation_tagging.account_id));
