-- AlterEnum
ALTER TYPE "clock_state" ADD VALUE 'merged';

-- AlterEnum
ALTER TYPE "consultation_status" ADD VALUE 'merged';

-- CreateTable
CREATE TABLE "consultation_relation" (
    "consultation_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "other_account_id" UUID NOT NULL,
    "related_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_relation_pkey" PRIMARY KEY ("consultation_id","other_id")
);

-- CreateTable
CREATE TABLE "consultation_merge" (
    "consultation_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "status_before" "consultation_status" NOT NULL,
    "merged_by_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_merge_pkey" PRIMARY KEY ("consultation_id")
);

-- CreateIndex
CREATE INDEX "consultation_relation_other_id_idx" ON "consultation_relation"("other_id");

-- CreateIndex
CREATE INDEX "consultation_merge_into_id_idx" ON "consultation_merge"("into_id");

-- AddForeignKey
ALTER TABLE "consultation_relation" ADD CONSTRAINT "consultation_relation_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_relation" ADD CONSTRAINT "consultation_relation_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_merge" ADD CONSTRAINT "consultation_merge_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_merge" ADD CONSTRAINT "consultation_merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_merge" ADD CONSTRAINT "consultation_merge_merged_by_id_fkey" FOREIGN KEY ("merged_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ----------------------------------------------------------------------------------------------------- related ones
-- Read by whoever may enter both accounts; across accounts by the supplier's side alone, so that no customer learns of
-- another one. Written in one's own name, of consultations of one supplier.
ALTER TABLE consultation_relation ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_relation_read ON consultation_relation FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND other_account_id = ANY ((SELECT app_accounts())::uuid[])
  AND (account_id = other_account_id OR (SELECT app_side()) = 'supplier'));
CREATE POLICY consultation_relation_insert ON consultation_relation FOR INSERT WITH CHECK (
  related_by_id = app_actor() AND (account_id = other_account_id OR (SELECT app_side()) = 'supplier')
  AND EXISTS (
    SELECT 1 FROM consultation a JOIN consultation b ON b.id = other_id AND b.organization_id = a.organization_id
    WHERE a.id = consultation_id AND a.account_id = consultation_relation.account_id
      AND b.account_id = consultation_relation.other_account_id));
CREATE POLICY consultation_relation_delete ON consultation_relation FOR DELETE USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND other_account_id = ANY ((SELECT app_accounts())::uuid[])
  AND (account_id = other_account_id OR (SELECT app_side()) = 'supplier'));
CREATE TRIGGER consultation_relation_keep BEFORE UPDATE ON consultation_relation
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
ALTER TABLE consultation_relation ADD CONSTRAINT consultation_relation_two CHECK (consultation_id <> other_id);

-- ------------------------------------------------------------------------------------------------------- duplicates
-- Both sides of the account read that one goes on in another; whoever may enter it merges, in the own name, within it.
ALTER TABLE consultation_merge ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_merge_read ON consultation_merge FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY consultation_merge_insert ON consultation_merge FOR INSERT WITH CHECK (
  merged_by_id = app_actor()
  AND EXISTS (
    SELECT 1 FROM consultation a JOIN consultation b ON b.id = into_id AND b.account_id = a.account_id
    WHERE a.id = consultation_id AND a.account_id = consultation_merge.account_id
      AND a.asked_by_id = consultation_merge.asked_by_id));
CREATE POLICY consultation_merge_delete ON consultation_merge FOR DELETE USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE TRIGGER consultation_merge_keep BEFORE UPDATE ON consultation_merge
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
ALTER TABLE consultation_merge ADD CONSTRAINT consultation_merge_two CHECK (consultation_id <> into_id);

-- One step, whatever happens at once: what is merged takes nothing in, and what took something in is not merged. Both
-- consultations are locked, in the order of their ids, by whoever asks first.
CREATE FUNCTION app_check_merge() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  PERFORM 1 FROM consultation WHERE id IN (NEW.consultation_id, NEW.into_id) ORDER BY id FOR UPDATE;
  IF EXISTS (SELECT 1 FROM consultation_merge WHERE consultation_id = NEW.into_id OR into_id = NEW.consultation_id) THEN
    RAISE EXCEPTION 'consultations are merged in one step' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER consultation_merge_one_step BEFORE INSERT ON consultation_merge
  FOR EACH ROW EXECUTE FUNCTION app_check_merge();
