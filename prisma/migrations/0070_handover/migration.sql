-- CreateTable
CREATE TABLE "handover_requirement" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "classes" TEXT[],
    "languages" TEXT[],
    "reference" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handover_requirement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_package" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "variant_id" UUID,
    "name" TEXT NOT NULL,
    "taken_by_id" UUID NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "handover_package_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handover_package_item" (
    "package_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "handover_package_item_pkey" PRIMARY KEY ("package_id","version_id")
);

-- CreateIndex
CREATE INDEX "handover_requirement_account_id_id_idx" ON "handover_requirement"("account_id", "id");

-- CreateIndex
CREATE INDEX "handover_package_account_id_id_idx" ON "handover_package"("account_id", "id");

-- CreateIndex
CREATE INDEX "handover_package_variant_id_idx" ON "handover_package"("variant_id");

-- CreateIndex
CREATE INDEX "handover_package_item_version_id_idx" ON "handover_package_item"("version_id");

-- CreateIndex
CREATE INDEX "handover_package_item_account_id_idx" ON "handover_package_item"("account_id");

-- AddForeignKey
ALTER TABLE "handover_requirement" ADD CONSTRAINT "handover_requirement_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_requirement" ADD CONSTRAINT "handover_requirement_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_package" ADD CONSTRAINT "handover_package_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_package" ADD CONSTRAINT "handover_package_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_package" ADD CONSTRAINT "handover_package_taken_by_id_fkey" FOREIGN KEY ("taken_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_package_item" ADD CONSTRAINT "handover_package_item_package_id_fkey" FOREIGN KEY ("package_id") REFERENCES "handover_package"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "handover_package_item" ADD CONSTRAINT "handover_package_item_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What an account needs is known to both sides of it, and written down by its supplier.
ALTER TABLE handover_requirement ENABLE ROW LEVEL SECURITY;
CREATE POLICY handover_requirement_read ON handover_requirement FOR SELECT
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY handover_requirement_insert ON handover_requirement FOR INSERT WITH CHECK (
  (SELECT app_side()) = 'supplier' AND organization_id = (SELECT app_organization()) AND decided_by_id = app_actor()
  AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM account a WHERE a.id = account_id AND a.supplier_id = organization_id));
ALTER TABLE handover_requirement ADD CONSTRAINT handover_requirement_says
  CHECK (cardinality(classes) > 0 AND cardinality(languages) > 0);

-- Who took a package is evidence: the supplier sees it of the accounts that it may enter, a customer's member the own. What
-- a colleague took may hold documents that one does not see.
ALTER TABLE handover_package ENABLE ROW LEVEL SECURITY;
CREATE POLICY handover_package_read ON handover_package FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND ((SELECT app_side()) = 'supplier' OR taken_by_id = app_actor()));
CREATE POLICY handover_package_insert ON handover_package FOR INSERT WITH CHECK (
  taken_by_id = app_actor() AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM account a WHERE a.id = account_id AND a.supplier_id = organization_id)
  AND (variant_id IS NULL
       OR EXISTS (SELECT 1 FROM variant v WHERE v.id = variant_id AND v.account_id = handover_package.account_id)));

ALTER TABLE handover_package_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY handover_package_item_read ON handover_package_item FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM handover_package p WHERE p.id = package_id));
CREATE POLICY handover_package_item_insert ON handover_package_item FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM handover_package p
          WHERE p.id = package_id AND p.account_id = handover_package_item.account_id AND p.taken_by_id = app_actor())
  AND EXISTS (SELECT 1 FROM document_version v
              WHERE v.id = version_id AND v.document_id = handover_package_item.document_id));

CREATE TRIGGER handover_requirement_insert_only BEFORE UPDATE OR DELETE ON handover_requirement
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER handover_package_insert_only BEFORE UPDATE OR DELETE ON handover_package
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER handover_package_item_insert_only BEFORE UPDATE OR DELETE ON handover_package_item
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
