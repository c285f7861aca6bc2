-- CreateEnum
CREATE TYPE "work_act" AS ENUM ('assign', 'take_over', 'tag', 'untag', 'snooze', 'close', 'due');

-- AlterEnum

ALTER TYPE "consultation_status" ADD VALUE 'waiting_for_customer' BEFORE 'answered';
ALTER TYPE "consultation_status" ADD VALUE 'waiting_for_supplier' BEFORE 'answered';
ALTER TYPE "consultation_status" ADD VALUE 'closed' BEFORE 'reopened';

-- CreateTable
CREATE TABLE "consultation_watcher" (
    "consultation_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_watcher_pkey" PRIMARY KEY ("consultation_id","membership_id")
);

-- CreateTable
CREATE TABLE "consultation_snooze" (
    "consultation_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_snooze_pkey" PRIMARY KEY ("consultation_id","membership_id")
);

-- CreateTable
CREATE TABLE "consultation_due" (
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "is_shown" BOOLEAN NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reminded_at" TIMESTAMPTZ(3),
    "missed_at" TIMESTAMPTZ(3),

    CONSTRAINT "consultation_due_pkey" PRIMARY KEY ("consultation_id")
);

-- CreateTable
CREATE TABLE "consultation_tag" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "name" TEXT NOT NULL,
    "color" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "consultation_tag_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_tagging" (
    "consultation_id" UUID NOT NULL,
    "tag_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "tagged_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_tagging_pkey" PRIMARY KEY ("consultation_id","tag_id")
);

-- CreateTable
CREATE TABLE "work_batch" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "membership_id" UUID NOT NULL,
    "act" "work_act" NOT NULL,
    "given" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "work_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "work_batch_entry" (
    "batch_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "refusal" TEXT NOT NULL DEFAULT '',
    "before" JSONB,
    "after" JSONB,
    "undone_at" TIMESTAMPTZ(3),
    "undo_refusal" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "work_batch_entry_pkey" PRIMARY KEY ("batch_id","consultation_id")
);

-- CreateIndex
CREATE INDEX "consultation_watcher_membership_id_idx" ON "consultation_watcher"("membership_id");

-- CreateIndex
CREATE INDEX "consultation_snooze_membership_id_idx" ON "consultation_snooze"("membership_id");

-- CreateIndex
CREATE INDEX "consultation_snooze_until_idx" ON "consultation_snooze"("until");

-- CreateIndex
CREATE INDEX "consultation_due_organization_id_due_on_idx" ON "consultation_due"("organization_id", "due_on");

-- CreateIndex
CREATE INDEX "consultation_due_account_id_idx" ON "consultation_due"("account_id");

-- CreateIndex
CREATE INDEX "consultation_tag_organization_id_side_idx" ON "consultation_tag"("organization_id", "side");

-- CreateIndex
CREATE INDEX "consultation_tagging_tag_id_consultation_id_idx" ON "consultation_tagging"("tag_id", "consultation_id");

-- CreateIndex
CREATE INDEX "work_batch_organization_id_id_idx" ON "work_batch"("organization_id", "id");

-- CreateIndex
CREATE INDEX "work_batch_membership_id_idx" ON "work_batch"("membership_id");

-- CreateIndex
CREATE INDEX "work_batch_entry_consultation_id_idx" ON "work_batch_entry"("consultation_id");

-- AddForeignKey
ALTER TABLE "consultation_watcher" ADD CONSTRAINT "consultation_watcher_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_watcher" ADD CONSTRAINT "consultation_watcher_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_snooze" ADD CONSTRAINT "consultation_snooze_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_due" ADD CONSTRAINT "consultation_due_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_due" ADD CONSTRAINT "consultation_due_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_tagging" ADD CONSTRAINT "consultation_tagging_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_tagging" ADD CONSTRAINT "consultation_tagging_tag_id_fkey" FOREIGN KEY ("tag_id") REFERENCES "consultation_tag"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_batch" ADD CONSTRAINT "work_batch_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_batch_entry" ADD CONSTRAINT "work_batch_entry_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "work_batch"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "work_batch_entry" ADD CONSTRAINT "work_batch_entry_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE consultation_tag ADD CONSTRAINT consultation_tag_name CHECK (btrim(name) = name AND length(name) BETWEEN 1 AND 40);
-- Of the tags that are given at present, no two of one side read alike.
CREATE UNIQUE INDEX consultation_tag_one ON consultation_tag (organization_id, side, lower(name)) WHERE retired_at IS NULL;

-- ------------------------------------------------------------------------------------------------------------ watchers
-- Known to the own side; each for itself alone.
ALTER TABLE consultation_watcher ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_watcher_read ON consultation_watcher FOR SELECT
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]) AND side = (SELECT app_side()));
CREATE POLICY consultation_watcher_insert ON consultation_watcher FOR INSERT WITH CHECK (
  membership_id = app_actor() AND side = (SELECT app_side())
  AND EXISTS (SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.account_id = consultation_watcher.account_id));
CREATE POLICY consultation_watcher_delete ON consultation_watcher FOR DELETE USING (membership_id = app_actor());

-- -------------------------------------------------------------------------------------------------------------- snoozes
ALTER TABLE consultation_snooze ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_snooze_own ON consultation_snooze FOR ALL
  USING (membership_id = app_actor())
  WITH CHECK (membership_id = app_actor() AND EXISTS (
    SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.account_id = consultation_snooze.account_id));

-- Whoever loses access watches no longer and has nothing put aside: nobody is told, and coming back later does not bring it back.
CREATE FUNCTION app_end_watching() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
  lost uuid[];
BEGIN
  IF TG_TABLE_NAME = 'membership' THEN
    DELETE FROM consultation_watcher WHERE membership_id = NEW.id;
    DELETE FROM consultation_snooze WHERE membership_id = NEW.id;
  ELSIF TG_TABLE_NAME = 'team_member' THEN
    DELETE FROM consultation_watcher w USING account a
      WHERE a.id = OLD.account_id AND a.is_restricted AND w.account_id = a.id AND w.membership_id = OLD.membership_id;
    DELETE FROM consultation_snooze s USING account a
      WHERE a.id = OLD.account_id AND a.is_restricted AND s.account_id = a.id AND s.membership_id = OLD.membership_id;
  ELSE
    -- What is closed the supplier still reads, and the customer does not; what is restricted its team alone.
    SELECT array_agg(m.id) INTO lost FROM membership m
    WHERE (m.side = 'customer' AND m.organization_id = NEW.customer_id AND NEW.closed_at IS NOT NULL)
       OR (m.side = 'supplier' AND m.organization_id = NEW.supplier_id AND NEW.is_restricted
           AND NOT EXISTS (SELECT 1 FROM team_member t WHERE t.account_id = NEW.id AND t.membership_id = m.id));
    DELETE FROM consultation_watcher WHERE account_id = NEW.id AND membership_id = ANY (lost);
    DELETE FROM consultation_snooze WHERE account_id = NEW.id AND membership_id = ANY (lost);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER membership_end_watching AFTER UPDATE ON membership FOR EACH ROW
  WHEN (OLD.deactivated_at IS NULL AND NEW.deactivated_at IS NOT NULL) EXECUTE FUNCTION app_end_watching();
CREATE TRIGGER team_member_end_watching AFTER DELETE ON team_member FOR EACH ROW EXECUTE FUNCTION app_end_watching();
CREATE TRIGGER account_end_watching AFTER UPDATE ON account FOR EACH ROW
  WHEN (OLD.is_restricted IS DISTINCT FROM NEW.is_restricted OR OLD.closed_at IS DISTINCT FROM NEW.closed_at)
  EXECUTE FUNCTION app_end_watching();

-- ------------------------------------------------------------------------------------------------------------- own days
-- Of the supplier; the customer reads those that are meant for it.
ALTER TABLE consultation_due ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_due_read ON consultation_due FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND (is_shown OR (SELECT app_side()) = 'supplier'));
CREATE POLICY consultation_due_write ON consultation_due FOR ALL
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (set_by_id = app_actor() AND (SELECT app_side()) = 'supplier' AND EXISTS (
    SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.account_id = consultation_due.account_id
                                   AND c.organization_id = consultation_due.organization_id));

-- ----------------------------------------------------------------------------------------------------------------- tags
-- A side's own: the organization in that role, nobody else. An administrator renames, merges and retires them.
ALTER TABLE consultation_tag ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_tag_read ON consultation_tag FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND side = (SELECT app_side()));
CREATE POLICY consultation_tag_insert ON consultation_tag FOR INSERT WITH CHECK (
  created_by_id = app_actor() AND organization_id = (SELECT app_organization()) AND side = (SELECT app_side()));
CREATE POLICY consultation_tag_update ON consultation_tag FOR UPDATE USING (
  organization_id = (SELECT app_organization()) AND side = (SELECT app_side())
  AND EXISTS (SELECT 1 FROM membership m WHERE m.id = app_actor() AND m.is_administrator AND m.deactivated_at IS NULL));
CREATE TRIGGER consultation_tag_stays BEFORE DELETE ON consultation_tag FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

ALTER TABLE consultation_tagging ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_tagging_read ON consultation_tagging FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND organization_id = (SELECT app_organization()) AND side = (SELECT app_side()));
CREATE POLICY consultation_tagging_insert ON consultation_tagging FOR INSERT WITH CHECK (
  organization_id = (SELECT app_organization()) AND side = (SELECT app_side())
  AND EXISTS (SELECT 1 FROM consultation_tag t
              WHERE t.id = tag_id AND t.organization_id = consultation_tagging.organization_id AND t.side = consultation_tagging.side)
  AND EXISTS (SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.account_id = consultation_tagging.account_id));
CREATE POLICY consultation_tagging_delete ON consultation_tagging FOR DELETE USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND organization_id = (SELECT app_organization()) AND side = (SELECT app_side()));
CREATE TRIGGER consultation_tagging_keep BEFORE UPDATE ON consultation_tagging
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- An administrator who is not on the team of a restricted account does not see what stands there, and merges the tag there as well.
CREATE FUNCTION app_merge_tags(from_tag uuid, into_tag uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
  organization uuid := app_organization();
  own_side side := app_side();
BEGIN
  IF from_tag = into_tag
     OR NOT EXISTS (SELECT 1 FROM membership m WHERE m.id = app_actor() AND m.is_administrator AND m.deactivated_at IS NULL)
     OR (SELECT count(*) FROM consultation_tag t
         WHERE t.id IN (from_tag, into_tag) AND t.organization_id = organization AND t.side = own_side) <> 2 THEN
    RAISE EXCEPTION 'tags are merged by an administrator of their side' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  INSERT INTO consultation_tagging (consultation_id, tag_id, account_id, organization_id, side, tagged_by_id, created_at)
  SELECT g.consultation_id, into_tag, g.account_id, g.organization_id, g.side, g.tagged_by_id, g.created_at
  FROM consultation_tagging g WHERE g.tag_id = from_tag
  ON CONFLICT DO NOTHING;
  DELETE FROM consultation_tagging WHERE tag_id = from_tag;
END
$$;

-- -------------------------------------------------------------------------------------------------------------- batches
-- Colleagues read who did what, of the accounts that they enter; whoever did it writes down what became of it.
ALTER TABLE work_batch ENABLE ROW LEVEL SECURITY;
CREATE POLICY work_batch_read ON work_batch FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND side = (SELECT app_side()));
CREATE POLICY work_batch_insert ON work_batch FOR INSERT WITH CHECK (
  membership_id = app_actor() AND organization_id = (SELECT app_organization()) AND side = (SELECT app_side()));
CREATE POLICY work_batch_update ON work_batch FOR UPDATE USING (membership_id = app_actor());
CREATE TRIGGER work_batch_stays BEFORE DELETE ON work_batch FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

ALTER TABLE work_batch_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY work_batch_entry_read ON work_batch_entry FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM work_batch b WHERE b.id = batch_id));
CREATE POLICY work_batch_entry_insert ON work_batch_entry FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM work_batch b WHERE b.id = batch_id AND b.membership_id = app_actor())
  AND EXISTS (SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.account_id = work_batch_entry.account_id));
CREATE POLICY work_batch_entry_update ON work_batch_entry FOR UPDATE USING (
  EXISTS (SELECT 1 FROM work_batch b WHERE b.id = batch_id AND b.membership_id = app_actor()));
CREATE TRIGGER work_batch_entry_stays BEFORE DELETE ON work_batch_entry FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
