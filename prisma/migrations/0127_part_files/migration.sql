-- CreateTable
CREATE TABLE "consultation_part_file" (
    "part_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "goes_along" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "consultation_part_file_pkey" PRIMARY KEY ("part_id","file_id")
);

-- CreateIndex
CREATE INDEX "consultation_part_file_file_id_idx" ON "consultation_part_file"("file_id");

-- CreateIndex
CREATE INDEX "consultation_part_file_account_id_idx" ON "consultation_part_file"("account_id");

-- AddForeignKey
ALTER TABLE "consultation_part_file" ADD CONSTRAINT "consultation_part_file_part_id_fkey" FOREIGN KEY ("part_id") REFERENCES "consultation_part"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_part_file" ADD CONSTRAINT "consultation_part_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------------------------------------------- files of a contribution
-- Whether the actor writes a part's contribution at present: nobody does once it was handed in.
CREATE FUNCTION app_writes_part(part uuid, consultation uuid, account uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT EXISTS (
    SELECT 1 FROM consultation_part p
    WHERE p.id = part AND p.consultation_id = consultation AND p.account_id = account
      AND p.contributed_at IS NULL AND p.withdrawn_at IS NULL AND p.assembly_id IS NULL
      AND ((p.account_id = ANY (app_accounts()) AND app_side() = 'supplier')
           OR p.consultation_id = ANY (app_lent('decide'))
           OR (p.owner_id = app_actor() AND p.consultation_id = ANY (app_lent('write')))))
$$;

ALTER TABLE consultation_part_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_part_file_read ON consultation_part_file FOR SELECT
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]) AND (SELECT app_side()) = 'supplier');
CREATE POLICY consultation_part_file_lent_read ON consultation_part_file FOR SELECT
  USING (consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_part_file_insert ON consultation_part_file FOR INSERT WITH CHECK (
  NOT goes_along AND app_may_attach(file_id, NULL) AND app_writes_part(part_id, consultation_id, account_id));
CREATE POLICY consultation_part_file_by_writers ON consultation_part_file AS RESTRICTIVE FOR INSERT
  WITH CHECK (app_writes_in(consultation_id, account_id));
CREATE POLICY consultation_part_file_delete ON consultation_part_file FOR DELETE
  USING (app_writes_part(part_id, consultation_id, account_id));
-- What goes along is chosen by whoever coordinates.
CREATE POLICY consultation_part_file_update ON consultation_part_file FOR UPDATE
  USING ((account_id = ANY ((SELECT app_accounts())::uuid[]) AND (SELECT app_side()) = 'supplier')
         OR consultation_id = ANY ((SELECT app_lent('decide'))::uuid[]));

CREATE FUNCTION app_keep_part_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  IF (NEW.part_id, NEW.file_id, NEW.consultation_id, NEW.account_id, NEW.position)
     IS DISTINCT FROM (OLD.part_id, OLD.file_id, OLD.consultation_id, OLD.account_id, OLD.position)
     OR NOT EXISTS (SELECT 1 FROM consultation_part p JOIN consultation_assembly a ON a.id = p.assembly_id
                    WHERE p.id = NEW.part_id AND p.withdrawn_at IS NULL AND a.released_at IS NULL) THEN
    RAISE EXCEPTION 'of a draft it is chosen which files go along' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER consultation_part_file_keep BEFORE UPDATE ON consultation_part_file
  FOR EACH ROW EXECUTE FUNCTION app_keep_part_file();

-- Seen by whoever sees what it hangs from.
ALTER POLICY file_read ON file USING (
  uploaded_by_id = app_actor()
  OR EXISTS (SELECT 1 FROM document_version_file f WHERE f.file_id = file.id)
  OR EXISTS (SELECT 1 FROM message_file f WHERE f.file_id = file.id)
  OR EXISTS (SELECT 1 FROM consultation_part_file f WHERE f.file_id = file.id));

-- What was chosen goes along with the answer, whoever sent it.
ALTER POLICY message_file_all ON message_file WITH CHECK (
  EXISTS (SELECT 1 FROM message m
          WHERE m.id = message_id AND m.account_id = message_file.account_id AND m.lane = message_file.lane
            AND m.consultation_id = message_file.consultation_id AND m.author_id = app_actor())
  AND (app_may_attach(file_id, NULL)
       OR (lane = 'shared' AND EXISTS (
             SELECT 1 FROM consultation_part_file f JOIN consultation_part p ON p.id = f.part_id
             WHERE f.file_id = message_file.file_id AND f.consultation_id = message_file.consultation_id
               AND f.goes_along AND p.assembly_id IS NOT NULL AND p.withdrawn_at IS NULL))));

-- Who reads alone looks also at these.
ALTER POLICY event_lent_insert ON event WITH CHECK (
  actor_id = app_actor() AND actor_organization_id = (SELECT app_organization())
  AND subject_type = 'consultation' AND (side IS NULL OR side = 'supplier')
  AND (subject_id = ANY ((SELECT app_lent('write'))::uuid[])
       OR (subject_id = ANY ((SELECT app_lent())::uuid[])
           AND (type IN ('consultation.fileDownloaded', 'consultation.partFileDownloaded', 'consultation.watched',
                         'consultation.unwatched', 'consultation.snoozed', 'consultation.snoozeEnded')
                OR (type = 'consultation.participantRemoved' AND payload ->> 'memberId' = app_actor()::text))))
  AND EXISTS (SELECT 1 FROM consultation c
              WHERE c.id = subject_id AND c.account_id = event.account_id AND c.organization_id = event.organization_id));

-- A file that is taken out of a contribution is an upload that nobody attached.
CREATE OR REPLACE FUNCTION app_detach_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  UPDATE file SET attached_at = NULL
  WHERE id = OLD.file_id
    AND NOT EXISTS (SELECT 1 FROM document_version_file k WHERE k.file_id = OLD.file_id)
    AND NOT EXISTS (SELECT 1 FROM message_file k WHERE k.file_id = OLD.file_id)
    AND NOT EXISTS (SELECT 1 FROM consultation_part_file k WHERE k.file_id = OLD.file_id);
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER consultation_part_file_detach AFTER DELETE ON consultation_part_file
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_detach_file();

-- --------------------------------------------------------------------------------------------------------------- parts
-- Of the lent, who writes alone does not change either whether somebody was reminded.
CREATE OR REPLACE FUNCTION app_keep_part() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
  actor uuid := app_actor();
BEGIN
  IF actor IS NULL THEN RETURN NEW; END IF;
  IF NEW.owner_id IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.owner_id IS DISTINCT FROM NEW.owner_id)
     AND (NOT EXISTS (SELECT 1 FROM membership m WHERE m.id = NEW.owner_id AND m.side = 'supplier')
          OR NOT (app_reads_lane(NEW.owner_id, NEW.account_id, 'internal')
                  OR app_is_lent(NEW.owner_id, NEW.consultation_id))) THEN
    RAISE EXCEPTION 'given to somebody who does not read it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.contributed_by_id IS NOT NULL AND NEW.contributed_by_id <> actor
     AND (TG_OP = 'INSERT' OR OLD.contributed_by_id IS DISTINCT FROM NEW.contributed_by_id) THEN
    RAISE EXCEPTION 'contributed in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.consultation_id, NEW.account_id, NEW.position, NEW.asked_by_id, NEW.asked_at)
       IS DISTINCT FROM (OLD.id, OLD.consultation_id, OLD.account_id, OLD.position, OLD.asked_by_id, OLD.asked_at)
       OR NEW.revision <> OLD.revision + 1
       OR OLD.withdrawn_at IS NOT NULL
       OR EXISTS (SELECT 1 FROM consultation_assembly a WHERE a.id = OLD.assembly_id AND a.released_at IS NOT NULL) THEN
      RAISE EXCEPTION 'a part stays where it was asked, and as it was released' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    -- Of the lent, who writes alone changes the words of the contribution and nothing else.
    IF NEW.account_id <> ALL (app_accounts()) AND NEW.consultation_id <> ALL (app_lent('decide'))
       AND (NEW.question, NEW.function, NEW.owner_id, NEW.due_on, NEW.returned_words, NEW.withdrawn_at, NEW.withdrawn_reason,
            NEW.assembly_id, NEW.reminded_at, NEW.missed_at)
           IS DISTINCT FROM (OLD.question, OLD.function, OLD.owner_id, OLD.due_on, OLD.returned_words, OLD.withdrawn_at, OLD.withdrawn_reason,
            OLD.assembly_id, OLD.reminded_at, OLD.missed_at) THEN
      RAISE EXCEPTION 'of a part that is theirs they write the contribution' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
