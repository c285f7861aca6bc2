-- CreateEnum
CREATE TYPE "note_offer_outcome" AS ENUM ('helpful', 'dismissed');

-- CreateTable
CREATE TABLE "note_offer" (
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "offered_by_id" UUID NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "note_offer_outcome",
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),

    CONSTRAINT "note_offer_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "note_offer_consultation_id_document_id_key" ON "note_offer"("consultation_id", "document_id");

-- CreateIndex
CREATE INDEX "note_offer_document_id_idx" ON "note_offer"("document_id");

-- AddForeignKey
ALTER TABLE "note_offer" ADD CONSTRAINT "note_offer_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_offer" ADD CONSTRAINT "note_offer_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_offer" ADD CONSTRAINT "note_offer_offered_by_id_fkey" FOREIGN KEY ("offered_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "note_offer" ADD CONSTRAINT "note_offer_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Said whole, or not at all.
ALTER TABLE note_offer ADD CONSTRAINT note_offer_decided CHECK (
  (outcome IS NULL) = (decided_by_id IS NULL) AND (outcome IS NULL) = (decided_at IS NULL));

ALTER TABLE note_offer ENABLE ROW LEVEL SECURITY;

-- Whether a document is in force; its own policies say who of a customer sees it.
CREATE FUNCTION app_is_in_force(document uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public, pg_temp AS
$$
  SELECT EXISTS (SELECT 1 FROM document d JOIN document_version v ON v.id = d.released_version_id
                 WHERE d.id = document AND v.status = 'released')
$$;

-- The supplier's people of the account, and whom the team named in the consultation; of the customer whoever sees the note, as
-- long as it is in force.
CREATE POLICY note_offer_supplier ON note_offer FOR SELECT USING (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
  AND account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY note_offer_lent_read ON note_offer FOR SELECT USING (consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY note_offer_customer ON note_offer FOR SELECT USING (
  (SELECT app_side()) = 'customer' AND account_id = ANY ((SELECT app_accounts())::uuid[]) AND app_is_in_force(document_id));

-- By whoever works on the account and sees of which consultation the note came: in the own name, of a note in force.
CREATE POLICY note_offer_insert ON note_offer FOR INSERT WITH CHECK (
  offered_by_id = app_actor() AND outcome IS NULL
  AND organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
  AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.account_id = note_offer.account_id
                                             AND c.organization_id = note_offer.organization_id AND c.status <> 'merged')
  AND EXISTS (SELECT 1 FROM note_source s WHERE s.document_id = note_offer.document_id)
  AND app_owns_document(document_id) AND app_is_in_force(document_id));

-- The customer says once, in the own name, what it is to it.
CREATE POLICY note_offer_decide ON note_offer FOR UPDATE
  USING (outcome IS NULL AND (SELECT app_side()) = 'customer'
         AND account_id = ANY ((SELECT app_accounts())::uuid[]) AND app_is_in_force(document_id))
  WITH CHECK (decided_by_id = app_actor());

CREATE FUNCTION app_keep_note_offer() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF OLD.outcome IS NOT NULL OR NEW.outcome IS NULL
     OR to_jsonb(NEW) - ARRAY['outcome', 'decided_by_id', 'decided_at']
        IS DISTINCT FROM to_jsonb(OLD) - ARRAY['outcome', 'decided_by_id', 'decided_at'] THEN
    RAISE EXCEPTION 'of an offer it is said once what it is to the customer' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER note_offer_keep BEFORE UPDATE ON note_offer FOR EACH ROW EXECUTE FUNCTION app_keep_note_offer();
CREATE TRIGGER note_offer_stays BEFORE DELETE ON note_offer FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
