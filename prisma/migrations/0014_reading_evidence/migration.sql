-- AlterTable
ALTER TABLE "document_reading" ADD COLUMN     "last_beat_at" TIMESTAMPTZ(3),
ADD COLUMN     "view_milliseconds" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "document_file_reading" (
    "version_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "open_count" INTEGER NOT NULL DEFAULT 0,
    "first_opened_at" TIMESTAMPTZ(3),
    "last_opened_at" TIMESTAMPTZ(3),
    "pages" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "page_count" INTEGER,
    "download_count" INTEGER NOT NULL DEFAULT 0,
    "last_downloaded_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_file_reading_pkey" PRIMARY KEY ("version_id","membership_id","file_id")
);

-- CreateIndex
CREATE INDEX "document_file_reading_account_id_idx" ON "document_file_reading"("account_id");

-- CreateIndex
CREATE INDEX "document_file_reading_membership_id_idx" ON "document_file_reading"("membership_id");

-- CreateIndex
CREATE INDEX "document_reading_membership_id_last_opened_at_idx" ON "document_reading"("membership_id", "last_opened_at");

-- AddForeignKey
ALTER TABLE "document_file_reading" ADD CONSTRAINT "document_file_reading_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_file_reading" ADD CONSTRAINT "document_file_reading_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_file_reading" ADD CONSTRAINT "document_file_reading_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is credited is never negative, and pages are numbers of pages.
ALTER TABLE document_reading ADD CONSTRAINT document_reading_view CHECK (view_milliseconds >= 0);
ALTER TABLE document_file_reading ADD CONSTRAINT document_file_reading_pages CHECK (
  page_count BETWEEN 1 AND 10000 AND cardinality(pages) <= page_count AND 1 <= ALL (pages) AND page_count >= ALL (pages)
  OR page_count IS NULL AND cardinality(pages) = 0);

-- As for the reading of a version: the supplier sees it of the accounts that it may enter, a reader the own.
ALTER TABLE document_file_reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_file_reading_supplier ON document_file_reading FOR SELECT USING (
  (SELECT app_side()) = 'supplier' AND account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY document_file_reading_reader ON document_file_reading FOR ALL
  USING (membership_id = app_actor())
  WITH CHECK (membership_id = app_actor() AND account_id = ANY ((SELECT app_accounts())::uuid[])
              AND EXISTS (SELECT 1 FROM document_version_file f WHERE f.version_id = document_file_reading.version_id
                                                                 AND f.file_id = document_file_reading.file_id));

-- Who was told of a document and when, in the bell and by mail. A notification is its member's own: this tells the supplier
-- of the document the times alone, of members whose accounts the one who asks may enter.
CREATE FUNCTION app_document_notified(document uuid)
RETURNS TABLE (membership_id uuid, type text, version integer, notified_at timestamptz, mailed_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$
  SELECT n.membership_id, n.type, (n.payload ->> 'version')::integer, n.created_at, mail.sent_at
  FROM document d
  JOIN notification n ON n.subject_type = 'document' AND n.subject_id = d.id
  JOIN membership m ON m.id = n.membership_id AND m.side = 'customer'
  JOIN account a ON a.customer_id = m.organization_id AND a.supplier_id = d.organization_id
  LEFT JOIN mail ON mail.id = n.mail_id
  WHERE d.id = document AND d.organization_id = app_organization() AND app_side() = 'supplier'
    AND a.id = ANY (app_accounts()) AND n.type IN ('document.released', 'document.audienceChanged')
$$;

-- A document's notifications are looked up by it.
CREATE INDEX "notification_subject_id_idx" ON "notification"("subject_id");
