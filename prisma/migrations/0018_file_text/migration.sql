-- CreateEnum
CREATE TYPE "file_text_state" AS ENUM ('queued', 'done', 'failed', 'refused');

-- CreateTable
CREATE TABLE "file_text" (
    "file_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "state" "file_text_state" NOT NULL DEFAULT 'queued',
    "reason" TEXT NOT NULL DEFAULT '',
    "language" TEXT NOT NULL DEFAULT '',
    "page_count" INTEGER NOT NULL DEFAULT 0,
    "is_truncated" BOOLEAN NOT NULL DEFAULT false,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "extracted_at" TIMESTAMPTZ(3),

    CONSTRAINT "file_text_pkey" PRIMARY KEY ("file_id")
);

-- CreateTable
CREATE TABLE "file_text_page" (
    "file_id" UUID NOT NULL,
    "page" INTEGER NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "file_text_page_pkey" PRIMARY KEY ("file_id","page")
);

-- CreateIndex
CREATE INDEX "file_text_organization_id_idx" ON "file_text"("organization_id");

-- AddForeignKey
ALTER TABLE "file_text" ADD CONSTRAINT "file_text_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_text_page" ADD CONSTRAINT "file_text_page_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "file_text"("file_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Seen by whoever sees the file: through a version of a document. Written by the owner's job alone.
ALTER TABLE file_text ENABLE ROW LEVEL SECURITY;
CREATE POLICY file_text_read ON file_text FOR SELECT
  USING (EXISTS (SELECT 1 FROM document_version_file f WHERE f.file_id = file_text.file_id));
ALTER TABLE file_text_page ENABLE ROW LEVEL SECURITY;
CREATE POLICY file_text_page_read ON file_text_page FOR SELECT
  USING (EXISTS (SELECT 1 FROM document_version_file f WHERE f.file_id = file_text_page.file_id));

-- A page has its words with their places, for phrases and ranks; a file has all its words once, to be found by.
ALTER TABLE file_text_page ADD COLUMN search tsvector
  GENERATED ALWAYS AS (app_search_vector(language, '', text)) STORED;
ALTER TABLE file_text ADD COLUMN search tsvector;
CREATE INDEX file_text_search ON file_text USING gin (search) WITH (gin_pending_list_limit = 256);

-- motor_rev-b.pdf is motor, rev, b and pdf.
CREATE FUNCTION app_file_name_vector(name text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT public.app_search_vector('en', '', translate(name, '.', ' ')) $$;

-- The words of a file and of its name. A vector holds a megabyte: of a longer text the beginning counts.
CREATE FUNCTION app_index_file_text(wanted uuid) RETURNS void LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$
DECLARE
  words tsvector := (SELECT strip(app_file_name_vector(f.name)) FROM file f WHERE f.id = wanted);
  next tsvector;
BEGIN
  FOR next IN SELECT strip(search) FROM file_text_page WHERE file_id = wanted ORDER BY page LOOP
    BEGIN
      words := words || next;
    EXCEPTION WHEN program_limit_exceeded THEN EXIT;
    END;
  END LOOP;
  UPDATE file_text SET search = words WHERE file_id = wanted;
END
$$;

-- Whether there are words in a file: by its type, and for Office files that were recognised as ZIP by their name.
CREATE FUNCTION app_has_text(type text, name text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
  SELECT type ~ '^text/|^application/(pdf|json|xml|yaml|x-yaml|x-ndjson)$|(wordprocessing|spreadsheet|presentation)ml'
         OR (type = 'application/zip' AND name ~* '\.(docx|xlsx|pptx)$')
$$;

-- Attaching a file to a version queues the job, in the same transaction, whoever attaches it and how often.
CREATE FUNCTION app_queue_file_text(file uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  -- One at a time: the text of a long file keeps a processor busy.
  PERFORM graphile_worker.add_job('extractText', json_build_object('fileId', file), queue_name => 'extract',
    job_key => 'extract:' || file, job_key_mode => 'preserve_run_at', max_attempts => 5);
END
$$;
REVOKE ALL ON FUNCTION app_queue_file_text(uuid) FROM PUBLIC;

CREATE FUNCTION app_version_file_attached() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  INSERT INTO file_text (file_id, organization_id)
  SELECT f.id, NEW.organization_id FROM file f WHERE f.id = NEW.file_id AND app_has_text(f.type, f.name)
  ON CONFLICT DO NOTHING;
  IF FOUND THEN PERFORM app_queue_file_text(NEW.file_id); END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER document_version_file_attached AFTER INSERT ON document_version_file
  FOR EACH ROW EXECUTE FUNCTION app_version_file_attached();

-- Files that are there already: their rows wait, and a timer queues what waits (the queue's own tables come after).
INSERT INTO file_text (file_id, organization_id)
SELECT DISTINCT ON (f.id) f.id, v.organization_id FROM document_version_file v JOIN file f ON f.id = v.file_id
WHERE app_has_text(f.type, f.name);
