-- What was agreed is measured month by month, and both sides sign what was measured (app/decisions/123).
-- CreateEnum
CREATE TYPE "ipmvp_option" AS ENUM ('A', 'B', 'C', 'D');

-- CreateEnum
CREATE TYPE "verification_matter" AS ENUM ('plan', 'period', 'finish');

-- CreateTable
CREATE TABLE "verification_plan" (
    "id" UUID NOT NULL,
    "comparison_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "option_id" UUID NOT NULL,
    "product_id" UUID,
    "ipmvp_option" "ipmvp_option" NOT NULL,
    "boundary" TEXT NOT NULL,
    "starts_on" DATE NOT NULL,
    "periods" INTEGER NOT NULL,
    "baseline_volume" DECIMAL(28,9),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_by_id" UUID NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "agreed_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "forecast" DECIMAL(60,18),
    "verified" DECIMAL(60,18),
    "category" "cost_category",
    "reminded_period" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "verification_plan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_quantity" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "comparison_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "category" "cost_category" NOT NULL,
    "site_id" UUID,
    "place" TEXT NOT NULL DEFAULT '',
    "method" TEXT NOT NULL DEFAULT '',
    "measured_from" DATE NOT NULL,
    "baseline" DECIMAL(28,9) NOT NULL,
    "follows_volume" BOOLEAN NOT NULL,
    "price" DECIMAL(28,9) NOT NULL,

    CONSTRAINT "verification_quantity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_period" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "comparison_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "revision" INTEGER NOT NULL,
    "volume" DECIMAL(28,9),
    "note" TEXT NOT NULL DEFAULT '',
    "engine_version" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "saving" DECIMAL(60,18) NOT NULL,
    "hash" TEXT NOT NULL,
    "entered_by_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "entered_at" TIMESTAMPTZ(3) NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "verification_period_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification_reading" (
    "period_id" UUID NOT NULL,
    "quantity_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "value" DECIMAL(28,9) NOT NULL,
    "routine" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "routine_reason" TEXT NOT NULL DEFAULT '',
    "non_routine" DECIMAL(28,9) NOT NULL DEFAULT 0,
    "non_routine_reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "verification_reading_pkey" PRIMARY KEY ("period_id","quantity_id")
);

-- CreateTable
CREATE TABLE "verification_file" (
    "period_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "verification_file_pkey" PRIMARY KEY ("period_id","file_id")
);

-- CreateTable
CREATE TABLE "verification_signature" (
    "id" UUID NOT NULL,
    "plan_id" UUID NOT NULL,
    "comparison_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "matter" "verification_matter" NOT NULL,
    "subject_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "side" "side" NOT NULL,
    "hash" TEXT NOT NULL,
    "signed_by_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verification_signature_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "verification_plan_comparison_id_key" ON "verification_plan"("comparison_id");

-- CreateIndex
CREATE INDEX "verification_plan_account_id_idx" ON "verification_plan"("account_id");

-- CreateIndex
CREATE INDEX "verification_quantity_account_id_idx" ON "verification_quantity"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_quantity_plan_id_position_key" ON "verification_quantity"("plan_id", "position");

-- CreateIndex
CREATE INDEX "verification_period_account_id_idx" ON "verification_period"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_period_plan_id_number_revision_key" ON "verification_period"("plan_id", "number", "revision");

-- CreateIndex
CREATE INDEX "verification_reading_quantity_id_idx" ON "verification_reading"("quantity_id");

-- CreateIndex
CREATE INDEX "verification_reading_account_id_idx" ON "verification_reading"("account_id");

-- CreateIndex
CREATE INDEX "verification_file_file_id_idx" ON "verification_file"("file_id");

-- CreateIndex
CREATE INDEX "verification_file_account_id_idx" ON "verification_file"("account_id");

-- CreateIndex
CREATE INDEX "verification_signature_plan_id_idx" ON "verification_signature"("plan_id");

-- CreateIndex
CREATE INDEX "verification_signature_account_id_idx" ON "verification_signature"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "verification_signature_subject_id_matter_revision_side_key" ON "verification_signature"("subject_id", "matter", "revision", "side");

-- AddForeignKey
ALTER TABLE "verification_plan" ADD CONSTRAINT "verification_plan_comparison_id_fkey" FOREIGN KEY ("comparison_id") REFERENCES "comparison"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_plan" ADD CONSTRAINT "verification_plan_option_id_fkey" FOREIGN KEY ("option_id") REFERENCES "comparison_option"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_plan" ADD CONSTRAINT "verification_plan_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_plan" ADD CONSTRAINT "verification_plan_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_quantity" ADD CONSTRAINT "verification_quantity_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "verification_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_quantity" ADD CONSTRAINT "verification_quantity_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_period" ADD CONSTRAINT "verification_period_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "verification_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_period" ADD CONSTRAINT "verification_period_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_reading" ADD CONSTRAINT "verification_reading_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "verification_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_reading" ADD CONSTRAINT "verification_reading_quantity_id_fkey" FOREIGN KEY ("quantity_id") REFERENCES "verification_quantity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_file" ADD CONSTRAINT "verification_file_period_id_fkey" FOREIGN KEY ("period_id") REFERENCES "verification_period"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_file" ADD CONSTRAINT "verification_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_signature" ADD CONSTRAINT "verification_signature_plan_id_fkey" FOREIGN KEY ("plan_id") REFERENCES "verification_plan"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verification_signature" ADD CONSTRAINT "verification_signature_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------------------------------------------------------ the walls
ALTER TABLE verification_plan ENABLE ROW LEVEL SECURITY;
CREATE POLICY verification_plan_read ON verification_plan FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id));
CREATE POLICY verification_plan_insert ON verification_plan FOR INSERT WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND changed_by_id = app_actor()
  AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id AND c.account_id = verification_plan.account_id));
CREATE POLICY verification_plan_update ON verification_plan FOR UPDATE USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id));

ALTER TABLE verification_quantity ENABLE ROW LEVEL SECURITY;
CREATE POLICY verification_quantity_all ON verification_quantity FOR ALL
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM verification_plan p WHERE p.id = plan_id))
  WITH CHECK (account_id = ANY ((SELECT app_accounts())::uuid[])
    AND EXISTS (SELECT 1 FROM verification_plan p WHERE p.id = plan_id AND p.account_id = verification_quantity.account_id
                  AND p.comparison_id = verification_quantity.comparison_id)
    AND (site_id IS NULL OR EXISTS (SELECT 1 FROM site s WHERE s.id = site_id AND s.account_id = verification_quantity.account_id)));

ALTER TABLE verification_period ENABLE ROW LEVEL SECURITY;
CREATE POLICY verification_period_read ON verification_period FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM verification_plan p WHERE p.id = plan_id));
CREATE POLICY verification_period_insert ON verification_period FOR INSERT WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND entered_by_id = app_actor() AND side = (SELECT app_side())
  AND EXISTS (SELECT 1 FROM verification_plan p WHERE p.id = plan_id AND p.account_id = verification_period.account_id
                AND p.comparison_id = verification_period.comparison_id));

-- Values and evidence go with the month, by the one who enters it.
ALTER TABLE verification_reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY verification_reading_read ON verification_reading FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM verification_period p WHERE p.id = period_id));
CREATE POLICY verification_reading_insert ON verification_reading FOR INSERT WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM verification_period p JOIN verification_quantity q ON q.plan_id = p.plan_id
              WHERE p.id = period_id AND q.id = quantity_id AND p.account_id = verification_reading.account_id
                AND p.entered_by_id = app_actor()));
ALTER TABLE verification_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY verification_file_read ON verification_file FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM verification_period p WHERE p.id = period_id));
CREATE POLICY verification_file_insert ON verification_file FOR INSERT WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND app_may_attach(file_id, NULL)
  AND EXISTS (SELECT 1 FROM verification_period p
              WHERE p.id = period_id AND p.account_id = verification_file.account_id AND p.entered_by_id = app_actor()));

-- Signed in one's own name, what stands there.
ALTER TABLE verification_signature ENABLE ROW LEVEL SECURITY;
CREATE POLICY verification_signature_read ON verification_signature FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM verification_plan p WHERE p.id = plan_id));
CREATE POLICY verification_signature_insert ON verification_signature FOR INSERT WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND signed_by_id = app_actor() AND side = (SELECT app_side())
  AND EXISTS (SELECT 1 FROM verification_plan p
              WHERE p.id = plan_id AND p.account_id = verification_signature.account_id
                AND p.comparison_id = verification_signature.comparison_id AND p.finished_at IS NULL
                AND CASE matter
                      WHEN 'plan' THEN p.id = subject_id AND p.revision = verification_signature.revision AND p.agreed_at IS NULL
                      WHEN 'finish' THEN p.id = subject_id AND p.agreed_at IS NOT NULL
                      ELSE EXISTS (SELECT 1 FROM verification_period m
                                   WHERE m.id = subject_id AND m.plan_id = p.id AND m.hash = verification_signature.hash
                                     AND m.revision = verification_signature.revision
                                     AND NOT EXISTS (SELECT 1 FROM verification_period l
                                                     WHERE l.plan_id = m.plan_id AND l.number = m.number AND l.revision > m.revision))
                    END));

-- Evidence is seen by whoever sees what it hangs from.
ALTER POLICY file_read ON file USING (
  uploaded_by_id = app_actor()
  OR EXISTS (SELECT 1 FROM document_version_file f WHERE f.file_id = file.id)
  OR EXISTS (SELECT 1 FROM message_file f WHERE f.file_id = file.id)
  OR EXISTS (SELECT 1 FROM consultation_part_file f WHERE f.file_id = file.id)
  OR EXISTS (SELECT 1 FROM verification_file f WHERE f.file_id = file.id));
CREATE OR REPLACE FUNCTION app_detach_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  UPDATE file SET attached_at = NULL
  WHERE id = OLD.file_id
    AND NOT EXISTS (SELECT 1 FROM document_version_file k WHERE k.file_id = OLD.file_id)
    AND NOT EXISTS (SELECT 1 FROM message_file k WHERE k.file_id = OLD.file_id)
    AND NOT EXISTS (SELECT 1 FROM consultation_part_file k WHERE k.file_id = OLD.file_id)
    AND NOT EXISTS (SELECT 1 FROM verification_file k WHERE k.file_id = OLD.file_id);
  RETURN NULL;
END
$$;

-- ---------------------------------------------------------------------------------------------------------- what stands
CREATE TRIGGER verification_reading_insert_only BEFORE UPDATE OR DELETE ON verification_reading
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER verification_file_insert_only BEFORE UPDATE OR DELETE ON verification_file
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER verification_signature_insert_only BEFORE UPDATE OR DELETE ON verification_signature
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
ALTER TABLE verification_plan ADD CONSTRAINT verification_plan_months CHECK (
  periods BETWEEN 1 AND 36 AND extract(day FROM starts_on) = 1);
ALTER TABLE verification_reading ADD CONSTRAINT verification_reading_reasons CHECK (
  (routine = 0 OR routine_reason <> '') AND (non_routine = 0 OR non_routine_reason <> ''));

-- A baseline is frozen before the change: once both sides signed the plan, or the first day of the trial has come.
CREATE FUNCTION app_trial_has_begun(comparison uuid) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT EXISTS (SELECT 1 FROM comparison c WHERE c.id = $1 AND c.trial_from <= current_date) $$;

CREATE FUNCTION app_keep_verification_plan() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE
  later text[] := ARRAY['finished_at', 'forecast', 'verified', 'category', 'reminded_period'];
BEGIN
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND OLD.finished_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a plan stays as it was measured by' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.agreed_at IS NOT NULL OR NEW.finished_at IS NOT NULL OR app_trial_has_begun(NEW.comparison_id)
       OR NOT EXISTS (SELECT 1 FROM comparison c JOIN comparison_option o ON o.comparison_id = c.id AND NOT o.is_baseline
                      WHERE c.id = NEW.comparison_id AND o.id = NEW.option_id AND c.status IN ('agreed', 'trial')) THEN
      RAISE EXCEPTION 'a plan is made for what was agreed, before its trial' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.agreed_at IS NOT NULL THEN
    IF to_jsonb(NEW) - later IS DISTINCT FROM to_jsonb(OLD) - later
       OR (NEW.finished_at IS NOT NULL AND (NEW.forecast IS NULL OR NEW.verified IS NULL)) THEN
      RAISE EXCEPTION 'a plan that both sides signed is frozen' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF NEW.agreed_at IS NOT NULL THEN
    IF to_jsonb(NEW) - 'agreed_at' IS DISTINCT FROM to_jsonb(OLD) - 'agreed_at'
       OR (SELECT count(DISTINCT s.side) FROM verification_signature s
           WHERE s.subject_id = NEW.id AND s.matter = 'plan' AND s.revision = NEW.revision) < 2 THEN
      RAISE EXCEPTION 'a plan is agreed by both signatures' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF app_trial_has_begun(NEW.comparison_id) OR NEW.finished_at IS NOT NULL OR NEW.revision <> OLD.revision + 1
     OR (NEW.id, NEW.comparison_id, NEW.account_id) IS DISTINCT FROM (OLD.id, OLD.comparison_id, OLD.account_id) THEN
    RAISE EXCEPTION 'a plan is frozen once the trial has begun' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER verification_plan_keep BEFORE INSERT OR UPDATE OR DELETE ON verification_plan
  FOR EACH ROW EXECUTE FUNCTION app_keep_verification_plan();

CREATE FUNCTION app_keep_verification_quantity() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF app_trial_has_begun(coalesce(NEW.comparison_id, OLD.comparison_id))
     OR EXISTS (SELECT 1 FROM verification_plan p
                WHERE p.id = coalesce(NEW.plan_id, OLD.plan_id) AND p.agreed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'a baseline is frozen' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER verification_quantity_keep BEFORE INSERT OR UPDATE OR DELETE ON verification_quantity
  FOR EACH ROW EXECUTE FUNCTION app_keep_verification_quantity();

-- Of an agreed plan, while it is tried out, the next revision of a month; nothing is overwritten.
CREATE FUNCTION app_keep_verification_period() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF TG_OP = 'DELETE' OR (TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'reminded_at' IS DISTINCT FROM to_jsonb(OLD) - 'reminded_at') THEN
    RAISE EXCEPTION 'what was entered stays' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'INSERT' AND (
       NOT EXISTS (SELECT 1 FROM verification_plan p JOIN comparison c ON c.id = p.comparison_id
                   WHERE p.id = NEW.plan_id AND p.agreed_at IS NOT NULL AND p.finished_at IS NULL AND c.status = 'trial'
                     AND NEW.number BETWEEN 1 AND p.periods)
       OR NEW.revision <> 1 + coalesce((SELECT max(m.revision) FROM verification_period m
                                        WHERE m.plan_id = NEW.plan_id AND m.number = NEW.number), 0)) THEN
    RAISE EXCEPTION 'this month is not measured' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER verification_period_keep BEFORE INSERT OR UPDATE OR DELETE ON verification_period
  FOR EACH ROW EXECUTE FUNCTION app_keep_verification_period();

-- ----------------------------------------------------------------------------------------------- the life of a comparison
-- One step after the other, each by the side whose step it is. Without an actor (jobs, the restore) the order alone holds.
CREATE OR REPLACE FUNCTION app_comparison_step() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE
  step text := OLD.status || '>' || NEW.status;
  side text := app_side();
BEGIN
  IF step = OLD.status || '>' || OLD.status THEN
    IF NEW.approved_by_id IS DISTINCT FROM OLD.approved_by_id OR NEW.approved_at IS DISTINCT FROM OLD.approved_at THEN
      RAISE EXCEPTION 'an approval is a step' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT step = ANY (ARRAY[
    'draft>approved', 'draft>withdrawn', 'approved>draft', 'approved>shared', 'approved>withdrawn',
    'shared>discussion', 'shared>agreed', 'shared>rejected', 'shared>withdrawn',
    'discussion>agreed', 'discussion>rejected', 'discussion>withdrawn',
    'agreed>trial', 'agreed>closed', 'trial>verified', 'trial>closed', 'verified>closed']) THEN
    RAISE EXCEPTION 'a comparison does not go from % to %', OLD.status, NEW.status
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (side = 'customer' AND step LIKE ANY (ARRAY['draft>%', 'approved>%', '%>withdrawn']))
     OR (side = 'supplier' AND step LIKE '%>rejected') THEN
    RAISE EXCEPTION 'this step is the other side''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.status = 'approved' THEN
    IF NEW.approved_by_id IS NULL OR NEW.approved_at IS NULL OR NEW.approved_by_id IS NOT DISTINCT FROM NEW.owner_id
       OR NEW.approved_by_id IS NOT DISTINCT FROM NEW.changed_by_id
       OR (app_actor() IS NOT NULL AND NEW.approved_by_id <> app_actor()) THEN
      RAISE EXCEPTION 'a comparison is approved by a second member' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
  ELSIF NEW.status = 'agreed' AND NOT EXISTS (
      SELECT 1 FROM comparison_agreement a WHERE a.comparison_id = NEW.id AND a.revision = NEW.revision) THEN
    RAISE EXCEPTION 'an agreement is written first' USING ERRCODE = 'integrity_constraint_violation';
  ELSIF NEW.status IN ('rejected', 'withdrawn', 'closed') AND (NEW.end_reason = '' OR NEW.ended_at IS NULL) THEN
    RAISE EXCEPTION 'a comparison ends with a reason' USING ERRCODE = 'integrity_constraint_violation';
  ELSIF NEW.status = 'trial' AND NEW.trial_from IS NULL THEN
    RAISE EXCEPTION 'a trial has a first day' USING ERRCODE = 'integrity_constraint_violation';
  ELSIF NEW.status = 'verified' AND NOT EXISTS (
      SELECT 1 FROM verification_plan p WHERE p.comparison_id = NEW.id AND p.finished_at IS NOT NULL) THEN
    RAISE EXCEPTION 'what is verified was measured' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION app_comparison_version() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF (TG_OP = 'UPDATE' AND NEW.previous_id IS DISTINCT FROM OLD.previous_id)
     OR (TG_OP = 'INSERT' AND NEW.previous_id IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM comparison p WHERE p.id = NEW.previous_id AND p.account_id = NEW.account_id
             AND p.status IN ('agreed', 'trial', 'verified', 'closed'))) THEN
    RAISE EXCEPTION 'this is no earlier version' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

-- What both sides signed stands. Of an agreed one the later steps are written, and nothing else; what ended never changes.
CREATE OR REPLACE FUNCTION app_keep_agreed_comparison() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE
  steps text[] := ARRAY['status', 'trial_from', 'ended_at', 'ended_by_id', 'end_reason', 'updated_at'];
BEGIN
  IF OLD.status IN ('closed', 'rejected', 'withdrawn')
     OR (OLD.status IN ('agreed', 'trial', 'verified')
         AND (TG_OP = 'DELETE' OR NEW.status = OLD.status OR to_jsonb(NEW) - steps IS DISTINCT FROM to_jsonb(OLD) - steps)) THEN
    RAISE EXCEPTION 'an agreed comparison is immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;

CREATE OR REPLACE FUNCTION app_keep_agreed_part() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF EXISTS (SELECT 1 FROM comparison c
             WHERE c.id = coalesce(NEW.comparison_id, OLD.comparison_id)
               AND c.status IN ('agreed', 'trial', 'verified', 'closed', 'rejected', 'withdrawn')) THEN
    RAISE EXCEPTION 'the parts of an agreed comparison are immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
