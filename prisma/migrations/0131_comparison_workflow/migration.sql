-- A comparison is approved by a second member of the supplier before the customer sees it, and ends with a reason
-- (app/decisions/121).
ALTER TABLE "comparison"
ADD COLUMN "approval_asked_at" TIMESTAMPTZ(3),
ADD COLUMN "approved_at" TIMESTAMPTZ(3),
ADD COLUMN "approved_by_id" UUID,
ADD COLUMN "changed_by_id" UUID,
ADD COLUMN "trial_from" DATE,
ADD COLUMN "ended_at" TIMESTAMPTZ(3),
ADD COLUMN "ended_by_id" UUID,
ADD COLUMN "end_reason" TEXT NOT NULL DEFAULT '',
ADD COLUMN "previous_id" UUID;

ALTER TABLE "comparison" ADD CONSTRAINT "comparison_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "comparison" ADD CONSTRAINT "comparison_previous_id_fkey" FOREIGN KEY ("previous_id") REFERENCES "comparison"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
CREATE INDEX "comparison_previous_id_idx" ON "comparison"("previous_id");

-- What the customer sees: what was shared, also when it was withdrawn afterwards.
ALTER POLICY comparison_all ON comparison
  USING (
    account_id = ANY ((SELECT app_accounts())::uuid[])
    AND ((SELECT app_side()) = 'supplier'
         OR (status NOT IN ('draft', 'approved') AND (status <> 'withdrawn' OR shared_at IS NOT NULL))))
  WITH CHECK (
    account_id = ANY ((SELECT app_accounts())::uuid[])
    AND ((SELECT app_side()) = 'supplier'
         OR (status NOT IN ('draft', 'approved') AND (status <> 'withdrawn' OR shared_at IS NOT NULL)))
    AND EXISTS (SELECT 1 FROM account a WHERE a.id = account_id AND a.supplier_id = comparison.organization_id));

-- The next version of what both sides of the same account signed, for ever.
CREATE FUNCTION app_comparison_version() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF (TG_OP = 'UPDATE' AND NEW.previous_id IS DISTINCT FROM OLD.previous_id)
     OR (TG_OP = 'INSERT' AND NEW.previous_id IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM comparison p WHERE p.id = NEW.previous_id AND p.account_id = NEW.account_id
             AND p.status IN ('agreed', 'trial', 'closed'))) THEN
    RAISE EXCEPTION 'this is no earlier version' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER comparison_version BEFORE INSERT OR UPDATE ON comparison FOR EACH ROW EXECUTE FUNCTION app_comparison_version();

-- One step after the other, each by the side whose step it is. Without an actor (jobs, the restore) the order alone holds.
CREATE FUNCTION app_comparison_step() RETURNS trigger LANGUAGE plpgsql AS
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
    'agreed>trial', 'agreed>closed', 'trial>closed']) THEN
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
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER comparison_step BEFORE UPDATE ON comparison FOR EACH ROW EXECUTE FUNCTION app_comparison_step();

-- What both sides signed stands. Of an agreed one the later steps are written, and nothing else; what ended never changes.
CREATE OR REPLACE FUNCTION app_keep_agreed_comparison() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE
  steps text[] := ARRAY['status', 'trial_from', 'ended_at', 'ended_by_id', 'end_reason', 'updated_at'];
BEGIN
  IF OLD.status IN ('closed', 'rejected', 'withdrawn')
     OR (OLD.status IN ('agreed', 'trial')
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
               AND c.status IN ('agreed', 'trial', 'closed', 'rejected', 'withdrawn')) THEN
    RAISE EXCEPTION 'the parts of an agreed comparison are immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
