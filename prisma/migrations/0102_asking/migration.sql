-- AlterTable
ALTER TABLE "consultation" ADD COLUMN     "details" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "order_number" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "written_down_by_id" UUID;

-- CreateTable
CREATE TABLE "ended_question" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "function" "member_function" NOT NULL,
    "product_id" UUID,
    "document_id" UUID,
    "consultation_id" UUID,
    "form_key" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ended_question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_template" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "function" "member_function" NOT NULL,
    "names" JSONB NOT NULL,
    "fields" JSONB NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "retired_at" TIMESTAMPTZ(3),
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_sheet" (
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "template_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "rows" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_sheet_pkey" PRIMARY KEY ("consultation_id")
);

-- CreateTable
CREATE TABLE "consultation_draft" (
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "document_id" UUID,
    "subject" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_draft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ended_question_form_key_key" ON "ended_question"("form_key");

-- CreateIndex
CREATE INDEX "ended_question_document_id_account_id_idx" ON "ended_question"("document_id", "account_id");

-- CreateIndex
CREATE INDEX "ended_question_consultation_id_idx" ON "ended_question"("consultation_id");

-- CreateIndex
CREATE INDEX "ended_question_organization_id_created_at_idx" ON "ended_question"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "consultation_template_organization_id_function_idx" ON "consultation_template"("organization_id", "function");

-- CreateIndex
CREATE INDEX "consultation_sheet_template_id_idx" ON "consultation_sheet"("template_id");

-- CreateIndex
CREATE INDEX "consultation_draft_membership_id_updated_at_idx" ON "consultation_draft"("membership_id", "updated_at");

-- CreateIndex
CREATE INDEX "consultation_draft_updated_at_idx" ON "consultation_draft"("updated_at");

-- AddForeignKey
ALTER TABLE "ended_question" ADD CONSTRAINT "ended_question_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ended_question" ADD CONSTRAINT "ended_question_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ended_question" ADD CONSTRAINT "ended_question_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_template" ADD CONSTRAINT "consultation_template_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_sheet" ADD CONSTRAINT "consultation_sheet_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_sheet" ADD CONSTRAINT "consultation_sheet_template_id_fkey" FOREIGN KEY ("template_id") REFERENCES "consultation_template"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_draft" ADD CONSTRAINT "consultation_draft_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_draft" ADD CONSTRAINT "consultation_draft_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation" ADD CONSTRAINT "consultation_written_down_by_id_fkey" FOREIGN KEY ("written_down_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Read by whoever works on the account, written by the customer's member who was about to ask.
ALTER TABLE ended_question ENABLE ROW LEVEL SECURITY;
CREATE POLICY ended_question_read ON ended_question FOR SELECT USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY ended_question_write ON ended_question FOR INSERT WITH CHECK (
  asked_by_id = app_actor() AND (SELECT app_side()) = 'customer'
  AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM account a WHERE a.id = account_id AND a.supplier_id = ended_question.organization_id)
  AND (document_id IS NULL OR EXISTS (
    SELECT 1 FROM document d WHERE d.id = document_id AND d.organization_id = ended_question.organization_id))
  AND (consultation_id IS NULL OR EXISTS (
    SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.account_id = ended_question.account_id)));
CREATE TRIGGER ended_question_insert_only BEFORE UPDATE OR DELETE ON ended_question
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
ALTER TABLE ended_question ADD CONSTRAINT ended_question_by_one CHECK (num_nonnulls(document_id, consultation_id) = 1);

-- ------------------------------------------------------------------------------------------ suggestions while one types
-- What is typed is many words, of which any document has some: two of them have to be there, three of a longer text. The
-- index answers each pair at once and exactly, so no text is read that is not a candidate; of these, the newest are ranked.
-- Words that one of the languages leaves out are none. Runs as the owner, as search does (migration 0007), and states the rules itself:
-- documents in force whose audience the actor is in, accepted answers of the one account, by what both sides read of them.
CREATE FUNCTION app_suggest(wanted_account uuid, terms text[], is_cyrillic boolean, wanted_function member_function,
                            wanted_product uuid, most integer)
RETURNS TABLE (kind text, subject_id uuid, message_id uuid, translation_id uuid, rank real) ROWS 5
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off SET client_min_messages = warning AS
$$
#variable_conflict use_column
DECLARE
  most_terms CONSTANT integer := 10;
  candidates CONSTANT integer := 60;
  actor_side side;
  own_functions member_function[];
  accounts uuid[] := app_accounts();
  supplier uuid;
  family uuid;
  asked tsquery[];
  anyhow tsquery;
  rest tsquery;
  pairs tsquery;
  needed integer;
BEGIN
  SELECT m.side, m.functions INTO actor_side, own_functions
  FROM membership m WHERE m.id = app_actor() AND m.deactivated_at IS NULL;
  SELECT a.supplier_id INTO supplier FROM account a
  WHERE a.id = wanted_account AND a.id = ANY (accounts) AND a.closed_at IS NULL;
  IF actor_side IS NULL OR supplier IS NULL THEN RETURN; END IF;
  SELECT p.family_id INTO family FROM product p WHERE p.id = wanted_product AND p.organization_id = supplier;

  SELECT array_agg(each.q::tsquery ORDER BY each.place) INTO asked FROM (
    SELECT term.q, min(term.place) AS place FROM (
      SELECT app_search_query(typed.term, is_cyrillic)::text AS q, typed.place
      FROM unnest(terms) WITH ORDINALITY AS typed (term, place)
      WHERE CASE WHEN is_cyrillic THEN numnode(to_tsquery('public.app_russian', typed.term)) > 0
                 ELSE numnode(to_tsquery('public.app_english', typed.term)) > 0
                      AND numnode(to_tsquery('pg_catalog.portuguese', typed.term)) > 0 END) AS term
    GROUP BY term.q ORDER BY 2 LIMIT most_terms) AS each;
  IF coalesce(cardinality(asked), 0) < 2 THEN RETURN; END IF;
  needed := CASE WHEN cardinality(asked) < 6 THEN 2 ELSE 3 END;
  FOR i IN REVERSE cardinality(asked)..1 LOOP
    IF rest IS NOT NULL THEN
      pairs := CASE WHEN pairs IS NULL THEN asked[i] && rest ELSE pairs || (asked[i] && rest) END;
    END IF;
    rest := CASE WHEN rest IS NULL THEN asked[i] ELSE rest || asked[i] END;
  END LOOP;
  anyhow := rest;

  RETURN QUERY
  WITH texts AS MATERIALIZED (
    SELECT v.document_id, v.id AS version_id, NULL::uuid AS translation_id FROM document_version v
    WHERE v.search @@ pairs AND v.status = 'released' AND v.organization_id = supplier
    UNION ALL
    SELECT t.document_id, t.version_id, t.id FROM document_translation t
    WHERE t.search @@ pairs AND t.released_at IS NOT NULL AND t.organization_id = supplier
  ), readable AS (
    SELECT s.* FROM (SELECT * FROM texts ORDER BY version_id DESC) AS s
    WHERE (SELECT d.released_version_id = s.version_id FROM document d WHERE d.id = s.document_id)
      AND (SELECT v.status = 'released' FROM document_version v WHERE v.id = s.version_id)
      AND (actor_side = 'supplier' OR (
        SELECT true FROM document_audience a
        WHERE a.document_id = s.document_id AND a.functions && own_functions
          AND (a.family_id IS NULL OR a.family_id = ANY ((SELECT app_families())::uuid[]))
          AND (a.account_id = wanted_account OR (a.account_id IS NULL AND a.organization_id = supplier))
        LIMIT 1))
    LIMIT candidates
  ), documents AS (
    SELECT DISTINCT ON (r.document_id) r.document_id, r.translation_id,
      ts_rank(w.search, anyhow, 1)
        + CASE WHEN EXISTS (SELECT 1 FROM document_product k WHERE k.document_id = r.document_id AND k.product_id = wanted_product) THEN 0.3
               WHEN EXISTS (SELECT 1 FROM document_family k WHERE k.document_id = r.document_id AND k.family_id = family) THEN 0.1
               ELSE 0 END + found.terms * 0.1 AS rank
    FROM readable r
    CROSS JOIN LATERAL (
      SELECT coalesce((SELECT t.search FROM document_translation t WHERE t.id = r.translation_id),
                      (SELECT v.search FROM document_version v WHERE v.id = r.version_id)) AS search) AS w
    CROSS JOIN LATERAL (SELECT count(*) AS terms FROM unnest(asked) AS term WHERE w.search @@ term) AS found
    WHERE found.terms >= needed
    ORDER BY r.document_id, 3 DESC, r.translation_id NULLS FIRST
  ), threads AS MATERIALIZED (
    SELECT found.id FROM (
      SELECT m.consultation_id AS id FROM message m
      WHERE m.search @@ pairs AND m.account_id = wanted_account AND m.lane = 'shared'
      UNION
      SELECT c.id FROM consultation c WHERE c.search @@ pairs AND c.account_id = wanted_account) AS found
    ORDER BY found.id DESC
  ), accepted AS (
    SELECT c.id, c.accepted_message_id, c.function, c.product_id, c.search FROM threads
    JOIN consultation c ON c.id = threads.id AND c.status = 'accepted' AND c.accepted_message_id IS NOT NULL
    LIMIT candidates
  ), answers AS (
    SELECT c.id, c.accepted_message_id,
      ts_rank(w.search, anyhow, 1) + CASE WHEN c.product_id = wanted_product THEN 0.3 ELSE 0 END
        + CASE WHEN c.function = wanted_function THEN 0.1 ELSE 0 END + found.terms * 0.1 AS rank
    FROM accepted c
    CROSS JOIN LATERAL (
      SELECT c.search
        || coalesce((SELECT m.search FROM message m WHERE m.consultation_id = c.id AND m.lane = 'shared' ORDER BY m.id LIMIT 1), '')
        || coalesce((SELECT m.search FROM message m WHERE m.id = c.accepted_message_id), '') AS search) AS w
    CROSS JOIN LATERAL (SELECT count(*) AS terms FROM unnest(asked) AS term WHERE w.search @@ term) AS found
    WHERE found.terms >= needed
  )
  SELECT best.kind, best.id, best.message_id, best.translation_id, best.rank FROM (
    SELECT 'document' AS kind, d.document_id AS id, NULL::uuid AS message_id, d.translation_id, d.rank::real AS rank FROM documents d
    UNION ALL
    SELECT 'answer', a.id, a.accepted_message_id, NULL, a.rank::real FROM answers a) AS best
  ORDER BY best.rank DESC, best.id DESC LIMIT most;
END
$$;

-- -------------------------------------------------------------------------------------------------------- templates
-- Read by the supplier and its customers, who are shown no retired one; written by the supplier's administrators and by
-- the members of the function.
ALTER TABLE consultation_template ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_template_read ON consultation_template FOR SELECT USING (
  organization_id = ANY ((SELECT app_suppliers())::uuid[])
  AND (retired_at IS NULL OR ((SELECT app_side()) = 'supplier' AND organization_id = (SELECT app_organization()))));
CREATE POLICY consultation_template_write ON consultation_template FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
              AND updated_by_id = app_actor()
              AND (app_administers(organization_id) OR function = ANY ((SELECT app_functions())::member_function[])));
ALTER TABLE consultation_template ADD CONSTRAINT consultation_template_shape CHECK (
  jsonb_typeof(names) = 'object' AND names <> '{}' AND jsonb_typeof(fields) = 'array');

-- What was filled in is read and written as the consultation that it belongs to, and never changed.
ALTER TABLE consultation_sheet ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_sheet_read ON consultation_sheet FOR SELECT USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY consultation_sheet_write ON consultation_sheet FOR INSERT WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM consultation c
              JOIN consultation_template t ON t.id = template_id AND t.organization_id = c.organization_id
              WHERE c.id = consultation_id AND c.account_id = consultation_sheet.account_id
                AND (c.asked_by_id = app_actor() OR c.written_down_by_id = app_actor())));
CREATE TRIGGER consultation_sheet_insert_only BEFORE UPDATE OR DELETE ON consultation_sheet
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- ----------------------------------------------------------------------------------------------------------- drafts
-- One for each account and document; nobody but its author knows of it.
CREATE UNIQUE INDEX consultation_draft_one ON consultation_draft (membership_id, account_id, document_id) NULLS NOT DISTINCT;
ALTER TABLE consultation_draft ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_draft_own ON consultation_draft FOR ALL
  USING (membership_id = app_actor() AND account_id = ANY ((SELECT app_accounts())::uuid[]))
  WITH CHECK (membership_id = app_actor() AND account_id = ANY ((SELECT app_accounts())::uuid[])
              AND (document_id IS NULL OR EXISTS (SELECT 1 FROM document d WHERE d.id = document_id)));

-- Whoever is erased leaves no draft.
CREATE FUNCTION app_forget_drafts() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  DELETE FROM consultation_draft WHERE membership_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER membership_forget_drafts AFTER UPDATE ON membership FOR EACH ROW
  WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION app_forget_drafts();

-- ----------------------------------------------------------------------------------------------------- consultations
-- Who is named as having written it down did so: the actor, of the supplier's side, for a member of the customer.
CREATE FUNCTION app_keep_asker() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM account a JOIN membership asker ON asker.id = NEW.asked_by_id AND asker.organization_id = a.customer_id
                   JOIN membership writer ON writer.id = NEW.written_down_by_id AND writer.organization_id = a.supplier_id
                 WHERE a.id = NEW.account_id AND asker.side = 'customer' AND asker.deactivated_at IS NULL
                   AND writer.side = 'supplier' AND writer.deactivated_at IS NULL) THEN
    RAISE EXCEPTION 'a question is written down by the supplier for a member of the customer'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER consultation_keep_asker BEFORE INSERT ON consultation
  FOR EACH ROW WHEN (NEW.written_down_by_id IS NOT NULL) EXECUTE FUNCTION app_keep_asker();

-- A consultation is found by its subject, and by the order and what was filled in beside the text.
ALTER TABLE consultation DROP COLUMN search;
ALTER TABLE consultation ADD COLUMN search tsvector GENERATED ALWAYS AS (
  app_search_vector(language, subject, btrim(order_number || ' ' || details))) STORED;
CREATE INDEX consultation_search ON consultation USING gin (search) WITH (gin_pending_list_limit = 256);
