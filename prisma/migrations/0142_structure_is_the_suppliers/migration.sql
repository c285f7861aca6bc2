-- In a database session as well: the structure of a comparison and its terms are the supplier's, and each side writes its own values.
CREATE FUNCTION app_structure_is_the_suppliers() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF app_side() = 'customer' THEN
    RAISE EXCEPTION 'what is the supplier''s violates row-level security policy' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER cost_line_structure BEFORE INSERT OR UPDATE OR DELETE ON cost_line
  FOR EACH ROW EXECUTE FUNCTION app_structure_is_the_suppliers();
CREATE TRIGGER comparison_option_structure BEFORE INSERT OR UPDATE OR DELETE ON comparison_option
  FOR EACH ROW EXECUTE FUNCTION app_structure_is_the_suppliers();
CREATE TRIGGER assumption_structure BEFORE INSERT OR DELETE ON assumption
  FOR EACH ROW EXECUTE FUNCTION app_structure_is_the_suppliers();

-- A value of the customer's is nobody else's word; a copy takes both along.
CREATE FUNCTION app_own_values() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE
  customers text[] := ARRAY['customer_value', 'customer_note', 'customer_changed_at', 'customer_changed_by_id'];
  side text := app_side();
BEGIN
  IF (side = 'customer' AND to_jsonb(NEW) - customers IS DISTINCT FROM to_jsonb(OLD) - customers)
     OR (side = 'supplier'
         AND (NEW.customer_value, NEW.customer_note, NEW.customer_changed_at, NEW.customer_changed_by_id)
             IS DISTINCT FROM (OLD.customer_value, OLD.customer_note, OLD.customer_changed_at, OLD.customer_changed_by_id)) THEN
    RAISE EXCEPTION 'a value of the other side violates row-level security policy' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER assumption_own BEFORE UPDATE ON assumption FOR EACH ROW EXECUTE FUNCTION app_own_values();

-- Of the comparison the customer writes how far it is, and nothing else.
CREATE FUNCTION app_customers_steps() RETURNS trigger LANGUAGE plpgsql AS
$$
DECLARE
  steps text[] := ARRAY['status', 'revision', 'trial_from', 'ended_at', 'ended_by_id', 'end_reason', 'updated_at'];
BEGIN
  IF app_side() = 'customer' AND to_jsonb(NEW) - steps IS DISTINCT FROM to_jsonb(OLD) - steps THEN
    RAISE EXCEPTION 'what is the supplier''s violates row-level security policy' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER comparison_customers_steps BEFORE UPDATE ON comparison FOR EACH ROW EXECUTE FUNCTION app_customers_steps();
