-- Costs are calculated from named assumptions and the inputs of calculators (app/decisions/122).
CREATE TYPE "quantity_role" AS ENUM ('assumption', 'input', 'characteristic');

ALTER TABLE "cost_line"
ADD COLUMN "calculator" TEXT,
ADD COLUMN "calculator_version" INTEGER,
ADD COLUMN "bindings" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN "formula" TEXT NOT NULL DEFAULT '';

CREATE TABLE "quantity" (
    "id" UUID NOT NULL,
    "comparison_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "role" "quantity_role" NOT NULL,
    "line_id" UUID,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "is_per_option" BOOLEAN NOT NULL,
    "formula" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "quantity_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "assumption" ADD COLUMN "quantity_id" UUID;

CREATE INDEX "quantity_comparison_id_idx" ON "quantity"("comparison_id");
CREATE UNIQUE INDEX "quantity_line_id_name_key" ON "quantity"("line_id", "name");
CREATE INDEX "assumption_quantity_id_idx" ON "assumption"("quantity_id");
-- One value for each option, and one where it is the same for all.
CREATE UNIQUE INDEX assumption_quantity_one ON assumption (quantity_id, option_id) NULLS NOT DISTINCT WHERE quantity_id IS NOT NULL;

ALTER TABLE "quantity" ADD CONSTRAINT "quantity_comparison_id_fkey" FOREIGN KEY ("comparison_id") REFERENCES "comparison"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "quantity" ADD CONSTRAINT "quantity_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "cost_line"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "assumption" ADD CONSTRAINT "assumption_quantity_id_fkey" FOREIGN KEY ("quantity_id") REFERENCES "quantity"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An input is one of a line, and nothing else is. A line is calculated in one way.
ALTER TABLE quantity ADD CONSTRAINT quantity_of_line CHECK ((role = 'input') = (line_id IS NOT NULL));
ALTER TABLE cost_line ADD CONSTRAINT cost_line_one_way CHECK (
  (calculator IS NULL) = (calculator_version IS NULL) AND (calculator IS NULL OR formula = '')
  AND jsonb_typeof(bindings) = 'object');

-- Read by whoever reads the comparison; what there is to put in is the supplier's, as its lines are.
ALTER TABLE quantity ENABLE ROW LEVEL SECURITY;
CREATE POLICY quantity_read ON quantity FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id));
CREATE POLICY quantity_write ON quantity FOR ALL
  USING (
    (SELECT app_side()) = 'supplier' AND account_id = ANY ((SELECT app_accounts())::uuid[])
    AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id))
  WITH CHECK (
    (SELECT app_side()) = 'supplier' AND account_id = ANY ((SELECT app_accounts())::uuid[])
    AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id AND c.account_id = quantity.account_id)
    AND (line_id IS NULL OR EXISTS (SELECT 1 FROM cost_line l WHERE l.id = line_id AND l.comparison_id = quantity.comparison_id)));
-- A value is one of a quantity of the same comparison.
ALTER POLICY assumption_all ON assumption WITH CHECK (
  EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id AND c.account_id = assumption.account_id)
  AND (quantity_id IS NULL
       OR EXISTS (SELECT 1 FROM quantity q WHERE q.id = quantity_id AND q.comparison_id = assumption.comparison_id)));
CREATE TRIGGER quantity_keep_agreed BEFORE INSERT OR UPDATE OR DELETE ON quantity
  FOR EACH ROW EXECUTE FUNCTION app_keep_agreed_part();
