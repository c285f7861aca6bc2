-- Whatever a session of the database tries: what 0107 and 0110 left open between the sides, and in others' names.

-- -------------------------------------------------------------------------------------------------------- checklists
-- A checklist stays in its lane and at its consultation: neither side takes what is shared for itself. Its row is only locked.
DROP TRIGGER consultation_checklist_insert_only ON consultation_checklist;
CREATE TRIGGER consultation_checklist_insert_only BEFORE UPDATE OR DELETE ON consultation_checklist
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
-- What is done stays as it was done, until whoever reads it says that it is not after all.
CREATE TRIGGER checklist_item_done_stays BEFORE DELETE ON checklist_item FOR EACH ROW
  WHEN (OLD.done_at IS NOT NULL) EXECUTE FUNCTION app_refuse_change();
