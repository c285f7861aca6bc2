-- CreateEnum
CREATE TYPE "review_outcome" AS ENUM ('affected', 'unaffected');

-- CreateTable
CREATE TABLE "citation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "account_id" UUID,
    "lane" "message_lane",
    "version_id" UUID,
    "message_id" UUID,
    "assumption_id" UUID,
    "cited_document_id" UUID NOT NULL,
    "cited_version_id" UUID NOT NULL,
    "symbol" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "citation_review" (
    "id" UUID NOT NULL,
    "citation_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cited_document_id" UUID NOT NULL,
    "to_version_id" UUID NOT NULL,
    "owner_id" UUID NOT NULL,
    "due_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "review_outcome",
    "note" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "citation_review_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "citation_cited_document_id_idx" ON "citation"("cited_document_id");

-- CreateIndex
CREATE INDEX "citation_version_id_idx" ON "citation"("version_id");

-- CreateIndex
CREATE INDEX "citation_message_id_idx" ON "citation"("message_id");

-- CreateIndex
CREATE INDEX "citation_assumption_id_idx" ON "citation"("assumption_id");

-- CreateIndex
CREATE INDEX "citation_review_owner_id_idx" ON "citation_review"("owner_id");

-- CreateIndex
CREATE INDEX "citation_review_cited_document_id_idx" ON "citation_review"("cited_document_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_review_citation_id_to_version_id_key" ON "citation_review"("citation_id", "to_version_id");

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_assumption_id_fkey" FOREIGN KEY ("assumption_id") REFERENCES "assumption"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_cited_document_id_fkey" FOREIGN KEY ("cited_document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_cited_version_id_fkey" FOREIGN KEY ("cited_version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation_review" ADD CONSTRAINT "citation_review_citation_id_fkey" FOREIGN KEY ("citation_id") REFERENCES "citation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation_review" ADD CONSTRAINT "citation_review_cited_document_id_fkey" FOREIGN KEY ("cited_document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation_review" ADD CONSTRAINT "citation_review_to_version_id_fkey" FOREIGN KEY ("to_version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation_review" ADD CONSTRAINT "citation_review_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation_review" ADD CONSTRAINT "citation_review_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE citation ADD CONSTRAINT citation_one_source CHECK (num_nonnulls(version_id, message_id, assumption_id) = 1);
ALTER TABLE citation ADD CONSTRAINT citation_lane_of_message CHECK ((message_id IS NOT NULL) = (lane IS NOT NULL));
ALTER TABLE citation ADD CONSTRAINT citation_account CHECK ((version_id IS NULL) = (account_id IS NOT NULL));
-- A review that waits: one for each citation.
CREATE UNIQUE INDEX citation_review_open ON citation_review (citation_id) WHERE outcome IS NULL;

-- Whoever reads the source reads what it cites: its account, its lane, and the source's own policies. Of what is cited
-- the row tells nothing but the id.
ALTER TABLE citation ENABLE ROW LEVEL SECURITY;
CREATE POLICY citation_read ON citation FOR SELECT USING (
  (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[]))
  AND (lane IS NULL OR lane = 'shared' OR (lane = 'internal' AND (SELECT app_side()) = 'supplier')
                                       OR (lane = 'private' AND (SELECT app_side()) = 'customer'))
  AND (version_id IS NULL OR EXISTS (SELECT 1 FROM document_version v WHERE v.id = version_id))
  AND (message_id IS NULL OR EXISTS (SELECT 1 FROM message m WHERE m.id = message_id AND m.lane = citation.lane))
  AND (assumption_id IS NULL OR EXISTS (SELECT 1 FROM assumption a WHERE a.id = assumption_id)));
CREATE POLICY citation_insert ON citation FOR INSERT WITH CHECK (
  created_by_id = app_actor()
  AND EXISTS (SELECT 1 FROM document_version cited JOIN document d ON d.id = cited.document_id
              WHERE cited.id = cited_version_id AND d.id = cited_document_id AND d.organization_id = citation.organization_id)
  AND (version_id IS NULL OR ((SELECT app_side()) = 'supplier' AND EXISTS (
    SELECT 1 FROM document_version v WHERE v.id = version_id AND v.organization_id = (SELECT app_organization()))))
  AND (message_id IS NULL OR EXISTS (
    SELECT 1 FROM message m WHERE m.id = message_id AND m.account_id = citation.account_id AND m.lane = citation.lane
                              AND m.author_id = app_actor()))
  AND (assumption_id IS NULL OR EXISTS (
    SELECT 1 FROM assumption a WHERE a.id = assumption_id AND a.account_id = citation.account_id)));
-- What a message cites stands as the message does; a draft that came back and a note of a value may be written anew.
CREATE POLICY citation_delete ON citation FOR DELETE USING (
  (version_id IS NOT NULL AND (SELECT app_side()) = 'supplier' AND EXISTS (
    SELECT 1 FROM document_version v WHERE v.id = version_id AND v.organization_id = (SELECT app_organization())
                                       AND v.released_at IS NULL))
  OR (assumption_id IS NOT NULL AND account_id = ANY ((SELECT app_accounts())::uuid[])
      AND EXISTS (SELECT 1 FROM membership m WHERE m.id = created_by_id AND m.side = (SELECT app_side()))));

ALTER TABLE citation_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY citation_review_read ON citation_review FOR SELECT
  USING (EXISTS (SELECT 1 FROM citation c WHERE c.id = citation_id));
-- Opened by the reaction alone; decided once, in one's own name.
CREATE POLICY citation_review_decide ON citation_review FOR UPDATE
  USING (outcome IS NULL AND EXISTS (SELECT 1 FROM citation c WHERE c.id = citation_id))
  WITH CHECK (decided_by_id = app_actor() AND outcome IS NOT NULL);

CREATE FUNCTION app_keep_review() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF OLD.outcome IS NOT NULL THEN
    RAISE EXCEPTION 'a review that was decided stands' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER citation_review_keep BEFORE UPDATE ON citation_review FOR EACH ROW EXECUTE FUNCTION app_keep_review();
