-- CreateEnum
CREATE TYPE "participant_grade" AS ENUM ('read', 'write', 'decide');

-- CreateTable
CREATE TABLE "consultation_participant" (
    "consultation_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "grade" "participant_grade" NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_participant_pkey" PRIMARY KEY ("consultation_id","membership_id")
);

-- CreateIndex
CREATE INDEX "consultation_participant_membership_id_idx" ON "consultation_participant"("membership_id");

-- CreateIndex
CREATE INDEX "consultation_participant_account_id_idx" ON "consultation_participant"("account_id");

-- AddForeignKey
ALTER TABLE "consultation_participant" ADD CONSTRAINT "consultation_participant_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_participant" ADD CONSTRAINT "consultation_participant_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_participant" ADD CONSTRAINT "consultation_participant_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------------------------------------------------ who is lent
-- The consultations in which the actor was named with this grade at least. It matters for the supplier's members alone, who do
-- not enter a restricted account: of the customer's side everybody enters, or nobody.
CREATE FUNCTION app_lent(wanted participant_grade DEFAULT 'read') RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT ARRAY (
    SELECT p.consultation_id FROM consultation_participant p
    JOIN membership m ON m.id = p.membership_id AND m.deactivated_at IS NULL AND m.side = 'supplier'
    JOIN account a ON a.id = p.account_id AND a.supplier_id = m.organization_id
    WHERE p.membership_id = app_actor() AND p.side = 'supplier' AND p.grade >= wanted)
$$;

-- The same of another member, for who may be mentioned.
CREATE FUNCTION app_is_lent(member uuid, consultation uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT EXISTS (
    SELECT 1 FROM consultation_participant p
    JOIN membership m ON m.id = p.membership_id AND m.deactivated_at IS NULL AND m.side = 'supplier'
    JOIN account a ON a.id = p.account_id AND a.supplier_id = m.organization_id
    WHERE p.consultation_id = consultation AND p.membership_id = member AND p.side = 'supplier')
$$;

-- Whose names stand on the two sides of a lent consultation: its accounts, the customers, and of these the people in it.
CREATE FUNCTION app_lent_accounts() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT ARRAY (SELECT c.account_id FROM consultation c WHERE c.id = ANY (app_lent())) $$;

CREATE FUNCTION app_lent_organizations() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT ARRAY (SELECT a.customer_id FROM account a WHERE a.id = ANY (app_lent_accounts())) $$;

CREATE FUNCTION app_lent_people() RETURNS uuid[]
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
  lent uuid[] := app_lent();
BEGIN
  IF cardinality(lent) = 0 THEN RETURN '{}'; END IF;
  RETURN ARRAY (
    SELECT c.asked_by_id FROM consultation c WHERE c.id = ANY (lent)
    UNION SELECT m.author_id FROM message m WHERE m.consultation_id = ANY (lent) AND m.lane <> 'private'
    UNION SELECT m.membership_id FROM message_mention m WHERE m.consultation_id = ANY (lent) AND m.lane <> 'private'
    UNION SELECT r.membership_id FROM message_reaction r WHERE r.consultation_id = ANY (lent) AND r.lane <> 'private'
    UNION SELECT p.membership_id FROM consultation_participant p WHERE p.consultation_id = ANY (lent)
    UNION SELECT p.added_by_id FROM consultation_participant p WHERE p.consultation_id = ANY (lent));
END
$$;

-- ----------------------------------------------------------------------------------------------------- participants
-- Both sides know who takes part. Each names, changes and removes people of its own side, in the own name, within the account;
-- whoever was named may leave.
ALTER TABLE consultation_participant ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_participant_read ON consultation_participant FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) OR consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_participant_insert ON consultation_participant FOR INSERT WITH CHECK (
  added_by_id = app_actor() AND side = (SELECT app_side()) AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM consultation c
              WHERE c.id = consultation_id AND c.account_id = consultation_participant.account_id)
  AND EXISTS (SELECT 1 FROM membership m
              WHERE m.id = membership_id AND m.organization_id = (SELECT app_organization())
                AND m.side = consultation_participant.side AND m.deactivated_at IS NULL));
CREATE POLICY consultation_participant_update ON consultation_participant FOR UPDATE USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND side = (SELECT app_side()));
CREATE POLICY consultation_participant_delete ON consultation_participant FOR DELETE USING (
  membership_id = app_actor()
  OR (account_id = ANY ((SELECT app_accounts())::uuid[]) AND side = (SELECT app_side())));

CREATE FUNCTION app_keep_participant() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF (NEW.consultation_id, NEW.membership_id, NEW.account_id, NEW.side, NEW.added_by_id, NEW.added_at)
     IS DISTINCT FROM (OLD.consultation_id, OLD.membership_id, OLD.account_id, OLD.side, OLD.added_by_id, OLD.added_at)
     OR NEW.revision <> OLD.revision + 1 THEN
    RAISE EXCEPTION 'of a participant the grade alone changes' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER consultation_participant_keep BEFORE UPDATE ON consultation_participant
  FOR EACH ROW EXECUTE FUNCTION app_keep_participant();

-- ------------------------------------------------------------------------------------- what a lent colleague sees
-- Policies beside those of the account: the consultation and what hangs from it, in the lanes of the supplier's side.
CREATE POLICY consultation_lent_read ON consultation FOR SELECT USING (id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_lent_write ON consultation FOR UPDATE
  USING (id = ANY ((SELECT app_lent('write'))::uuid[]))
  WITH CHECK (id = ANY ((SELECT app_lent('write'))::uuid[])
              AND EXISTS (SELECT 1 FROM account a WHERE a.id = account_id AND a.supplier_id = consultation.organization_id));
-- A policy says which rows, and not which columns: what the grade is for changes there, and nothing else.
CREATE FUNCTION app_keep_lent() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$
DECLARE
  -- The column of the search is derived, and is not there yet.
  free text[] := ARRAY['status', 'last_activity_at', 'search'];
  states consultation_status[];
BEGIN
  IF OLD.account_id = ANY (app_accounts()) OR OLD.id <> ALL (app_lent()) THEN RETURN NEW; END IF;
  IF OLD.id = ANY (app_lent('decide')) THEN
    free := free || ARRAY['urgency', 'answer_message_id', 'assignee_id'];
    states := '{assigned,waiting_for_customer,waiting_for_supplier,answered,closed}';
  ELSIF OLD.status = 'waiting_for_supplier' THEN
    states := '{assigned}';
  END IF;
  IF to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free
     OR (NEW.status <> OLD.status AND (states IS NULL OR NEW.status <> ALL (states) OR OLD.status IN ('accepted', 'merged')))
     OR (NEW.assignee_id IS DISTINCT FROM OLD.assignee_id
         AND (OLD.assignee_id IS NOT NULL OR NEW.assignee_id IS DISTINCT FROM app_actor())) THEN
    RAISE EXCEPTION 'of what somebody was named in only what the grade is for changes' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER consultation_keep_lent BEFORE UPDATE ON consultation
  FOR EACH ROW WHEN (app_actor() IS NOT NULL) EXECUTE FUNCTION app_keep_lent();
CREATE POLICY account_lent_read ON account FOR SELECT USING (id = ANY ((SELECT app_lent_accounts())::uuid[]));
CREATE POLICY organization_lent_read ON organization FOR SELECT
  USING (id = ANY ((SELECT app_lent_organizations())::uuid[]));
CREATE POLICY membership_lent_read ON membership FOR SELECT USING (id = ANY ((SELECT app_lent_people())::uuid[]));

-- Whoever writes there has to know who of the own house reads it.
CREATE POLICY team_member_lent_read ON team_member FOR SELECT
  USING (account_id = ANY ((SELECT app_lent_accounts())::uuid[]));

CREATE POLICY message_lent_read ON message FOR SELECT USING (
  lane <> 'private' AND consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY message_lent_insert ON message FOR INSERT WITH CHECK (
  author_id = app_actor() AND lane <> 'private' AND consultation_id = ANY ((SELECT app_lent('write'))::uuid[])
  AND EXISTS (SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.account_id = message.account_id));
-- Whoever reacts to somebody else's message locks its row; the own words alone are changed.
CREATE POLICY message_lent_edit ON message FOR UPDATE
  USING (lane <> 'private' AND consultation_id = ANY ((SELECT app_lent('write'))::uuid[]))
  WITH CHECK (author_id = app_actor());
CREATE POLICY message_file_lent_read ON message_file FOR SELECT USING (
  lane <> 'private' AND consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY message_wording_lent_read ON message_wording FOR SELECT USING (
  lane <> 'private' AND consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY message_mention_lent_read ON message_mention FOR SELECT USING (
  lane <> 'private' AND consultation_id = ANY ((SELECT app_lent())::uuid[]));
-- Who is lent is mentioned by whoever writes there, in what that one reads.
CREATE POLICY message_mention_of_lent ON message_mention FOR INSERT WITH CHECK (
  lane <> 'private' AND app_is_lent(membership_id, consultation_id)
  AND EXISTS (SELECT 1 FROM message m
              WHERE m.id = message_id AND m.author_id = app_actor() AND m.account_id = message_mention.account_id
                AND m.lane = message_mention.lane AND m.consultation_id = message_mention.consultation_id));
CREATE POLICY message_quote_lent_read ON message_quote FOR SELECT USING (
  lane <> 'private' AND consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY message_reaction_lent_read ON message_reaction FOR SELECT USING (
  lane <> 'private' AND consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY citation_lent_read ON citation FOR SELECT USING (EXISTS (
  SELECT 1 FROM message m WHERE m.id = message_id AND m.lane = citation.lane AND m.lane <> 'private'
                            AND m.consultation_id = ANY ((SELECT app_lent())::uuid[])));

CREATE POLICY consultation_view_lent ON consultation_view FOR ALL
  USING (membership_id = app_actor() AND consultation_id = ANY ((SELECT app_lent())::uuid[]))
  WITH CHECK (membership_id = app_actor() AND consultation_id = ANY ((SELECT app_lent())::uuid[])
              AND EXISTS (SELECT 1 FROM consultation c
                          WHERE c.id = consultation_id AND c.account_id = consultation_view.account_id));
CREATE POLICY consultation_clock_lent_read ON consultation_clock FOR SELECT
  USING (consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_sheet_lent_read ON consultation_sheet FOR SELECT
  USING (consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_rating_lent_read ON consultation_rating FOR SELECT
  USING (consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_decision_lent_read ON consultation_decision FOR SELECT
  USING (consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_decision_lent_write ON consultation_decision FOR INSERT WITH CHECK (
  recorded_by_id = app_actor() AND consultation_id = ANY ((SELECT app_lent('decide'))::uuid[])
  AND EXISTS (SELECT 1 FROM message m
              WHERE m.id = message_id AND m.consultation_id = consultation_decision.consultation_id
                AND m.account_id = consultation_decision.account_id AND m.lane = 'shared'));

-- Of the work on it, its relations and checklists: the same rule, and nothing more.
CREATE POLICY consultation_watcher_lent_read ON consultation_watcher FOR SELECT
  USING (side = 'supplier' AND consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_due_lent_read ON consultation_due FOR SELECT
  USING (consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_tagging_lent_read ON consultation_tagging FOR SELECT
  USING (side = 'supplier' AND organization_id = (SELECT app_organization())
         AND consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_tagging_lent_delete ON consultation_tagging FOR DELETE
  USING (side = 'supplier' AND organization_id = (SELECT app_organization())
         AND consultation_id = ANY ((SELECT app_lent('write'))::uuid[]));
CREATE POLICY work_batch_entry_lent_read ON work_batch_entry FOR SELECT USING (
  consultation_id = ANY ((SELECT app_lent())::uuid[]) AND EXISTS (SELECT 1 FROM work_batch b WHERE b.id = batch_id));
CREATE POLICY consultation_merge_lent_read ON consultation_merge FOR SELECT
  USING (consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_relation_lent_read ON consultation_relation FOR SELECT USING (
  (consultation_id = ANY ((SELECT app_lent())::uuid[]) OR account_id = ANY ((SELECT app_accounts())::uuid[]))
  AND (other_id = ANY ((SELECT app_lent())::uuid[]) OR other_account_id = ANY ((SELECT app_accounts())::uuid[]))
  AND (SELECT app_side()) = 'supplier');
CREATE POLICY consultation_checklist_lent_read ON consultation_checklist FOR SELECT
  USING (lane <> 'private' AND consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_checklist_lent_insert ON consultation_checklist FOR INSERT WITH CHECK (
  started_by_id = app_actor() AND lane <> 'private' AND consultation_id = ANY ((SELECT app_lent('write'))::uuid[])
  AND EXISTS (SELECT 1 FROM consultation c
              WHERE c.id = consultation_id AND c.account_id = consultation_checklist.account_id));
CREATE POLICY consultation_checklist_lent_lock ON consultation_checklist FOR UPDATE
  USING (lane <> 'private' AND consultation_id = ANY ((SELECT app_lent('write'))::uuid[]));
CREATE POLICY checklist_item_lent_read ON checklist_item FOR SELECT USING (EXISTS (
  SELECT 1 FROM consultation_checklist l
  WHERE l.id = checklist_id AND l.lane = checklist_item.lane AND l.lane <> 'private'
    AND l.consultation_id = ANY ((SELECT app_lent())::uuid[])));
CREATE POLICY checklist_item_lent_write ON checklist_item FOR ALL USING (EXISTS (
  SELECT 1 FROM consultation_checklist l
  WHERE l.id = checklist_id AND l.lane = checklist_item.lane AND l.lane <> 'private'
    AND l.account_id = checklist_item.account_id
    AND l.consultation_id = ANY ((SELECT app_lent('write'))::uuid[])));

-- Who reads alone leaves no mark either: what hangs from a row that one sees is written by who may write.
CREATE FUNCTION app_writes_in(consultation uuid, account uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT account = ANY (app_accounts()) OR consultation = ANY (app_lent('write')) $$;
CREATE POLICY message_reaction_by_writers ON message_reaction AS RESTRICTIVE FOR INSERT
  WITH CHECK (app_writes_in(consultation_id, account_id));
-- What one wrote while one could gets nothing more from whoever reads alone now.
CREATE POLICY message_file_by_writers ON message_file AS RESTRICTIVE FOR INSERT
  WITH CHECK (app_writes_in(consultation_id, account_id));
CREATE POLICY message_mention_by_writers ON message_mention AS RESTRICTIVE FOR INSERT
  WITH CHECK (app_writes_in(consultation_id, account_id));
CREATE POLICY message_quote_by_writers ON message_quote AS RESTRICTIVE FOR INSERT
  WITH CHECK (app_writes_in(consultation_id, account_id));
CREATE POLICY citation_by_writers ON citation AS RESTRICTIVE FOR INSERT WITH CHECK (message_id IS NULL OR EXISTS (
  SELECT 1 FROM message m WHERE m.id = message_id AND app_writes_in(m.consultation_id, m.account_id)));
CREATE POLICY consultation_tagging_by_writers ON consultation_tagging AS RESTRICTIVE FOR INSERT
  WITH CHECK (app_writes_in(consultation_id, account_id));
CREATE POLICY checklist_item_by_writers ON checklist_item AS RESTRICTIVE FOR INSERT WITH CHECK (EXISTS (
  SELECT 1 FROM consultation_checklist l WHERE l.id = checklist_id AND app_writes_in(l.consultation_id, l.account_id)));

-- What says something of the account is written by those who work on it: an account or a consultation that one sees is not enough.
CREATE POLICY consultation_due_by_team ON consultation_due AS RESTRICTIVE FOR INSERT
  WITH CHECK (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY consultation_relation_by_team ON consultation_relation AS RESTRICTIVE FOR INSERT WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND other_account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY consultation_merge_by_team ON consultation_merge AS RESTRICTIVE FOR INSERT
  WITH CHECK (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY invitation_by_team ON invitation AS RESTRICTIVE FOR INSERT
  WITH CHECK (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[]));

-- Events of it, and what rings of them.
CREATE POLICY event_lent_read ON event FOR SELECT USING (
  subject_type = 'consultation' AND subject_id = ANY ((SELECT app_lent())::uuid[])
  AND (side IS NULL OR side = 'supplier'));
CREATE POLICY event_lent_insert ON event FOR INSERT WITH CHECK (
  actor_id = app_actor() AND actor_organization_id = (SELECT app_organization())
  AND subject_type = 'consultation' AND (side IS NULL OR side = 'supplier')
  -- Who reads alone looks, keeps order for itself, and leaves.
  AND (subject_id = ANY ((SELECT app_lent('write'))::uuid[])
       OR (subject_id = ANY ((SELECT app_lent())::uuid[])
           AND (type IN ('consultation.fileDownloaded', 'consultation.watched', 'consultation.unwatched',
                         'consultation.snoozed', 'consultation.snoozeEnded')
                OR (type = 'consultation.participantRemoved' AND payload ->> 'memberId' = app_actor()::text))))
  AND EXISTS (SELECT 1 FROM consultation c
              WHERE c.id = subject_id AND c.account_id = event.account_id AND c.organization_id = event.organization_id));
CREATE POLICY notification_lent ON notification FOR ALL USING (
  membership_id = app_actor() AND subject_type = 'consultation' AND subject_id = ANY ((SELECT app_lent())::uuid[]));

CREATE OR REPLACE FUNCTION app_who_sees(members uuid[], event_account uuid, event_side side, record_kind text, record_id uuid)
RETURNS SETOF uuid LANGUAGE plpgsql SET search_path = public AS
$$
DECLARE
  before text := current_setting('app.actor', true);
  member uuid;
  actor_side side;
  sees boolean;
BEGIN
  FOREACH member IN ARRAY members LOOP
    PERFORM set_config('app.actor', member::text, true);
    actor_side := app_side();
    sees := actor_side IS NOT NULL
      AND (event_side IS NULL OR event_side = actor_side)
      AND (event_account IS NULL OR event_account = ANY (app_accounts())
           OR (record_kind = 'consultation' AND record_id = ANY (app_lent())));
    IF sees THEN
      sees := CASE record_kind
        WHEN 'consultation' THEN EXISTS (SELECT 1 FROM consultation c WHERE c.id = record_id)
        WHEN 'document' THEN EXISTS (SELECT 1 FROM document d WHERE d.id = record_id)
          AND (actor_side = 'supplier' OR EXISTS (
            SELECT 1 FROM document_audience a WHERE a.document_id = record_id AND a.functions && app_functions()))
        WHEN 'comparison' THEN EXISTS (SELECT 1 FROM comparison c WHERE c.id = record_id)
          AND (actor_side = 'supplier'
               OR app_functions() && ARRAY['purchasing', 'engineering']::member_function[])
        WHEN 'account' THEN EXISTS (SELECT 1 FROM account a WHERE a.id = record_id)
        ELSE true
      END;
    END IF;
    IF sees THEN RETURN NEXT member; END IF;
  END LOOP;
  PERFORM set_config('app.actor', coalesce(before, ''), true);
END
$$;

-- ---------------------------------------------------------------------------------------------------- how it ends
-- Whoever loses the account, or is deactivated, is named nowhere any more: coming back later does not bring it back.
CREATE FUNCTION app_end_participating() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  IF TG_TABLE_NAME = 'membership' THEN
    DELETE FROM consultation_participant WHERE membership_id = NEW.id;
  ELSIF TG_TABLE_NAME = 'team_member' THEN
    DELETE FROM consultation_participant p USING account a
      WHERE a.id = OLD.account_id AND a.is_restricted AND p.account_id = a.id AND p.membership_id = OLD.membership_id;
  ELSE
    DELETE FROM consultation_participant p USING membership m
      WHERE p.account_id = NEW.id AND m.id = p.membership_id
        AND ((p.side = 'customer' AND (NEW.closed_at IS NOT NULL OR m.organization_id <> NEW.customer_id))
          OR (p.side = 'supplier' AND NEW.is_restricted AND NOT OLD.is_restricted
              AND NOT EXISTS (SELECT 1 FROM team_member t WHERE t.account_id = NEW.id AND t.membership_id = m.id)));
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER membership_end_participating AFTER UPDATE ON membership FOR EACH ROW
  WHEN (OLD.deactivated_at IS NULL AND NEW.deactivated_at IS NOT NULL) EXECUTE FUNCTION app_end_participating();
CREATE TRIGGER team_member_end_participating AFTER DELETE ON team_member
  FOR EACH ROW EXECUTE FUNCTION app_end_participating();
CREATE TRIGGER account_end_participating AFTER UPDATE ON account FOR EACH ROW
  WHEN (OLD.is_restricted IS DISTINCT FROM NEW.is_restricted OR OLD.closed_at IS DISTINCT FROM NEW.closed_at
        OR OLD.customer_id IS DISTINCT FROM NEW.customer_id)
  EXECUTE FUNCTION app_end_participating();

-- Whoever was let in by being named alone has nothing put aside there, and watches nothing, once that has ended.
CREATE FUNCTION app_participant_left() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  IF NOT app_reads_lane(OLD.membership_id, OLD.account_id, 'shared') THEN
    DELETE FROM consultation_watcher WHERE consultation_id = OLD.consultation_id AND membership_id = OLD.membership_id;
    DELETE FROM consultation_snooze WHERE consultation_id = OLD.consultation_id AND membership_id = OLD.membership_id;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER consultation_participant_left AFTER DELETE ON consultation_participant
  FOR EACH ROW EXECUTE FUNCTION app_participant_left();
