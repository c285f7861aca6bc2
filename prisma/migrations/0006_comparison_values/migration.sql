-- AlterTable
ALTER TABLE "assumption" DROP COLUMN "updated_at",
DROP COLUMN "updated_by_id",
ADD COLUMN     "customer_changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "customer_changed_by_id" UUID,
ADD COLUMN     "supplier_changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "supplier_changed_by_id" UUID;

-- CreateTable
CREATE TABLE "comparison_view" (
    "comparison_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "comparison_view_pkey" PRIMARY KEY ("comparison_id","membership_id")
);

-- CreateIndex
CREATE INDEX "comparison_view_membership_id_idx" ON "comparison_view"("membership_id");

-- AddForeignKey
ALTER TABLE "comparison_view" ADD CONSTRAINT "comparison_view_comparison_id_fkey" FOREIGN KEY ("comparison_id") REFERENCES "comparison"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


ALTER TABLE comparison_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY comparison_view_all ON comparison_view FOR ALL
  USING (membership_id = app_actor() AND account_id = ANY ((SELECT app_accounts())::uuid[]))
  WITH CHECK (membership_id = app_actor() AND account_id = ANY ((SELECT app_accounts())::uuid[])
              AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id));

-- What both sides signed stands: an agreed comparison never changes again, in none of its parts.
CREATE FUNCTION app_keep_agreed_comparison() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF OLD.status = 'agreed' THEN
    RAISE EXCEPTION 'an agreed comparison is immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER comparison_keep_agreed BEFORE UPDATE OR DELETE ON comparison
  FOR EACH ROW EXECUTE FUNCTION app_keep_agreed_comparison();

CREATE FUNCTION app_keep_agreed_part() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF EXISTS (SELECT 1 FROM comparison c
             WHERE c.id = coalesce(NEW.comparison_id, OLD.comparison_id) AND c.status = 'agreed') THEN
    RAISE EXCEPTION 'the parts of an agreed comparison are immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER comparison_option_keep_agreed BEFORE INSERT OR UPDATE OR DELETE ON comparison_option
  FOR EACH ROW EXECUTE FUNCTION app_keep_agreed_part();
CREATE TRIGGER cost_line_keep_agreed BEFORE INSERT OR UPDATE OR DELETE ON cost_line
  FOR EACH ROW EXECUTE FUNCTION app_keep_agreed_part();
CREATE TRIGGER assumption_keep_agreed BEFORE INSERT OR UPDATE OR DELETE ON assumption
  FOR EACH ROW EXECUTE FUNCTION app_keep_agreed_part();
