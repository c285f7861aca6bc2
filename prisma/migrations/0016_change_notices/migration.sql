-- CreateEnum
CREATE TYPE "change_notice_type" AS ENUM ('pcn', 'pdn');

-- CreateTable
CREATE TABLE "change_notice" (
    "version_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "type" "change_notice_type" NOT NULL,
    "reasons" TEXT[],
    "categories" TEXT[],
    "cause" TEXT NOT NULL,
    "impacts" TEXT[],
    "impact_note" TEXT NOT NULL,
    "marking" TEXT NOT NULL,
    "milestones" JSONB NOT NULL,
    "changes" JSONB NOT NULL,
    "samples_from" DATE,
    "samples_until" DATE,
    "replacements" TEXT[],

    CONSTRAINT "change_notice_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "change_notice_pattern" (
    "version_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "pattern" TEXT NOT NULL,

    CONSTRAINT "change_notice_pattern_pkey" PRIMARY KEY ("version_id")
);

-- CreateTable
CREATE TABLE "change_notice_part" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "variant_id" UUID,
    "account_id" UUID,
    "number" TEXT NOT NULL,

    CONSTRAINT "change_notice_part_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "change_notice_document_id_idx" ON "change_notice"("document_id");

-- CreateIndex
CREATE INDEX "change_notice_part_account_id_idx" ON "change_notice_part"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "change_notice_part_version_id_number_key" ON "change_notice_part"("version_id", "number");

-- AddForeignKey
ALTER TABLE "change_notice" ADD CONSTRAINT "change_notice_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_notice_pattern" ADD CONSTRAINT "change_notice_pattern_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "change_notice"("version_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_notice_part" ADD CONSTRAINT "change_notice_part_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "change_notice"("version_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_notice_part" ADD CONSTRAINT "change_notice_part_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "change_notice_part" ADD CONSTRAINT "change_notice_part_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The supplier writes; a customer reads what belongs to a version that it sees, and of the parts those that are no
-- other account's. The pattern stays with the supplier: it may name parts of any account.
ALTER TABLE change_notice ENABLE ROW LEVEL SECURITY;
CREATE POLICY change_notice_supplier ON change_notice FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY change_notice_customer ON change_notice FOR SELECT USING (
  (SELECT app_side()) = 'customer' AND EXISTS (SELECT 1 FROM document_version v WHERE v.id = version_id));
ALTER TABLE change_notice_pattern ENABLE ROW LEVEL SECURITY;
CREATE POLICY change_notice_pattern_supplier ON change_notice_pattern FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
ALTER TABLE change_notice_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY change_notice_part_supplier ON change_notice_part FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
         AND (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[])));
CREATE POLICY change_notice_part_customer ON change_notice_part FOR SELECT USING (
  (SELECT app_side()) = 'customer'
  AND (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[]))
  AND EXISTS (SELECT 1 FROM document_version v WHERE v.id = version_id));

-- A variant stands with its account, a product with none.
ALTER TABLE change_notice_part ADD CONSTRAINT change_notice_part_account
  CHECK ((variant_id IS NULL) = (account_id IS NULL));

-- What a notice says is as fixed as its version.
CREATE FUNCTION app_keep_change_notice() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF EXISTS (SELECT 1 FROM document_version v
             WHERE v.id = coalesce(NEW.version_id, OLD.version_id) AND v.status <> 'draft') THEN
    RAISE EXCEPTION 'the notice of a submitted document version is immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER change_notice_keep BEFORE INSERT OR UPDATE OR DELETE ON change_notice
  FOR EACH ROW EXECUTE FUNCTION app_keep_change_notice();
CREATE TRIGGER change_notice_pattern_keep BEFORE INSERT OR UPDATE OR DELETE ON change_notice_pattern
  FOR EACH ROW EXECUTE FUNCTION app_keep_change_notice();
CREATE TRIGGER change_notice_part_keep BEFORE INSERT OR UPDATE OR DELETE ON change_notice_part
  FOR EACH ROW EXECUTE FUNCTION app_keep_change_notice();
