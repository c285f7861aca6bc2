-- CreateTable
CREATE TABLE "note_source" (
    "document_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "note_source_pkey" PRIMARY KEY ("document_id")
);

-- CreateTable
CREATE TABLE "redaction_kept" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "redaction_kept_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "note_source_consultation_id_idx" ON "note_source"("consultation_id");

-- CreateIndex
CREATE INDEX "redaction_kept_document_id_idx" ON "redaction_kept"("document_id");

-- AddForeignKey
ALTER TABLE "note_source" ADD CONSTRAINT "note_source_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_source" ADD CONSTRAINT "note_source_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redaction_kept" ADD CONSTRAINT "redaction_kept_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "redaction_kept" ADD CONSTRAINT "redaction_kept_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- That a document of the house came of a consultation: whoever submits or releases it has to know, also who does not see of which.
CREATE FUNCTION app_is_note(document uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT EXISTS (SELECT 1 FROM note_source s WHERE s.document_id = document AND s.organization_id = app_organization())
$$;

-- Whoever sees the consultation on the supplier's side: by the account, or because the team named them there.
ALTER TABLE note_source ENABLE ROW LEVEL SECURITY;
CREATE POLICY note_source_read ON note_source FOR SELECT USING (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
  AND (account_id = ANY ((SELECT app_accounts())::uuid[]) OR consultation_id = ANY ((SELECT app_lent())::uuid[])));
-- The draft is read by the whole house. Of an account that not everybody of the house enters none is begun.
CREATE POLICY note_source_insert ON note_source FOR INSERT WITH CHECK (
  created_by_id = app_actor() AND organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
  AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM account a WHERE a.id = account_id AND NOT a.is_restricted)
  AND EXISTS (SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.account_id = note_source.account_id
                                             AND c.organization_id = note_source.organization_id)
  AND app_owns_document(document_id));
CREATE TRIGGER note_source_keep BEFORE UPDATE OR DELETE ON note_source FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- What was kept stands in the text: whoever reads the text on the supplier's side reads why.
ALTER TABLE redaction_kept ENABLE ROW LEVEL SECURITY;
CREATE POLICY redaction_kept_read ON redaction_kept FOR SELECT USING (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY redaction_kept_insert ON redaction_kept FOR INSERT WITH CHECK (
  decided_by_id = app_actor() AND organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
  AND app_owns_document(document_id) AND app_is_note(document_id));
CREATE TRIGGER redaction_kept_keep BEFORE UPDATE OR DELETE ON redaction_kept
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
