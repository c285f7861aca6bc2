-- CreateTable
CREATE TABLE "document_withdrawal" (
    "version_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "withdrawn_by_id" UUID NOT NULL,
    "withdrawn_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_withdrawal_pkey" PRIMARY KEY ("version_id")
);

-- AddForeignKey
ALTER TABLE "document_withdrawal" ADD CONSTRAINT "document_withdrawal_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_withdrawal" ADD CONSTRAINT "document_withdrawal_withdrawn_by_id_fkey" FOREIGN KEY ("withdrawn_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The supplier writes it; whoever sees the version reads why it was taken back.
ALTER TABLE document_withdrawal ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_withdrawal_supplier ON document_withdrawal FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
              AND withdrawn_by_id = app_actor());
CREATE POLICY document_withdrawal_customer ON document_withdrawal FOR SELECT USING (
  (SELECT app_side()) = 'customer' AND EXISTS (SELECT 1 FROM document_version v WHERE v.id = version_id));
CREATE TRIGGER document_withdrawal_insert_only BEFORE UPDATE OR DELETE ON document_withdrawal
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- A version that was withdrawn before anybody released it stays the supplier's own.
ALTER POLICY document_version_customer ON document_version USING (
  (SELECT app_side()) = 'customer' AND status IN ('released', 'superseded', 'withdrawn') AND released_at IS NOT NULL
  AND document_id = ANY ((SELECT app_documents())::uuid[]));

-- At most one version is in force and one under way, whoever works at the same moment.
CREATE UNIQUE INDEX document_version_released ON document_version (document_id) WHERE status = 'released';
CREATE UNIQUE INDEX document_version_under_way ON document_version (document_id) WHERE status IN ('draft', 'submitted');
