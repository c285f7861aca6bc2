-- CreateEnum
CREATE TYPE "acknowledgement_fact_kind" AS ENUM ('information_requested', 'samples_requested', 'accepted', 'conditional', 'rejected', 'reminded', 'overdue', 'deemed_accepted', 'implemented');

-- CreateTable
CREATE TABLE "document_terms" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "acknowledge_days" INTEGER NOT NULL,
    "response_days" INTEGER NOT NULL,
    "sample_days" INTEGER NOT NULL,
    "is_silence_acceptance" BOOLEAN NOT NULL DEFAULT false,
    "reminder_days" INTEGER[],
    "notice_days" INTEGER NOT NULL,
    "last_order_months" INTEGER NOT NULL,
    "last_delivery_months" INTEGER NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_terms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acknowledgement_request" (
    "id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "is_response_wanted" BOOLEAN NOT NULL,
    "statement" TEXT NOT NULL DEFAULT '',
    "content_hash" TEXT NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "acknowledgement_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acknowledgement_quorum" (
    "request_id" UUID NOT NULL,
    "function" "member_function" NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "acknowledgement_quorum_pkey" PRIMARY KEY ("request_id","function")
);

-- CreateTable
CREATE TABLE "acknowledgement_request_account" (
    "id" UUID NOT NULL,
    "request_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "terms_id" UUID,
    "is_silence_acceptance" BOOLEAN NOT NULL,
    "reminder_days" INTEGER[],
    "time_zone" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "acknowledge_by" TIMESTAMPTZ(3) NOT NULL,
    "respond_by" TIMESTAMPTZ(3),
    "samples_by" TIMESTAMPTZ(3),

    CONSTRAINT "acknowledgement_request_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_acknowledgement" (
    "id" UUID NOT NULL,
    "request_account_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "function" "member_function" NOT NULL,
    "statement" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "acknowledged_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_acknowledgement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "acknowledgement_fact" (
    "id" UUID NOT NULL,
    "request_account_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "acknowledgement_fact_kind" NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "once" TEXT,
    "member_id" UUID,
    "occurred_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "acknowledgement_fact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence_entry" (
    "id" UUID NOT NULL,
    "request_account_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "entry" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "evidence_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_terms_account_id_effective_on_id_idx" ON "document_terms"("account_id", "effective_on", "id");

-- CreateIndex
CREATE INDEX "acknowledgement_request_version_id_idx" ON "acknowledgement_request"("version_id");

-- CreateIndex
CREATE INDEX "acknowledgement_request_organization_id_asked_at_idx" ON "acknowledgement_request"("organization_id", "asked_at");

-- CreateIndex
CREATE INDEX "acknowledgement_request_account_account_id_idx" ON "acknowledgement_request_account"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "acknowledgement_request_account_version_id_account_id_key" ON "acknowledgement_request_account"("version_id", "account_id");

-- CreateIndex
CREATE INDEX "acknowledgement_request_account_acknowledge_by_idx" ON "acknowledgement_request_account"("acknowledge_by");

-- CreateIndex
CREATE UNIQUE INDEX "acknowledgement_request_account_request_id_account_id_key" ON "acknowledgement_request_account"("request_id", "account_id");

-- CreateIndex
CREATE INDEX "document_acknowledgement_account_id_idx" ON "document_acknowledgement"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_acknowledgement_request_account_id_member_id_funct_key" ON "document_acknowledgement"("request_account_id", "member_id", "function");

-- CreateIndex
CREATE INDEX "acknowledgement_fact_account_id_idx" ON "acknowledgement_fact"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "acknowledgement_fact_request_account_id_once_key" ON "acknowledgement_fact"("request_account_id", "once");

-- CreateIndex
CREATE INDEX "evidence_entry_account_id_idx" ON "evidence_entry"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_entry_request_account_id_sequence_key" ON "evidence_entry"("request_account_id", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "evidence_entry_request_account_id_key_key" ON "evidence_entry"("request_account_id", "key");

-- AddForeignKey
ALTER TABLE "document_terms" ADD CONSTRAINT "document_terms_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_terms" ADD CONSTRAINT "document_terms_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement_request" ADD CONSTRAINT "acknowledgement_request_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement_request" ADD CONSTRAINT "acknowledgement_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement_quorum" ADD CONSTRAINT "acknowledgement_quorum_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "acknowledgement_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement_request_account" ADD CONSTRAINT "acknowledgement_request_account_request_id_fkey" FOREIGN KEY ("request_id") REFERENCES "acknowledgement_request"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement_request_account" ADD CONSTRAINT "acknowledgement_request_account_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement_request_account" ADD CONSTRAINT "acknowledgement_request_account_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_acknowledgement" ADD CONSTRAINT "document_acknowledgement_request_account_id_fkey" FOREIGN KEY ("request_account_id") REFERENCES "acknowledgement_request_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_acknowledgement" ADD CONSTRAINT "document_acknowledgement_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement_fact" ADD CONSTRAINT "acknowledgement_fact_request_account_id_fkey" FOREIGN KEY ("request_account_id") REFERENCES "acknowledgement_request_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "acknowledgement_fact" ADD CONSTRAINT "acknowledgement_fact_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence_entry" ADD CONSTRAINT "evidence_entry_request_account_id_fkey" FOREIGN KEY ("request_account_id") REFERENCES "acknowledgement_request_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE document_terms ADD CONSTRAINT document_terms_days CHECK (
  acknowledge_days BETWEEN 1 AND 730 AND response_days BETWEEN acknowledge_days AND 1460 AND sample_days BETWEEN 0 AND 730
  AND notice_days BETWEEN 0 AND 1460 AND last_order_months BETWEEN 0 AND 120 AND last_delivery_months BETWEEN 0 AND 240
  AND cardinality(reminder_days) <= 5);
ALTER TABLE acknowledgement_quorum ADD CONSTRAINT acknowledgement_quorum_count CHECK (count BETWEEN 1 AND 20);
ALTER TABLE acknowledgement_request_account ADD CONSTRAINT acknowledgement_request_account_order CHECK (
  acknowledge_by > asked_at AND (respond_by IS NULL OR respond_by >= acknowledge_by));

-- ---------------------------------------------------------------------------------------------- who reads and writes
-- Both sides read the terms of their account; the supplier writes them.
ALTER TABLE document_terms ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_terms_read ON document_terms FOR SELECT USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY document_terms_insert ON document_terms FOR INSERT WITH CHECK (
  (SELECT app_side()) = 'supplier' AND organization_id = (SELECT app_organization()) AND decided_by_id = app_actor()
  AND account_id = ANY ((SELECT app_accounts())::uuid[]));

ALTER TABLE acknowledgement_request_account ENABLE ROW LEVEL SECURITY;
CREATE POLICY acknowledgement_request_account_read ON acknowledgement_request_account FOR SELECT
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY acknowledgement_request_account_insert ON acknowledgement_request_account FOR INSERT WITH CHECK (
  (SELECT app_side()) = 'supplier' AND organization_id = (SELECT app_organization())
  AND account_id = ANY ((SELECT app_accounts())::uuid[]));

-- A customer sees a request that its own account has a part in.
ALTER TABLE acknowledgement_request ENABLE ROW LEVEL SECURITY;
CREATE POLICY acknowledgement_request_supplier ON acknowledgement_request FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY acknowledgement_request_customer ON acknowledgement_request FOR SELECT USING (
  (SELECT app_side()) = 'customer'
  AND EXISTS (SELECT 1 FROM acknowledgement_request_account a WHERE a.request_id = acknowledgement_request.id));
CREATE POLICY acknowledgement_request_insert ON acknowledgement_request FOR INSERT WITH CHECK (
  (SELECT app_side()) = 'supplier' AND organization_id = (SELECT app_organization()) AND asked_by_id = app_actor()
  AND EXISTS (SELECT 1 FROM document_version v
              WHERE v.id = version_id AND v.document_id = acknowledgement_request.document_id AND v.status = 'released'));

ALTER TABLE acknowledgement_quorum ENABLE ROW LEVEL SECURITY;
CREATE POLICY acknowledgement_quorum_read ON acknowledgement_quorum FOR SELECT
  USING (EXISTS (SELECT 1 FROM acknowledgement_request r WHERE r.id = request_id));
CREATE POLICY acknowledgement_quorum_insert ON acknowledgement_quorum FOR INSERT WITH CHECK (
  (SELECT app_side()) = 'supplier' AND EXISTS (SELECT 1 FROM acknowledgement_request r WHERE r.id = request_id));

-- A customer's member declares for itself, for a function that it has, in an account of its own.
ALTER TABLE document_acknowledgement ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_acknowledgement_read ON document_acknowledgement FOR SELECT
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY document_acknowledgement_insert ON document_acknowledgement FOR INSERT WITH CHECK (
  (SELECT app_side()) = 'customer' AND member_id = app_actor()
  AND EXISTS (SELECT 1 FROM membership m WHERE m.id = app_actor() AND function = ANY (m.functions))
  AND EXISTS (SELECT 1 FROM acknowledgement_request_account a
              WHERE a.id = request_account_id AND a.account_id = document_acknowledgement.account_id
                AND a.version_id = document_acknowledgement.version_id));

-- What a side does stands under the name of its member; reminders and deadlines are written by the system alone.
ALTER TABLE acknowledgement_fact ENABLE ROW LEVEL SECURITY;
CREATE POLICY acknowledgement_fact_read ON acknowledgement_fact FOR SELECT
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY acknowledgement_fact_insert ON acknowledgement_fact FOR INSERT WITH CHECK (
  member_id = app_actor()
  AND ((SELECT app_side()) = 'supplier' AND kind = 'implemented'
       OR (SELECT app_side()) = 'customer'
          AND kind IN ('information_requested', 'samples_requested', 'accepted', 'conditional', 'rejected'))
  AND EXISTS (SELECT 1 FROM acknowledgement_request_account a
              WHERE a.id = request_account_id AND a.account_id = acknowledgement_fact.account_id));

-- The chain is read by both sides of its account and written through the function below alone: no policy to insert.
ALTER TABLE evidence_entry ENABLE ROW LEVEL SECURITY;
CREATE POLICY evidence_entry_read ON evidence_entry FOR SELECT USING (account_id = ANY ((SELECT app_accounts())::uuid[]));

-- ------------------------------------------------------------------------------------------------ what never changes
CREATE TRIGGER document_terms_insert_only BEFORE UPDATE OR DELETE ON document_terms
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER acknowledgement_request_insert_only BEFORE UPDATE OR DELETE ON acknowledgement_request
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER acknowledgement_quorum_insert_only BEFORE UPDATE OR DELETE ON acknowledgement_quorum
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER acknowledgement_request_account_insert_only BEFORE UPDATE OR DELETE ON acknowledgement_request_account
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER document_acknowledgement_insert_only BEFORE UPDATE OR DELETE ON document_acknowledgement
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER acknowledgement_fact_insert_only BEFORE UPDATE OR DELETE ON acknowledgement_fact
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER evidence_entry_insert_only BEFORE UPDATE OR DELETE ON evidence_entry
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- ----------------------------------------------------------------------------------------------------------- the chain
-- The end of a chain, kept for the caller until its transaction is over: what is added next stands behind it.
CREATE FUNCTION app_evidence_head(chain uuid, wanted text)
RETURNS TABLE (sequence integer, hash text, is_known boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  PERFORM 1 FROM acknowledgement_request_account a
  WHERE a.id = chain AND (current_setting('role') = 'none' OR a.account_id = ANY (app_accounts()))
  FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'evidence of another account' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY
    SELECT coalesce(max(e.sequence), 0),
           coalesce((SELECT l.hash FROM evidence_entry l WHERE l.request_account_id = chain
                     ORDER BY l.sequence DESC LIMIT 1), repeat('0', 64)),
           coalesce(bool_or(e.key = wanted), false)
    FROM evidence_entry e WHERE e.request_account_id = chain;
END
$$;

-- Adds a link. The database works the hash out itself: what does not continue the chain is refused, whoever asks.
CREATE FUNCTION app_append_evidence(chain uuid, link uuid, subject text, body text, previous text, digest text, instant timestamptz)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE head record;
BEGIN
  SELECT * INTO head FROM app_evidence_head(chain, subject);
  IF head.is_known OR previous <> head.hash
     OR digest <> encode(sha256(convert_to(previous || body, 'UTF8')), 'hex')
     OR (body::jsonb ->> 'sequence')::integer IS DISTINCT FROM head.sequence + 1 THEN
    RAISE EXCEPTION 'the entry does not continue the chain' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  INSERT INTO evidence_entry (id, request_account_id, account_id, sequence, key, entry, previous_hash, hash, recorded_at)
  SELECT link, a.id, a.account_id, head.sequence + 1, subject, body, previous, digest, instant
  FROM acknowledgement_request_account a WHERE a.id = chain;
END
$$;
