-- CreateTable
CREATE TABLE "document_version_author" (
    "version_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "added_by_id" UUID NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_version_author_pkey" PRIMARY KEY ("version_id","membership_id")
);

-- CreateTable
CREATE TABLE "document_draft_save" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "saved_by_id" UUID NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_draft_save_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_comment" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "parent_id" UUID,
    "block" INTEGER NOT NULL,
    "quote" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "author_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_comment_resolution" (
    "comment_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "resolved_by_id" UUID NOT NULL,
    "resolved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_comment_resolution_pkey" PRIMARY KEY ("comment_id")
);

-- CreateTable
CREATE TABLE "document_template" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" "document_kind" NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_template_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_translation" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "change_note" TEXT NOT NULL DEFAULT '',
    "source_version" INTEGER NOT NULL,
    "source_hash" TEXT NOT NULL,
    "translator_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_at" TIMESTAMPTZ(3),
    "released_by_id" UUID,

    CONSTRAINT "document_translation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_version_author_membership_id_idx" ON "document_version_author"("membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_draft_save_version_id_saved_at_key" ON "document_draft_save"("version_id", "saved_at");

-- CreateIndex
CREATE INDEX "document_comment_version_id_idx" ON "document_comment"("version_id");

-- CreateIndex
CREATE INDEX "document_comment_parent_id_idx" ON "document_comment"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_template_organization_id_kind_language_title_key" ON "document_template"("organization_id", "kind", "language", "title");

-- CreateIndex
CREATE UNIQUE INDEX "document_translation_version_id_language_key" ON "document_translation"("version_id", "language");

-- AddForeignKey
ALTER TABLE "document_version_author" ADD CONSTRAINT "document_version_author_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version_author" ADD CONSTRAINT "document_version_author_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_version_author" ADD CONSTRAINT "document_version_author_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_draft_save" ADD CONSTRAINT "document_draft_save_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_draft_save" ADD CONSTRAINT "document_draft_save_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_comment" ADD CONSTRAINT "document_comment_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_comment" ADD CONSTRAINT "document_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_comment" ADD CONSTRAINT "document_comment_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "document_comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_comment_resolution" ADD CONSTRAINT "document_comment_resolution_comment_id_fkey" FOREIGN KEY ("comment_id") REFERENCES "document_comment"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_comment_resolution" ADD CONSTRAINT "document_comment_resolution_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_template" ADD CONSTRAINT "document_template_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_translation" ADD CONSTRAINT "document_translation_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_translation" ADD CONSTRAINT "document_translation_translator_id_fkey" FOREIGN KEY ("translator_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_translation" ADD CONSTRAINT "document_translation_released_by_id_fkey" FOREIGN KEY ("released_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- -------------------------------------------------------------------------------------------------- row-level security
-- A row names a version of the own organization alone, and its document.
CREATE FUNCTION app_own_version(version_id uuid, document_id uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public AS
$$
  SELECT EXISTS (SELECT 1 FROM document_version v
                 WHERE v.id = $1 AND v.organization_id = app_organization() AND ($2 IS NULL OR v.document_id = $2))
$$;

-- Co-authors, saves, remarks and templates are the supplier's own; no customer reads any of them.
ALTER TABLE document_version_author ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_version_author_supplier ON document_version_author FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
              AND app_own_version(version_id, document_id) AND added_by_id = app_actor()
              AND EXISTS (SELECT 1 FROM membership m WHERE m.id = membership_id AND m.organization_id = (SELECT app_organization())));

ALTER TABLE document_draft_save ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_draft_save_supplier ON document_draft_save FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
              AND app_own_version(version_id, NULL));

ALTER TABLE document_comment ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_comment_supplier ON document_comment FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
              AND app_own_version(version_id, document_id) AND author_id = app_actor());

ALTER TABLE document_comment_resolution ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_comment_resolution_supplier ON document_comment_resolution FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
              AND resolved_by_id = app_actor()
              AND EXISTS (SELECT 1 FROM document_comment c WHERE c.id = comment_id AND c.organization_id = (SELECT app_organization())));

ALTER TABLE document_template ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_template_supplier ON document_template FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
              AND updated_by_id = app_actor());

-- A reader sees a translation once it is released, of a version that the reader sees.
ALTER TABLE document_translation ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_translation_supplier ON document_translation FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
              AND app_own_version(version_id, document_id));
CREATE POLICY document_translation_customer ON document_translation FOR SELECT USING (
  (SELECT app_side()) = 'customer' AND released_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM document_version v WHERE v.id = version_id));

-- ------------------------------------------------------------------------------------------------------- what is fixed
CREATE TRIGGER document_comment_insert_only BEFORE UPDATE OR DELETE ON document_comment
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER document_comment_resolution_insert_only BEFORE UPDATE OR DELETE ON document_comment_resolution
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- A save is never changed; it goes when its version is no longer being written.
CREATE FUNCTION app_keep_draft_save() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (
    SELECT 1 FROM document_version v WHERE v.id = OLD.version_id AND v.status IN ('draft', 'submitted')) THEN
    RAISE EXCEPTION 'saves of a draft are insert-only' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN OLD;
END
$$;
CREATE TRIGGER document_draft_save_keep BEFORE UPDATE OR DELETE ON document_draft_save
  FOR EACH ROW EXECUTE FUNCTION app_keep_draft_save();

-- Who wrote a version does not release it: neither its author (document_version_released_by_other) nor a co-author.
CREATE FUNCTION app_released_by_no_author() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF NEW.released_by_id IS DISTINCT FROM OLD.released_by_id AND EXISTS (
    SELECT 1 FROM document_version_author a WHERE a.version_id = NEW.id AND a.membership_id = NEW.released_by_id) THEN
    RAISE EXCEPTION 'a co-author does not release the version' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER document_version_released_by_no_author BEFORE UPDATE ON document_version
  FOR EACH ROW EXECUTE FUNCTION app_released_by_no_author();

-- Nor reviews it.
CREATE OR REPLACE FUNCTION app_refuse_own_review() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  IF EXISTS (SELECT 1 FROM document_version v WHERE v.id = NEW.version_id AND v.author_id = NEW.member_id)
     OR EXISTS (SELECT 1 FROM document_version_author a WHERE a.version_id = NEW.version_id AND a.membership_id = NEW.member_id) THEN
    RAISE EXCEPTION 'an author of a version does not review it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

-- Who wrote it stays known: co-authors come and go as long as it is a draft.
CREATE FUNCTION app_keep_version_author() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF TG_OP = 'UPDATE' OR EXISTS (
    SELECT 1 FROM document_version v WHERE v.id = coalesce(NEW.version_id, OLD.version_id) AND v.status <> 'draft') THEN
    RAISE EXCEPTION 'the authors of a submitted version are fixed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER document_version_author_keep BEFORE INSERT OR UPDATE OR DELETE ON document_version_author
  FOR EACH ROW EXECUTE FUNCTION app_keep_version_author();

CREATE FUNCTION app_keep_translation() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF OLD.released_at IS NOT NULL THEN
    RAISE EXCEPTION 'a released translation is immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER document_translation_keep BEFORE UPDATE OR DELETE ON document_translation
  FOR EACH ROW EXECUTE FUNCTION app_keep_translation();
ALTER TABLE document_translation ADD CONSTRAINT document_translation_released_by_other
  CHECK (released_by_id IS NULL OR released_by_id <> translator_id);
ALTER TABLE document_translation ADD CONSTRAINT document_translation_language
  CHECK (language IN ('en', 'pt', 'ru', 'zh'));


-- --------------------------------------------------------------------------------------------------------------- search
-- Released translations are found as the texts that they translate, under the same rules (migration 0020): whoever does
-- not see the version does not find them either.
ALTER TABLE document_translation ADD COLUMN search tsvector GENERATED ALWAYS AS (
  CASE WHEN released_at IS NOT NULL THEN app_search_vector(language, title, body) END) STORED;
CREATE INDEX document_translation_search ON document_translation USING gin (search) WITH (gin_pending_list_limit = 256);
CREATE INDEX document_translation_title ON document_translation USING gin (title gin_trgm_ops);

CREATE FUNCTION app_search_translations(q tsquery, inside text, functions member_function[], filter jsonb, most integer)
RETURNS TABLE (id uuid, version_id uuid, translation_id uuid, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS
$$
#variable_conflict use_column
DECLARE
  candidates CONSTANT integer := 60;
  actor_side side := app_side();
  organization uuid := app_organization();
  left_over uuid[] := app_filtered_documents(filter);
  wanted_language text := filter ->> 'language';
  since timestamptz := (filter ->> 'since')::timestamptz;
  until timestamptz := (filter ->> 'until')::timestamptz;
BEGIN
  IF actor_side IS NULL OR (actor_side = 'customer' AND functions = '{}') THEN RETURN; END IF;
  RETURN QUERY
    WITH hits AS MATERIALIZED (
      SELECT t.id, t.version_id, t.document_id FROM document_translation t
      WHERE (t.search @@ q OR (t.title ILIKE inside AND t.released_at IS NOT NULL))
        AND (actor_side = 'customer' OR t.organization_id = organization)
        AND (left_over IS NULL OR t.document_id = ANY (left_over))
        AND (wanted_language IS NULL OR t.language = wanted_language)
    ), newest AS MATERIALIZED (
      SELECT h.id, v.id AS version_id, v.document_id
      FROM hits h JOIN document d ON d.id = h.document_id AND d.released_version_id = h.version_id
      JOIN document_version v ON v.id = h.version_id AND v.status = 'released'
      WHERE (actor_side = 'supplier' OR h.document_id IN (SELECT app_readable_documents(functions)))
        AND (since IS NULL OR v.released_at >= since) AND (until IS NULL OR v.released_at < until)
      ORDER BY v.id DESC LIMIT candidates)
    SELECT * FROM (
      SELECT DISTINCT ON (n.document_id) n.document_id, n.version_id, n.id,
             (CASE WHEN t.title ILIKE inside THEN 0.5 ELSE 0 END + ts_rank(t.search, q, 1))::real AS rank
      FROM newest n JOIN document_translation t ON t.id = n.id
      ORDER BY n.document_id, 4 DESC) AS documents
    ORDER BY rank DESC LIMIT most;
END
$$;

-- As before, with the language of a document that was found in a translation.
DROP FUNCTION app_search(text, boolean, text, text[], jsonb, integer);
CREATE FUNCTION app_search(source text, is_cyrillic boolean, part text, kinds text[], filter jsonb, most integer)
RETURNS TABLE (kind text, subject_id uuid, message_id uuid, rank real, at timestamptz, excerpt text, words text[],
               file_id uuid, file_name text, page integer, language text) ROWS 50
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
#variable_conflict use_column
DECLARE
  q tsquery := app_search_query(source, is_cyrillic);
  inside text := CASE WHEN length(part) >= 3 THEN '%' || replace(replace(replace(part, '\', '\\'), '%', '\%'), '_', '\_') || '%' END;
  lexemes text[] := ARRAY (SELECT DISTINCT replace(found[1], '''''', '''') FROM regexp_matches(q::text, '''((?:[^'']|'''')+)''', 'g') AS found);
  -- The letters of the documents' numbers come along with the filter and narrow nothing.
  prefixes jsonb := coalesce(filter -> 'prefixes', '{}');
  narrowing jsonb := filter - 'prefixes';
  functions member_function[];
  actor_side side;
BEGIN
  SELECT m.side, m.functions INTO actor_side, functions FROM membership m WHERE m.id = app_actor() AND m.deactivated_at IS NULL;
  IF actor_side IS NULL THEN RETURN; END IF;
  IF 'number' = ANY (kinds) THEN
    RETURN QUERY
      SELECT found.kind, found.id, NULL::uuid, found.nearness, NULL::timestamptz, found.number, lexemes, NULL::uuid, NULL::text, NULL::integer, NULL::text
      FROM app_search_numbers(part, prefixes, functions) AS found;
  END IF;
  IF 'document' = ANY (kinds) THEN
    RETURN QUERY
      -- A document is one hit, in the language in which it was found best.
      SELECT 'document', best.id, NULL::uuid, best.rank, v.updated_at, app_search_excerpt(coalesce(t.body, v.body), lexemes), lexemes,
             NULL::uuid, NULL::text, NULL::integer, t.language
      FROM (
        SELECT DISTINCT ON (either.id) either.* FROM (
          SELECT found.id, found.version_id, NULL::uuid AS translation_id, found.rank
          FROM app_search_documents(q, inside, functions, narrowing, most) AS found
          UNION ALL
          SELECT found.id, found.version_id, found.translation_id, found.rank
          FROM app_search_translations(q, inside, functions, narrowing, most) AS found) AS either
        ORDER BY either.id, either.rank DESC, either.translation_id NULLS FIRST) AS best
      JOIN document_version v ON v.id = best.version_id
      LEFT JOIN document_translation t ON t.id = best.translation_id
      ORDER BY best.rank DESC LIMIT most;
  END IF;
  IF 'file' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'file', found.document_id, NULL::uuid, found.rank, v.updated_at, coalesce(app_search_excerpt(p.text, lexemes), ''), lexemes,
             found.file_id, f.name, found.page, NULL::text
      FROM app_search_files(q, functions, narrowing, most) AS found
      JOIN document_version v ON v.id = found.version_id JOIN file f ON f.id = found.file_id
      LEFT JOIN file_text_page p ON p.file_id = found.file_id AND p.page = found.page;
  END IF;
  IF 'consultation' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'consultation', c.id, NULL::uuid, found.rank, c.last_activity_at, '', lexemes, NULL::uuid, NULL::text, NULL::integer, NULL::text
      FROM app_search_consultations(q, narrowing, most) AS found JOIN consultation c ON c.id = found.id;
  END IF;
  IF 'message' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'message', m.consultation_id, m.id, found.rank, m.created_at, app_search_excerpt(m.body, lexemes), lexemes, NULL::uuid, NULL::text, NULL::integer, NULL::text
      FROM app_search_messages(q, CASE actor_side WHEN 'supplier' THEN '{shared,internal}'::message_lane[]
                                                  ELSE '{shared,private}' END, narrowing, most) AS found
      JOIN message m ON m.id = found.id;
  END IF;
END
$$;

-- ----------------------------------------------------------------------------------------------------------- what waits
-- Submitted versions are few among all, and are asked for on each home page of the supplier.
CREATE INDEX document_version_submitted ON document_version (organization_id, submitted_at, id) WHERE status = 'submitted';
