-- A part of an answer that a guest of the supplier's owns (app/decisions/124). In a guest's name every table stays empty: it reads
-- and writes its parts through the functions at the end of this file.

-- AlterTable
ALTER TABLE "consultation_part" ADD COLUMN "guest_id" UUID,
ADD COLUMN "told_event_id" UUID;


-- CreateIndex
CREATE INDEX "consultation_part_guest_id_idx" ON "consultation_part"("guest_id");

-- AddForeignKey
ALTER TABLE "consultation_part" ADD CONSTRAINT "consultation_part_guest_id_fkey" FOREIGN KEY ("guest_id") REFERENCES "consultation_guest"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE consultation_part ADD CONSTRAINT consultation_part_one_owner CHECK (owner_id IS NULL OR guest_id IS NULL);

-- Given by whoever coordinates to a guest that the supplier invited, that writes, and that takes part.
CREATE FUNCTION app_keep_part_guest() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.guest_id IS NOT DISTINCT FROM OLD.guest_id THEN RETURN NEW; END IF;
  IF NEW.guest_id IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM consultation_guest g
       WHERE g.id = NEW.guest_id AND g.consultation_id = NEW.consultation_id AND g.account_id = NEW.account_id
         AND g.side = 'supplier' AND g.grade = 'write' AND g.ended_at IS NULL) THEN
    RAISE EXCEPTION 'given to a guest who does not write there' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- Who may add a part says its policy.
  IF TG_OP = 'UPDATE' AND app_actor() IS NOT NULL AND NEW.account_id <> ALL (app_accounts()) AND NEW.consultation_id <> ALL (app_lent('decide')) THEN
    RAISE EXCEPTION 'who owns a part is decided by those who coordinate' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER consultation_part_guest BEFORE INSERT OR UPDATE ON consultation_part
  FOR EACH ROW WHEN (NEW.guest_id IS NOT NULL) EXECUTE FUNCTION app_keep_part_guest();
CREATE TRIGGER consultation_part_guest_left BEFORE UPDATE ON consultation_part
  FOR EACH ROW WHEN (OLD.guest_id IS NOT NULL AND NEW.guest_id IS NULL) EXECUTE FUNCTION app_keep_part_guest();

-- ------------------------------------------------------------------------------------------------ what a guest is asked
-- The own ones at present: what is asked, by when, what it wrote. Nobody's name, and nothing of the other parts.
CREATE FUNCTION app_guest_parts() RETURNS TABLE (
  id uuid, question text, due_on date, contribution text, is_in boolean, is_settled boolean, returned text, revision integer,
  function member_function)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT p.id, p.question, p.due_on, p.contribution, p.contributed_at IS NOT NULL,
         p.assembly_id IS NOT NULL OR c.status IN ('answered', 'accepted', 'closed'), p.returned_words, p.revision, p.function
  FROM consultation_guest g
  JOIN consultation_part p ON p.guest_id = g.id AND p.consultation_id = g.consultation_id AND p.withdrawn_at IS NULL
  JOIN consultation c ON c.id = g.consultation_id
  WHERE g.membership_id = app_actor() AND g.consultation_id = app_guest('write')
  ORDER BY p.due_on, p.position
$$;

CREATE FUNCTION app_guest_part_files() RETURNS TABLE (part_id uuid, id uuid, name text, size bigint, type text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT p.id, x.id, x.name, x.size, x.type
  FROM app_guest_parts() p JOIN consultation_part_file f ON f.part_id = p.id JOIN file x ON x.id = f.file_id
  ORDER BY p.id, f.position
$$;

-- Saves what a guest writes for its part ('save'), hands it in ('handIn') or takes it back ('takeBack'). Answers with how it
-- went: 'unknown', 'settled' (nothing more is answered), 'changed' (another revision than the one seen) or 'done', and for
-- that with what the event says.
CREATE FUNCTION app_guest_contribute(part uuid, seen integer, act text, words text, files uuid[], at timestamptz)
RETURNS TABLE (outcome text, question text, function member_function, asked_by uuid, assignee uuid)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
#variable_conflict use_column
DECLARE
  place uuid := app_guest('write');
  it consultation_part;
  whole consultation;
  taken integer;
BEGIN
  IF seen IS NULL OR words IS NULL OR files IS NULL OR act IS NULL OR act NOT IN ('save', 'handIn', 'takeBack') THEN
    RAISE EXCEPTION 'no such act' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  SELECT c.* INTO whole FROM consultation c WHERE c.id = place FOR UPDATE;
  SELECT p.* INTO it FROM consultation_part p JOIN consultation_guest g ON g.id = p.guest_id
  WHERE p.id = part AND p.consultation_id = place AND p.withdrawn_at IS NULL AND g.membership_id = app_actor()
  FOR UPDATE OF p;
  IF it.id IS NULL THEN RETURN QUERY SELECT 'unknown', NULL::text, NULL::member_function, NULL::uuid, NULL::uuid; RETURN; END IF;
  IF it.assembly_id IS NOT NULL OR whole.status IN ('answered', 'accepted', 'closed') THEN
    RETURN QUERY SELECT 'settled', NULL::text, NULL::member_function, NULL::uuid, NULL::uuid; RETURN;
  END IF;
  IF it.revision <> seen OR (it.contributed_at IS NOT NULL) <> (act = 'takeBack') THEN
    RETURN QUERY SELECT 'changed', NULL::text, NULL::member_function, NULL::uuid, NULL::uuid; RETURN;
  END IF;
  IF act = 'takeBack' THEN
    UPDATE consultation_part SET contributed_at = NULL, contributed_by_id = NULL, revision = revision + 1 WHERE id = it.id;
  ELSE
    DELETE FROM consultation_part_file f WHERE f.part_id = it.id AND f.file_id <> ALL (files);
    UPDATE file SET attached_at = at
    WHERE id = ANY (files) AND status = 'complete' AND attached_at IS NULL AND uploaded_by_id IN (
      SELECT o.id FROM membership me JOIN membership o ON o.user_id = me.user_id WHERE me.id = app_actor());
    GET DIAGNOSTICS taken = ROW_COUNT;
    IF taken + (SELECT count(*) FROM consultation_part_file f WHERE f.part_id = it.id) <> cardinality(files) THEN
      RAISE EXCEPTION 'what a guest attaches violates row-level security policy' USING ERRCODE = 'insufficient_privilege';
    END IF;
    INSERT INTO consultation_part_file (part_id, file_id, consultation_id, account_id, position)
    SELECT it.id, each.id, it.consultation_id, it.account_id,
           each.position + coalesce((SELECT max(f.position) FROM consultation_part_file f WHERE f.part_id = it.id), -1)
    FROM unnest(files) WITH ORDINALITY AS each (id, position)
    WHERE NOT EXISTS (SELECT 1 FROM consultation_part_file f WHERE f.part_id = it.id AND f.file_id = each.id);
    UPDATE consultation_part SET contribution = words, revision = revision + 1,
           contributed_at = CASE WHEN act = 'handIn' THEN at END,
           contributed_by_id = CASE WHEN act = 'handIn' THEN app_actor() END
    WHERE id = it.id;
  END IF;
  RETURN QUERY SELECT 'done', it.question, it.function, it.asked_by_id, whole.assignee_id;
END
$$;

-- Of the supplier's own events a guest leaves these three.
ALTER POLICY event_guest_insert ON event WITH CHECK (
  actor_id = app_actor() AND subject_type = 'consultation' AND subject_id = (SELECT app_guest())
  AND ((side IS NULL AND type = 'consultation.guestDownloaded')
       OR (side IS NULL AND type = 'consultation.guestWrote' AND subject_id = (SELECT app_guest('write')))
       OR (side = 'supplier' AND type IN ('consultation.partContributed', 'consultation.partTakenBack', 'consultation.partFileDownloaded')
           AND EXISTS (SELECT 1 FROM app_guest_parts() p WHERE p.id::text = payload ->> 'partId')))
  AND EXISTS (SELECT 1 FROM app_guest_consultation() c
              WHERE c.account_id = event.account_id AND c.organization_id = event.organization_id));
ALTER POLICY event_of_guests ON event WITH CHECK (
  NOT (SELECT app_is_guest())
  OR (subject_id = (SELECT app_guest())
      AND type IN ('consultation.guestDownloaded', 'consultation.guestWrote', 'consultation.partContributed',
                   'consultation.partTakenBack', 'consultation.partFileDownloaded')));
