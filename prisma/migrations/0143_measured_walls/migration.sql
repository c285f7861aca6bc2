-- In a database session as well nothing is measured, finished or written into the ledger that both sides did not sign (decision 123).
-- The owner's own connections (jobs, the restore) are not asked.

-- What both sides signed of each month, the latest of its revisions.
CREATE FUNCTION app_months_signed(plan uuid) RETURNS TABLE (number integer, saving numeric) LANGUAGE sql STABLE AS
$$
  SELECT DISTINCT ON (m.number) m.number, m.saving FROM verification_period m
  WHERE m.plan_id = plan
    AND (SELECT count(DISTINCT s.side) FROM verification_signature s WHERE s.subject_id = m.id AND s.matter = 'period') = 2
  ORDER BY m.number, m.revision DESC
$$;

-- A plan is agreed under one hash, changed in one's own name, and finished when what both sides signed says so.
CREATE FUNCTION app_check_plan_signed() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF NEW.agreed_at IS NOT NULL AND OLD.agreed_at IS NULL AND NOT EXISTS (
       SELECT 1 FROM verification_signature s
       WHERE s.subject_id = NEW.id AND s.matter = 'plan' AND s.revision = NEW.revision
       GROUP BY s.hash HAVING count(DISTINCT s.side) = 2) THEN
    RAISE EXCEPTION 'a plan is agreed by both signatures' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.revision <> OLD.revision AND (NEW.changed_by_id IS DISTINCT FROM app_actor() OR NOT EXISTS (
       SELECT 1 FROM comparison_option o
       WHERE o.id = NEW.option_id AND o.comparison_id = NEW.comparison_id AND NOT o.is_baseline)) THEN
    RAISE EXCEPTION 'a plan is changed in the own name' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.finished_at IS NULL AND (NEW.forecast, NEW.verified, NEW.category) IS DISTINCT FROM (OLD.forecast, OLD.verified, OLD.category) THEN
    RAISE EXCEPTION 'figures come with the end of the measuring' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.finished_at IS NOT NULL AND (
       NEW.verified IS DISTINCT FROM (SELECT sum(m.saving) FROM app_months_signed(NEW.id) m)
       OR NOT ((SELECT count(*) FROM app_months_signed(NEW.id)) = NEW.periods
               OR EXISTS (SELECT 1 FROM verification_signature s WHERE s.subject_id = NEW.id AND s.matter = 'finish'
                          GROUP BY s.hash HAVING count(DISTINCT s.side) = 2))) THEN
    RAISE EXCEPTION 'measuring ends with what both sides signed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER verification_plan_signed BEFORE UPDATE ON verification_plan FOR EACH ROW
  WHEN (current_setting('role') <> 'none') EXECUTE FUNCTION app_check_plan_signed();

-- A quantity stays in its plan, and as it is once a side has signed the plan's revision.
CREATE FUNCTION app_check_quantity_stays() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF (TG_OP = 'UPDATE' AND (NEW.plan_id, NEW.comparison_id) IS DISTINCT FROM (OLD.plan_id, OLD.comparison_id))
     OR EXISTS (SELECT 1 FROM verification_plan p JOIN verification_signature s
                  ON s.subject_id = p.id AND s.matter = 'plan' AND s.revision = p.revision
                WHERE p.id = coalesce(NEW.plan_id, OLD.plan_id)) THEN
    RAISE EXCEPTION 'a baseline that somebody signed is immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER verification_quantity_stays BEFORE INSERT OR UPDATE OR DELETE ON verification_quantity FOR EACH ROW
  WHEN (current_setting('role') <> 'none') EXECUTE FUNCTION app_check_quantity_stays();

-- Readings and evidence are there before anybody signs.
CREATE FUNCTION app_check_month_unsigned() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF EXISTS (SELECT 1 FROM verification_signature s WHERE s.subject_id = NEW.period_id AND s.matter = 'period') THEN
    RAISE EXCEPTION 'what was signed of a month is immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER verification_reading_unsigned BEFORE INSERT ON verification_reading FOR EACH ROW
  WHEN (current_setting('role') <> 'none') EXECUTE FUNCTION app_check_month_unsigned();
CREATE TRIGGER verification_file_unsigned BEFORE INSERT ON verification_file FOR EACH ROW
  WHEN (current_setting('role') <> 'none') EXECUTE FUNCTION app_check_month_unsigned();

-- A line of the ledger follows from something: from sharing, from an agreement, from a month that both sides signed, from an end.
CREATE FUNCTION app_check_savings_reason() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE
  is_planned boolean := EXISTS (
    SELECT 1 FROM verification_plan p WHERE p.comparison_id = NEW.comparison_id AND p.agreed_at IS NOT NULL);
  before savings_entry;
  holds boolean;
BEGIN
  IF NEW.reverses_id IS NOT NULL THEN
    SELECT e.* INTO before FROM savings_entry e WHERE e.id = NEW.reverses_id;
    holds := NEW.key = 'reverse:' || NEW.reverses_id
      AND (NEW.currency, NEW.year, NEW.category, NEW.product_id, NEW.site_id, NEW.period)
          IS NOT DISTINCT FROM (before.currency, before.year, before.category, before.product_id, before.site_id, before.period)
      AND CASE NEW.kind
            WHEN 'verified' THEN EXISTS (
              SELECT 1 FROM verification_period m
              WHERE m.comparison_id = NEW.comparison_id AND m.number = before.period AND m.revision > before.revision
                AND (SELECT count(DISTINCT s.side) FROM verification_signature s WHERE s.subject_id = m.id AND s.matter = 'period') = 2)
            WHEN 'lost' THEN false
            -- A next version, of it or of the one that both come from, was agreed.
            ELSE is_planned OR EXISTS (
              SELECT 1 FROM comparison me
              JOIN comparison n ON n.previous_id IN (me.id, me.previous_id) AND n.id <> me.id
              JOIN comparison_agreement a ON a.comparison_id = n.id
              WHERE me.id = NEW.comparison_id)
          END;
  ELSE
    holds := CASE NEW.kind
      -- By the supplier, while it shares.
      WHEN 'proposed' THEN (NEW.key LIKE 'proposed:' || NEW.revision || ':%' AND app_side() = 'supplier' AND EXISTS (
          SELECT 1 FROM comparison c
          WHERE c.id = NEW.comparison_id AND c.status = 'shared' AND c.revision = NEW.revision))
        OR (is_planned AND NEW.key LIKE 'proposed:plan:%')
      WHEN 'agreed' THEN EXISTS (
          SELECT 1 FROM comparison_agreement a WHERE a.comparison_id = NEW.comparison_id AND a.revision = NEW.revision)
        AND (NEW.key LIKE 'agreed:' || NEW.revision || ':%' OR (is_planned AND NEW.key LIKE 'agreed:plan:%'))
      WHEN 'verified' THEN EXISTS (
          SELECT 1 FROM verification_period m CROSS JOIN LATERAL jsonb_array_elements(m.result -> 'quantities') AS q
          WHERE m.comparison_id = NEW.comparison_id AND m.number = NEW.period AND m.revision = NEW.revision
            AND NEW.key = 'verified:' || m.number || ':' || m.revision || ':' || (q ->> 'quantityId')
            AND (SELECT count(DISTINCT s.side) FROM verification_signature s WHERE s.subject_id = m.id AND s.matter = 'period') = 2)
      ELSE EXISTS (
          SELECT 1 FROM comparison c
          WHERE c.id = NEW.comparison_id AND c.status IN ('rejected', 'withdrawn', 'closed', 'verified'))
    END;
  END IF;
  IF NOT coalesce(holds, false) THEN
    RAISE EXCEPTION 'a line of the ledger with nothing behind it violates row-level security policy' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER savings_entry_reason BEFORE INSERT ON savings_entry FOR EACH ROW
  WHEN (current_setting('role') <> 'none') EXECUTE FUNCTION app_check_savings_reason();
