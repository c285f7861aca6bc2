-- Search. Each text is indexed in its own language; permission is inside the query.
--
-- Under row-level security `@@` cannot use an index, because it is not leakproof. So the search is one function that
-- runs as the owner and applies the same rules itself: app_accounts() and app_side() of row-level security, and above
-- them the function rules of document audiences and the lanes of messages, which the scopes have in TypeScript.
-- It returns places, never whole records: these are read through row-level security again.

CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- Accents are folded before stemming where the stemmer does not need them: not in Portuguese, whose endings they are part of.
CREATE TEXT SEARCH CONFIGURATION app_english (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION app_english ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION app_russian (COPY = pg_catalog.russian);
ALTER TEXT SEARCH CONFIGURATION app_russian ALTER MAPPING FOR hword, hword_part, word WITH unaccent, russian_stem;
CREATE TEXT SEARCH CONFIGURATION app_plain (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION app_plain ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

CREATE FUNCTION app_search_config(language text) RETURNS regconfig LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
  SELECT CASE language WHEN 'pt' THEN 'pg_catalog.portuguese'::regconfig
                       WHEN 'ru' THEN 'public.app_russian'::regconfig
                       ELSE 'public.app_english'::regconfig END
$$;

-- What stands between the parts of a number (CMD-075-4) separates words, so that each part, and any run of parts, is
-- found. Chinese has no spaces: each pair of neighbouring characters becomes a word (and the last one of a run alone).
CREATE FUNCTION app_search_text(raw text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS
$$
DECLARE
  -- Each of these becomes a space: under some locales the parser takes punctuation beyond ASCII for letters.
  signs CONSTANT text := '-_/\«»“”„‚‘’‹›—–‑…•·，。、；：？！（）［］《》〈〉【】「」『』～°±×';
  spaced text := translate(raw, signs, repeat(' ', length(signs)));
BEGIN
  IF spaced !~ '[\u3400-\u9fff\uf900-\ufaff]' THEN RETURN spaced; END IF;
  RETURN (
    SELECT string_agg(
      CASE WHEN NOT is_han THEN c
           WHEN next_is_han THEN CASE WHEN before_is_han THEN '' ELSE ' ' END || c || following || ' '
           ELSE CASE WHEN before_is_han THEN '' ELSE ' ' END || c || ' ' END, '' ORDER BY n)
    FROM (
      SELECT n, c, is_han, lead(c) OVER w AS following, coalesce(lead(is_han) OVER w, false) AS next_is_han,
             coalesce(lag(is_han) OVER w, false) AS before_is_han
      FROM (SELECT n, c, ascii(c) BETWEEN 13312 AND 40959 OR ascii(c) BETWEEN 63744 AND 64255 AS is_han
            FROM regexp_split_to_table(spaced, '') WITH ORDINALITY AS split (c, n)) AS characters
      WINDOW w AS (ORDER BY n)) AS neighbours);
END
$$;

-- Portuguese is kept twice: by stem, and plain for those who type without accents.
CREATE FUNCTION app_search_vector(language text, title text, body text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS
$$
DECLARE
  config regconfig := public.app_search_config(language);
  head text := public.app_search_text(title);
  main text := public.app_search_text(left(body, 200000));
  found tsvector := to_tsvector(config, main);
BEGIN
  IF head <> '' THEN found := setweight(to_tsvector(config, head), 'A') || found; END IF;
  IF language = 'pt' THEN found := found || to_tsvector('public.app_plain', head || ' ' || main); END IF;
  RETURN found;
END
$$;

-- A superseded version is found through the one that took its place.
ALTER TABLE document_version ADD COLUMN search tsvector
  GENERATED ALWAYS AS (CASE WHEN status <> 'superseded' THEN app_search_vector(language, title, body) END) STORED;
ALTER TABLE consultation ADD COLUMN search tsvector
  GENERATED ALWAYS AS (app_search_vector(language, subject, '')) STORED;
ALTER TABLE message ADD COLUMN search tsvector
  GENERATED ALWAYS AS (app_search_vector(language, '', body)) STORED;

-- New entries wait in a short list: a long one is quick to write and slow to search.
CREATE INDEX document_version_search ON document_version USING gin (search) WITH (gin_pending_list_limit = 256);
CREATE INDEX consultation_search ON consultation USING gin (search) WITH (gin_pending_list_limit = 256);
CREATE INDEX message_search ON message USING gin (search) WITH (gin_pending_list_limit = 256);

-- The newest messages of an account.
DROP INDEX message_account_id_idx;
CREATE INDEX message_account_id_id_idx ON message (account_id, id);

-- Parts of words and of numbers, in titles. Not in subjects of consultations: each message would write them again.
CREATE INDEX document_title_trigrams ON document USING gin (title gin_trgm_ops);

-- A question in the syntax of to_tsquery, asked in the languages that its script may be of, each reading once.
CREATE FUNCTION app_search_query(source text, is_cyrillic boolean) RETURNS tsquery LANGUAGE plpgsql STABLE PARALLEL SAFE AS
$$
DECLARE
  asked tsquery := to_tsquery(CASE WHEN is_cyrillic THEN 'public.app_russian' ELSE 'public.app_english' END::regconfig, source);
  again tsquery;
  config regconfig;
BEGIN
  IF is_cyrillic THEN RETURN asked; END IF;
  FOREACH config IN ARRAY ARRAY['pg_catalog.portuguese', 'public.app_plain']::regconfig[] LOOP
    again := to_tsquery(config, source);
    CONTINUE WHEN EXISTS (
      SELECT 1 FROM regexp_split_to_table(asked::text, ' \| ') AS known
      WHERE known = again::text
         -- 'convert':* finds all that 'converter':* finds.
         OR (known ~ '^''[^'' ]+'':\*$' AND again::text ~ '^''[^'' ]+'':\*$' AND starts_with(again::text, rtrim(known, ''':*'))));
    asked := asked || again;
  END LOOP;
  RETURN asked;
END
$$;

-- The piece of a text around the first word that was found, beginning with a whole word.
CREATE FUNCTION app_search_excerpt(body text, words text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
  SELECT CASE WHEN first > 91 THEN '… ' || regexp_replace(substr(body, first - 90, 400), '^\S{1,24}\s+', '')
              ELSE left(body, 400) END
  FROM (SELECT coalesce(min(nullif(strpos(lower(left(body, 50000)), word), 0)), 1) AS first FROM unnest(words) AS word) AS place
$$;

-- The functions below that are not SECURITY DEFINER find nothing beyond row-level security when called on their own.
-- `enable_seqscan = off`: the planner holds `@@` to be cheap, but reading a long text's words costs more than an index.

CREATE FUNCTION app_search_documents(q tsquery, inside text, functions member_function[], most integer)
RETURNS TABLE (id uuid, version_id uuid, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
  candidates CONSTANT integer := 60;
  actor_side side := app_side();
  organization uuid := app_organization();
  accounts uuid[] := app_accounts();
  suppliers uuid[] := app_suppliers();
BEGIN
  IF actor_side = 'supplier' THEN
    RETURN QUERY
      WITH hits AS MATERIALIZED (
        SELECT v.id FROM document_version v WHERE v.search @@ q AND v.organization_id = organization
        UNION
        SELECT v.id FROM (
          SELECT d.id FROM document d WHERE d.title ILIKE inside AND d.organization_id = organization
          ORDER BY d.updated_at DESC LIMIT candidates) AS titled
        JOIN document_version v ON v.document_id = titled.id AND v.status <> 'superseded'
      ), newest AS MATERIALIZED (SELECT id FROM hits ORDER BY id DESC LIMIT candidates)
      SELECT * FROM (
        SELECT DISTINCT ON (v.document_id) v.document_id, v.id,
               CASE WHEN v.title ILIKE inside THEN 0.5::real ELSE 0 END + ts_rank(v.search, q, 1) AS rank
        FROM newest JOIN document_version v ON v.id = newest.id
        ORDER BY v.document_id, v.version DESC) AS documents
      ORDER BY rank DESC LIMIT most;
  ELSIF actor_side = 'customer' AND functions <> '{}' THEN
    RETURN QUERY
      WITH visible AS MATERIALIZED (
        SELECT DISTINCT a.document_id FROM document_audience a
        WHERE a.functions && app_search_documents.functions
          AND (a.account_id = ANY (accounts) OR (a.account_id IS NULL AND a.organization_id = ANY (suppliers)))
      ), hits AS MATERIALIZED (
        SELECT v.id, v.document_id FROM document_version v WHERE v.search @@ q AND v.status = 'released'
        UNION
        SELECT d.released_version_id, d.id FROM document d WHERE d.title ILIKE inside AND d.released_version_id IS NOT NULL
      ), newest AS MATERIALIZED (
        SELECT d.released_version_id AS id
        FROM visible JOIN hits USING (document_id) JOIN document d ON d.id = document_id AND d.released_version_id = hits.id
        ORDER BY 1 DESC LIMIT candidates)
      SELECT v.document_id, v.id, CASE WHEN v.title ILIKE inside THEN 0.5::real ELSE 0 END + ts_rank(v.search, q, 1)
      FROM newest JOIN document_version v ON v.id = newest.id AND (v.search @@ q OR v.title ILIKE inside)
      ORDER BY 3 DESC LIMIT most;
  END IF;
END
$$;

-- First among the newest, where a common word is found at once; a word that is rare there is rare, and the index
-- finds all of it. So neither reads much.
CREATE FUNCTION app_search_consultations(q tsquery, most integer) RETURNS TABLE (id uuid, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
  recent CONSTANT integer := 800;
  enough CONSTANT integer := 40;
  candidates CONSTANT integer := 100;
  accounts uuid[] := app_accounts();
  seen integer;
  hits uuid[];
BEGIN
  IF cardinality(accounts) = 0 THEN RETURN; END IF;
  IF cardinality(accounts) <= 20 THEN
    SELECT count(*), array_agg(newest.id) FILTER (WHERE newest.search @@ q) INTO seen, hits
    FROM unnest(accounts) AS mine (account_id), LATERAL (
      SELECT c.id, c.search FROM consultation c WHERE c.account_id = mine.account_id
      ORDER BY c.last_activity_at DESC, c.id DESC LIMIT recent / cardinality(accounts)) AS newest;
  ELSE
    SELECT count(*), array_agg(newest.id) FILTER (WHERE newest.search @@ q AND newest.account_id = ANY (accounts)) INTO seen, hits
    FROM (SELECT c.id, c.account_id, c.search FROM consultation c
          ORDER BY c.last_activity_at DESC, c.id DESC LIMIT recent) AS newest;
  END IF;
  IF seen >= recent / cardinality(accounts) AND coalesce(cardinality(hits), 0) < enough THEN
    WITH found AS MATERIALIZED (
      SELECT c.id, c.last_activity_at FROM consultation c WHERE c.search @@ q AND c.account_id = ANY (accounts))
    SELECT array_agg(newest.id) INTO hits
    FROM (SELECT id FROM found ORDER BY last_activity_at DESC LIMIT candidates) AS newest;
  END IF;
  RETURN QUERY SELECT c.id, ts_rank(c.search, q, 1) FROM consultation c WHERE c.id = ANY (hits[1:candidates])
               ORDER BY 2 DESC, c.last_activity_at DESC LIMIT most;
END
$$;

CREATE FUNCTION app_search_messages(q tsquery, lanes message_lane[], most integer) RETURNS TABLE (id uuid, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
  recent CONSTANT integer := 2000;
  enough CONSTANT integer := 40;
  candidates CONSTANT integer := 100;
  accounts uuid[] := app_accounts();
  seen integer;
  hits uuid[];
BEGIN
  IF cardinality(accounts) = 0 THEN RETURN; END IF;
  IF cardinality(accounts) <= 20 THEN
    SELECT count(*), array_agg(newest.id) FILTER (WHERE newest.search @@ q AND newest.lane = ANY (lanes)) INTO seen, hits
    FROM unnest(accounts) AS mine (account_id), LATERAL (
      SELECT m.id, m.lane, m.search FROM message m WHERE m.account_id = mine.account_id
      ORDER BY m.id DESC LIMIT recent / cardinality(accounts)) AS newest;
  ELSE
    SELECT count(*), array_agg(newest.id) FILTER (
      WHERE newest.search @@ q AND newest.lane = ANY (lanes) AND newest.account_id = ANY (accounts)) INTO seen, hits
    FROM (SELECT m.id, m.lane, m.account_id, m.search FROM message m ORDER BY m.id DESC LIMIT recent) AS newest;
  END IF;
  IF seen >= recent / cardinality(accounts) AND coalesce(cardinality(hits), 0) < enough THEN
    WITH found AS MATERIALIZED (
      SELECT m.id FROM message m WHERE m.search @@ q AND m.account_id = ANY (accounts) AND m.lane = ANY (lanes))
    SELECT array_agg(newest.id) INTO hits FROM (SELECT id FROM found ORDER BY id DESC LIMIT candidates) AS newest;
  END IF;
  RETURN QUERY
    -- One message of a thread speaks for it.
    SELECT threads.id, threads.rank FROM (
      SELECT DISTINCT ON (m.consultation_id) m.id, ts_rank(m.search, q, 1) AS rank
      FROM message m WHERE m.id = ANY (hits[1:candidates]) ORDER BY m.consultation_id, 2 DESC) AS threads
    ORDER BY 2 DESC, 1 DESC LIMIT most;
END
$$;

-- The newest matches of each kind that the actor may see, best first. `source` is for to_tsquery; `part` is what was
-- typed, to be found inside titles. `words` are those that were looked for, as the index has them.
CREATE FUNCTION app_search(source text, is_cyrillic boolean, part text, kinds text[], most integer)
RETURNS TABLE (kind text, subject_id uuid, message_id uuid, rank real, at timestamptz, excerpt text, words text[]) ROWS 50
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
#variable_conflict use_column
DECLARE
  q tsquery := app_search_query(source, is_cyrillic);
  inside text := CASE WHEN length(part) >= 3 THEN '%' || replace(replace(replace(part, '\', '\\'), '%', '\%'), '_', '\_') || '%' END;
  lexemes text[] := ARRAY (SELECT DISTINCT replace(found[1], '''''', '''') FROM regexp_matches(q::text, '''((?:[^'']|'''')+)''', 'g') AS found);
  functions member_function[];
  actor_side side;
BEGIN
  SELECT m.side, m.functions INTO actor_side, functions FROM membership m WHERE m.id = app_actor() AND m.deactivated_at IS NULL;
  IF actor_side IS NULL THEN RETURN; END IF;
  IF 'document' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'document', found.id, NULL::uuid, found.rank, v.updated_at, app_search_excerpt(v.body, lexemes), lexemes
      FROM app_search_documents(q, inside, functions, most) AS found JOIN document_version v ON v.id = found.version_id;
  END IF;
  IF 'consultation' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'consultation', c.id, NULL::uuid, found.rank, c.last_activity_at, '', lexemes
      FROM app_search_consultations(q, most) AS found JOIN consultation c ON c.id = found.id;
  END IF;
  IF 'message' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'message', m.consultation_id, m.id, found.rank, m.created_at, app_search_excerpt(m.body, lexemes), lexemes
      FROM app_search_messages(q, CASE actor_side WHEN 'supplier' THEN '{shared,internal}'::message_lane[]
                                                  ELSE '{shared,private}' END, most) AS found
      JOIN message m ON m.id = found.id;
  END IF;
END
$$;
