-- CreateEnum
CREATE TYPE "document_import_status" AS ENUM ('waiting', 'checked', 'refused', 'running', 'done', 'undoing', 'undone');

-- CreateEnum
CREATE TYPE "import_outcome" AS ENUM ('new', 'version', 'unchanged', 'refused');

-- CreateEnum
CREATE TYPE "import_row_state" AS ENUM ('planned', 'skipped', 'imported', 'failed', 'undone', 'kept');

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "former_number" TEXT;

-- CreateTable
CREATE TABLE "document_import" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "status" "document_import_status" NOT NULL DEFAULT 'waiting',
    "is_released" BOOLEAN NOT NULL,
    "is_whole" BOOLEAN NOT NULL,
    "problem" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_by_id" UUID,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_import_file" (
    "import_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "document_import_file_pkey" PRIMARY KEY ("import_id","file_id")
);

-- CreateTable
CREATE TABLE "document_import_row" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "organization_id" UUID NOT NULL,
    "outcome" "import_outcome" NOT NULL,
    "number" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "problems" JSONB NOT NULL,
    "notes" JSONB NOT NULL,
    "plan" JSONB,
    "state" "import_row_state" NOT NULL DEFAULT 'planned',
    "reason" TEXT NOT NULL DEFAULT '',
    "document_id" UUID,
    "version_id" UUID,
    "imported_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_import_row_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateIndex
CREATE INDEX "document_import_organization_id_created_at_id_idx" ON "document_import"("organization_id", "created_at", "id");

-- CreateIndex
CREATE INDEX "document_import_file_file_id_idx" ON "document_import_file"("file_id");

-- CreateIndex
CREATE INDEX "document_import_row_import_id_outcome_line_idx" ON "document_import_row"("import_id", "outcome", "line");

-- CreateIndex
CREATE INDEX "document_import_row_version_id_idx" ON "document_import_row"("version_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_organization_id_former_number_key" ON "document"("organization_id", "former_number");

-- AddForeignKey
ALTER TABLE "document_import" ADD CONSTRAINT "document_import_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_import" ADD CONSTRAINT "document_import_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_import_file" ADD CONSTRAINT "document_import_file_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "document_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_import_file" ADD CONSTRAINT "document_import_file_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_import_row" ADD CONSTRAINT "document_import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "document_import"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ------------------------------------------------------------------------------------------------ whose they are
-- Imports are the supplier's own, as its drafts are.
ALTER TABLE document_import ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_import_read ON document_import FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY document_import_insert ON document_import FOR INSERT WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier' AND created_by_id = app_actor());
CREATE POLICY document_import_update ON document_import FOR UPDATE
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');

ALTER TABLE document_import_file ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_import_file_all ON document_import_file FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (
    organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
    AND EXISTS (SELECT 1 FROM document_import i WHERE i.id = import_id AND i.created_by_id = app_actor())
    AND app_may_attach(file_id, NULL));

ALTER TABLE document_import_row ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_import_row_all ON document_import_row FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (
    organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
    AND EXISTS (SELECT 1 FROM document_import i
                WHERE i.id = import_id AND i.organization_id = document_import_row.organization_id));

-- Drafts are begun by whoever imports; documents that are released at once by somebody else.
ALTER TABLE document_import ADD CONSTRAINT document_import_released_by_other
  CHECK (NOT is_released OR started_by_id IS NULL OR started_by_id <> created_by_id);
ALTER TABLE document ADD CONSTRAINT document_former_number_form CHECK (former_number <> '' AND length(former_number) <= 60);

-- ------------------------------------------------------------------------------------------- the state is the outbox
CREATE FUNCTION app_import_queued() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  PERFORM graphile_worker.add_job(
    CASE NEW.status WHEN 'waiting' THEN 'checkImport' WHEN 'running' THEN 'runImport' ELSE 'undoImport' END,
    json_build_object('importId', NEW.id), max_attempts => 8);
  RETURN NULL;
END
$$;
CREATE TRIGGER document_import_begun AFTER INSERT ON document_import
  FOR EACH ROW WHEN (NEW.status = 'waiting') EXECUTE FUNCTION app_import_queued();
CREATE TRIGGER document_import_moved AFTER UPDATE OF status ON document_import
  FOR EACH ROW WHEN (NEW.status IN ('running', 'undoing') AND NEW.status <> OLD.status)
  EXECUTE FUNCTION app_import_queued();

-- ------------------------------------------------------------------------------------------------------- the numbers
-- Keeps a number that is brought along: the series goes on behind it.
CREATE FUNCTION app_keep_number(organization uuid, series text, kept integer) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  IF current_setting('role') <> 'none' AND organization IS DISTINCT FROM app_organization() THEN
    RAISE EXCEPTION 'number series of another organization' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO number_series (organization_id, kind, next) VALUES (organization, series, kept + 1)
  ON CONFLICT (organization_id, kind) DO UPDATE SET next = greatest(number_series.next, kept + 1);
END
$$;

-- ---------------------------------------------------------------------------------------------------------- the undo
-- Inside app_remove_imported alone, which runs as the owner: the setting by itself opens nothing.
CREATE FUNCTION app_is_undoing() RETURNS boolean LANGUAGE sql STABLE AS
$$
  SELECT current_setting('app.undoing', true) = 'yes'
     AND current_user = (SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'public.document_version'::regclass)
$$;

CREATE OR REPLACE FUNCTION app_keep_version() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF app_is_undoing() THEN
    RETURN coalesce(NEW, OLD);
  END IF;
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'document versions are never deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.document_id, NEW.organization_id, NEW.version, NEW.author_id, NEW.created_at)
     IS DISTINCT FROM (OLD.document_id, OLD.organization_id, OLD.version, OLD.author_id, OLD.created_at)
     OR (OLD.status <> 'draft' AND NEW.status <> 'draft'
         AND (NEW.title, NEW.body, NEW.language, NEW.change_note, NEW.summary, NEW.keywords, NEW.effective_on, NEW.expires_on)
             IS DISTINCT FROM
             (OLD.title, OLD.body, OLD.language, OLD.change_note, OLD.summary, OLD.keywords, OLD.effective_on, OLD.expires_on))
     OR (OLD.status NOT IN ('draft', 'submitted') AND NEW.status IN ('draft', 'submitted'))
     OR (OLD.status NOT IN ('draft', 'submitted')
         AND (NEW.released_at, NEW.released_by_id) IS DISTINCT FROM (OLD.released_at, OLD.released_by_id)) THEN
    RAISE EXCEPTION 'a released document version is immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

-- Why a version that was imported cannot be taken away again: somebody relied on it, or went on with it. Empty: it can.
CREATE FUNCTION app_imported_stays(version_id uuid, imported_at timestamptz) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT CASE
    WHEN EXISTS (SELECT 1 FROM document_version n WHERE n.document_id = v.document_id AND n.version > v.version) THEN 'newerVersion'
    WHEN EXISTS (SELECT 1 FROM document_reading r WHERE r.version_id = v.id)
      OR EXISTS (SELECT 1 FROM document_file_reading r WHERE r.version_id = v.id) THEN 'opened'
    WHEN EXISTS (SELECT 1 FROM acknowledgement_request a WHERE a.version_id = v.id) THEN 'acknowledged'
    WHEN EXISTS (SELECT 1 FROM citation c WHERE c.cited_version_id = v.id)
      OR EXISTS (SELECT 1 FROM citation_review c WHERE c.to_version_id = v.id AND c.outcome IS NOT NULL) THEN 'cited'
    WHEN EXISTS (SELECT 1 FROM handover_package_item h WHERE h.version_id = v.id) THEN 'handedOver'
    WHEN EXISTS (SELECT 1 FROM document_withdrawal w WHERE w.version_id = v.id) THEN 'withdrawn'
    WHEN v.updated_at > $2
      OR EXISTS (SELECT 1 FROM event e WHERE e.subject_id = v.document_id AND e.occurred_at > $2
                   AND e.type IN ('document.audienceChanged', 'document.ownerChanged')) THEN 'changed'
    WHEN NOT EXISTS (SELECT 1 FROM document_version o WHERE o.document_id = v.document_id AND o.id <> v.id)
      AND (EXISTS (SELECT 1 FROM subscription s WHERE s.document_id = v.document_id)
           OR EXISTS (SELECT 1 FROM consultation c WHERE c.document_id = v.document_id)) THEN 'used'
    ELSE '' END
  FROM document_version v WHERE v.id = $1
$$;

-- Takes an imported version away, and its document when it was the only one; the version before is in force again.
-- Answers why it stays instead; empty when it is gone.
CREATE FUNCTION app_remove_imported(import uuid, line integer) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
  r document_import_row;
  d document;
  previous document_version;
  stays text;
BEGIN
  SELECT * INTO r FROM document_import_row w WHERE w.import_id = $1 AND w.line = $2 FOR UPDATE;
  IF r.organization_id IS DISTINCT FROM app_organization() OR app_side() IS DISTINCT FROM 'supplier' THEN
    RAISE EXCEPTION 'an import of another organization' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT * INTO d FROM document x WHERE x.id = r.document_id FOR UPDATE;
  stays := app_imported_stays(r.version_id, r.imported_at);
  IF r.state <> 'imported' OR stays IS NULL THEN
    RETURN '';
  ELSIF stays <> '' THEN
    RETURN stays;
  END IF;
  PERFORM set_config('app.undoing', 'yes', true);
  IF d.released_version_id = r.version_id THEN
    SELECT * INTO previous FROM document_version v
    WHERE v.document_id = d.id AND v.id <> r.version_id AND v.status = 'superseded' ORDER BY v.version DESC LIMIT 1;
    UPDATE document x SET released_version_id = NULL WHERE x.id = d.id;
  END IF;
  -- As a draft: what belongs to it can go.
  UPDATE document_version v SET status = 'draft', submitted_at = NULL, released_at = NULL, released_by_id = NULL
  WHERE v.id = r.version_id;
  DELETE FROM citation_review c WHERE c.to_version_id = r.version_id;
  DELETE FROM citation c WHERE c.version_id = r.version_id;
  DELETE FROM document_version_file f WHERE f.version_id = r.version_id;
  DELETE FROM document_parameter p WHERE p.version_id = r.version_id;
  DELETE FROM document_version v WHERE v.id = r.version_id;
  IF previous.id IS NOT NULL THEN
    UPDATE document_version v SET status = 'released' WHERE v.id = previous.id;
    UPDATE document x SET released_version_id = previous.id, title = previous.title, language = previous.language,
                          released_at = previous.released_at
    WHERE x.id = d.id;
  END IF;
  IF EXISTS (SELECT 1 FROM document_version v WHERE v.document_id = d.id) THEN
    UPDATE document x SET status = v.status
    FROM (SELECT status FROM document_version n WHERE n.document_id = d.id ORDER BY n.version DESC LIMIT 1) AS v
    WHERE x.id = d.id;
  ELSE
    DELETE FROM notification n WHERE n.subject_type = 'document' AND n.subject_id = d.id;
    DELETE FROM document_audience a WHERE a.document_id = d.id;
    DELETE FROM document_product p WHERE p.document_id = d.id;
    DELETE FROM document_family f WHERE f.document_id = d.id;
    DELETE FROM document_variant w WHERE w.document_id = d.id;
    DELETE FROM document x WHERE x.id = d.id;
  END IF;
  PERFORM set_config('app.undoing', '', true);
  RETURN '';
EXCEPTION WHEN foreign_key_violation THEN
  -- Something that this function does not know holds on to it.
  RETURN 'used';
END
$$;
