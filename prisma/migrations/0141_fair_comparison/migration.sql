-- What is said of a competitor's product has a source, a date, conditions and an end (app/decisions/125).

-- AlterTable
ALTER TABLE "comparison_option" ADD COLUMN "is_competitor" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "comparison_claim" (
    "id" UUID NOT NULL,
    "comparison_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "option_id" UUID NOT NULL,
    "statement" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "source_date" DATE NOT NULL,
    "conditions" TEXT NOT NULL,
    "expires_on" DATE NOT NULL,
    "covers_all" BOOLEAN NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "written_by_id" UUID NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "comparison_claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comparison_claim_line" (
    "claim_id" UUID NOT NULL,
    "line_id" UUID NOT NULL,
    "comparison_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "comparison_claim_line_pkey" PRIMARY KEY ("claim_id","line_id")
);

-- CreateIndex
CREATE INDEX "comparison_claim_comparison_id_idx" ON "comparison_claim"("comparison_id");

-- CreateIndex
CREATE INDEX "comparison_claim_option_id_idx" ON "comparison_claim"("option_id");

-- CreateIndex
CREATE INDEX "comparison_claim_account_id_idx" ON "comparison_claim"("account_id");

-- CreateIndex
CREATE INDEX "comparison_claim_line_line_id_idx" ON "comparison_claim_line"("line_id");

-- AddForeignKey
ALTER TABLE "comparison_claim" ADD CONSTRAINT "comparison_claim_comparison_id_fkey" FOREIGN KEY ("comparison_id") REFERENCES "comparison"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparison_claim" ADD CONSTRAINT "comparison_claim_option_id_fkey" FOREIGN KEY ("option_id") REFERENCES "comparison_option"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparison_claim" ADD CONSTRAINT "comparison_claim_written_by_id_fkey" FOREIGN KEY ("written_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparison_claim_line" ADD CONSTRAINT "comparison_claim_line_claim_id_fkey" FOREIGN KEY ("claim_id") REFERENCES "comparison_claim"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comparison_claim_line" ADD CONSTRAINT "comparison_claim_line_line_id_fkey" FOREIGN KEY ("line_id") REFERENCES "cost_line"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE comparison_claim ADD CONSTRAINT comparison_claim_complete CHECK (
  statement <> '' AND source <> '' AND conditions <> '' AND expires_on > source_date);

-- ------------------------------------------------------------------------------ read by both sides, written by the supplier
ALTER TABLE comparison_claim ENABLE ROW LEVEL SECURITY;
CREATE POLICY comparison_claim_read ON comparison_claim FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id));
CREATE POLICY comparison_claim_insert ON comparison_claim FOR INSERT WITH CHECK (
  (SELECT app_side()) = 'supplier' AND written_by_id = app_actor()
  AND EXISTS (SELECT 1 FROM comparison_option o WHERE o.id = option_id AND o.is_competitor
                AND o.comparison_id = comparison_claim.comparison_id AND o.account_id = comparison_claim.account_id));
CREATE POLICY comparison_claim_update ON comparison_claim FOR UPDATE
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (written_by_id = app_actor());

ALTER TABLE comparison_claim_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY comparison_claim_line_read ON comparison_claim_line FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id));
CREATE POLICY comparison_claim_line_insert ON comparison_claim_line FOR INSERT WITH CHECK (
  (SELECT app_side()) = 'supplier'
  AND EXISTS (SELECT 1 FROM comparison_claim k WHERE k.id = claim_id AND k.comparison_id = comparison_claim_line.comparison_id
                AND k.account_id = comparison_claim_line.account_id)
  AND EXISTS (SELECT 1 FROM cost_line l WHERE l.id = line_id AND l.comparison_id = comparison_claim_line.comparison_id));
CREATE POLICY comparison_claim_line_delete ON comparison_claim_line FOR DELETE
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]) AND (SELECT app_side()) = 'supplier');

-- With the comparison it stands: nothing of what both sides agreed, or of what ended, changes.
CREATE TRIGGER comparison_claim_keep_agreed BEFORE INSERT OR UPDATE OR DELETE ON comparison_claim
  FOR EACH ROW EXECUTE FUNCTION app_keep_agreed_part();
CREATE TRIGGER comparison_claim_line_keep_agreed BEFORE INSERT OR UPDATE OR DELETE ON comparison_claim_line
  FOR EACH ROW EXECUTE FUNCTION app_keep_agreed_part();

-- A claim stays at its product, and what was withdrawn stays so; who changes it is its writer, and raises the revision.
CREATE FUNCTION app_keep_claim() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF OLD.withdrawn_at IS NOT NULL
     OR (NEW.id, NEW.comparison_id, NEW.account_id, NEW.option_id) IS DISTINCT FROM (OLD.id, OLD.comparison_id, OLD.account_id, OLD.option_id)
     OR NEW.revision <> OLD.revision + 1 THEN
    RAISE EXCEPTION 'a claim stays at its product' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER comparison_claim_keep BEFORE UPDATE ON comparison_claim FOR EACH ROW
  WHEN (current_setting('role') <> 'none') EXECUTE FUNCTION app_keep_claim();

-- Whose product an option is says the supplier alone.
CREATE FUNCTION app_keep_competitor() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF app_side() = 'customer' THEN
    RAISE EXCEPTION 'whose product it is says the supplier' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER comparison_option_competitor BEFORE UPDATE ON comparison_option FOR EACH ROW
  WHEN (OLD.is_competitor IS DISTINCT FROM NEW.is_competitor) EXECUTE FUNCTION app_keep_competitor();
