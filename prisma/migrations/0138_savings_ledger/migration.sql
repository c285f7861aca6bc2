-- The savings ledger (app/decisions/123): what was proposed, agreed, verified and lost. Lines are added and never changed.
-- CreateEnum
CREATE TYPE "savings_kind" AS ENUM ('proposed', 'agreed', 'verified', 'lost');

-- CreateTable
CREATE TABLE "savings_entry" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "comparison_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "kind" "savings_kind" NOT NULL,
    "amount" DECIMAL(60,18) NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "year" INTEGER NOT NULL,
    "category" "cost_category",
    "product_id" UUID,
    "site_id" UUID,
    "revision" INTEGER NOT NULL,
    "period" INTEGER,
    "reverses_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "savings_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "savings_entry_reverses_id_key" ON "savings_entry"("reverses_id");

-- CreateIndex
CREATE INDEX "savings_entry_account_id_year_idx" ON "savings_entry"("account_id", "year");

-- CreateIndex
CREATE UNIQUE INDEX "savings_entry_comparison_id_key_key" ON "savings_entry"("comparison_id", "key");

-- AddForeignKey
ALTER TABLE "savings_entry" ADD CONSTRAINT "savings_entry_comparison_id_fkey" FOREIGN KEY ("comparison_id") REFERENCES "comparison"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "savings_entry" ADD CONSTRAINT "savings_entry_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "savings_entry" ADD CONSTRAINT "savings_entry_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "site"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "savings_entry" ADD CONSTRAINT "savings_entry_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "savings_entry" ADD CONSTRAINT "savings_entry_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "savings_entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Both sides read the same lines: none is written before a comparison is shared.
ALTER TABLE savings_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY savings_entry_read ON savings_entry FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id));
CREATE POLICY savings_entry_insert ON savings_entry FOR INSERT WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND recorded_by_id = app_actor()
  AND EXISTS (SELECT 1 FROM comparison c
              WHERE c.id = comparison_id AND c.account_id = savings_entry.account_id AND c.shared_at IS NOT NULL
                AND c.organization_id = savings_entry.organization_id AND c.currency = savings_entry.currency));

-- A reversal is the opposite of a line of the same comparison; it is not reversed itself.
CREATE FUNCTION app_check_savings_entry() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF NEW.reverses_id IS NOT NULL AND NOT EXISTS (
       SELECT 1 FROM savings_entry e
       WHERE e.id = NEW.reverses_id AND e.comparison_id = NEW.comparison_id AND e.kind = NEW.kind
         AND e.amount = -NEW.amount AND e.reverses_id IS NULL) THEN
    RAISE EXCEPTION 'this reverses no line' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER savings_entry_check BEFORE INSERT ON savings_entry FOR EACH ROW EXECUTE FUNCTION app_check_savings_entry();
CREATE TRIGGER savings_entry_insert_only BEFORE UPDATE OR DELETE ON savings_entry
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
