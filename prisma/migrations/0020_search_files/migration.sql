-- Search, second part: attached files by their pages, numbers with typing errors, and filters. The design of migration
-- 0007 stays: one function that runs as the owner and applies the rules itself; the inner ones find nothing beyond
-- row-level security when called on their own.
--
-- A filter is an object: documentKind, productIds, language, supplierId, since, until; what it does not name is not asked.

CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

DROP FUNCTION app_search(text, boolean, text, text[], integer);
DROP FUNCTION app_search_documents(tsquery, text, member_function[], integer);
DROP FUNCTION app_search_consultations(tsquery, integer);
DROP FUNCTION app_search_messages(tsquery, message_lane[], integer);

-- Keywords are found as the title is; the summary is a part of the text.
CREATE FUNCTION app_words(list text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT coalesce(array_to_string(list, ' '), '') $$;
DROP INDEX document_version_search;
ALTER TABLE document_version DROP COLUMN search;
ALTER TABLE document_version ADD COLUMN search tsvector GENERATED ALWAYS AS (
  CASE WHEN status <> 'superseded'
       THEN app_search_vector(language, title || ' ' || app_words(keywords), summary || E'\n' || body) END) STORED;
CREATE INDEX document_version_search ON document_version USING gin (search) WITH (gin_pending_list_limit = 256);

-- The documents whose audience the actor is in, by account and function; that a version was released is asked beside it.
CREATE FUNCTION app_readable_documents(functions member_function[]) RETURNS SETOF uuid ROWS 1000
LANGUAGE sql STABLE SET search_path = public, pg_temp AS
$$
  SELECT DISTINCT a.document_id FROM document_audience a
  WHERE a.functions && app_readable_documents.functions
    AND (a.account_id = ANY ((SELECT app_accounts())::uuid[])
         OR (a.account_id IS NULL AND a.organization_id = ANY ((SELECT app_suppliers())::uuid[])))
$$;

CREATE FUNCTION app_filter_ids(filter jsonb, name text) RETURNS uuid[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT CASE WHEN filter ? name THEN ARRAY (SELECT jsonb_array_elements_text(filter -> name)::uuid) END $$;

-- The documents that a filter leaves; null when it leaves all of them.
CREATE FUNCTION app_filtered_documents(filter jsonb) RETURNS uuid[]
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp AS
$$
DECLARE products uuid[] := app_filter_ids(filter, 'productIds');
BEGIN
  IF NOT filter ?| ARRAY['documentKind', 'productIds', 'supplierId'] THEN RETURN NULL; END IF;
  RETURN ARRAY (
    SELECT d.id FROM document d
    WHERE (NOT filter ? 'documentKind' OR d.kind::text = filter ->> 'documentKind')
      AND (NOT filter ? 'supplierId' OR d.organization_id = (filter ->> 'supplierId')::uuid)
      -- It concerns a product itself, its family, or a variant of it that the actor sees.
      AND (products IS NULL
           OR d.id IN (SELECT p.document_id FROM document_product p WHERE p.product_id = ANY (products))
           OR d.id IN (SELECT f.document_id FROM document_family f JOIN product p ON p.family_id = f.family_id
                       WHERE p.id = ANY (products))
           OR d.id IN (SELECT v.document_id FROM document_variant v JOIN variant made ON made.id = v.variant_id
                       WHERE made.product_id = ANY (products) AND v.account_id = ANY ((SELECT app_accounts())::uuid[]))));
END
$$;

CREATE FUNCTION app_search_documents(q tsquery, inside text, functions member_function[], filter jsonb, most integer)
RETURNS TABLE (id uuid, version_id uuid, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS
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
  IF actor_side = 'supplier' THEN
    RETURN QUERY
      WITH hits AS MATERIALIZED (
        SELECT v.id FROM document_version v
        WHERE v.search @@ q AND v.organization_id = organization
          AND (left_over IS NULL OR v.document_id = ANY (left_over))
          AND (wanted_language IS NULL OR v.language = wanted_language)
          AND (since IS NULL OR coalesce(v.released_at, v.updated_at) >= since)
          AND (until IS NULL OR coalesce(v.released_at, v.updated_at) < until)
        UNION
        SELECT v.id FROM (
          SELECT d.id FROM document d
          WHERE d.title ILIKE inside AND d.organization_id = organization AND (left_over IS NULL OR d.id = ANY (left_over))
          ORDER BY d.updated_at DESC LIMIT candidates) AS titled
        JOIN document_version v ON v.document_id = titled.id AND v.status <> 'superseded'
        WHERE (wanted_language IS NULL OR v.language = wanted_language)
          AND (since IS NULL OR coalesce(v.released_at, v.updated_at) >= since)
          AND (until IS NULL OR coalesce(v.released_at, v.updated_at) < until)
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
        SELECT document_id FROM app_readable_documents(functions) AS readable (document_id)
        WHERE left_over IS NULL OR document_id = ANY (left_over)
      ), hits AS MATERIALIZED (
        SELECT v.id, v.document_id FROM document_version v WHERE v.search @@ q AND v.status = 'released'
        UNION
        SELECT d.released_version_id, d.id FROM document d WHERE d.title ILIKE inside AND d.released_version_id IS NOT NULL
      ), newest AS MATERIALIZED (
        SELECT v.id
        FROM visible JOIN hits USING (document_id)
        JOIN document d ON d.id = document_id AND d.released_version_id = hits.id
        JOIN document_version v ON v.id = hits.id
        WHERE (wanted_language IS NULL OR v.language = wanted_language)
          AND (since IS NULL OR v.released_at >= since) AND (until IS NULL OR v.released_at < until)
        ORDER BY 1 DESC LIMIT candidates)
      SELECT v.document_id, v.id, CASE WHEN v.title ILIKE inside THEN 0.5::real ELSE 0 END + ts_rank(v.search, q, 1)
      FROM newest JOIN document_version v ON v.id = newest.id AND (v.search @@ q OR v.title ILIKE inside)
      ORDER BY 3 DESC LIMIT most;
  END IF;
END
$$;

-- Files by what stands in them or what they are called: first the files that have all the words, the newest versions
-- first, then the best page of each. The words of a phrase have to stand together on a page; others may stand apart,
-- and then the best page is the one with most of them.
CREATE FUNCTION app_search_files(q tsquery, functions member_function[], filter jsonb, most integer)
RETURNS TABLE (document_id uuid, version_id uuid, file_id uuid, page integer, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
  candidates CONSTANT integer := 24;
  actor_side side := app_side();
  organization uuid := app_organization();
  -- A file's own words have no places.
  apart tsquery := regexp_replace(q::text, '<(-|\d+)>', '&', 'g')::tsquery;
  has_phrase boolean := q::text ~ '<(-|\d+)>';
  anyhow tsquery := replace(apart::text, ' & ', ' | ')::tsquery;
  left_over uuid[] := app_filtered_documents(filter);
  wanted_language text := filter ->> 'language';
  since timestamptz := (filter ->> 'since')::timestamptz;
  until timestamptz := (filter ->> 'until')::timestamptz;
  placed jsonb;
BEGIN
  IF actor_side = 'supplier' THEN
    WITH hits AS MATERIALIZED (
      SELECT t.file_id FROM file_text t
      WHERE t.search @@ apart AND t.organization_id = organization AND (wanted_language IS NULL OR t.language = wanted_language)
    ), places AS (
      SELECT DISTINCT ON (f.document_id, f.file_id) f.document_id, f.file_id, v.id AS version_id
      FROM hits JOIN document_version_file f ON f.file_id = hits.file_id
      JOIN document_version v ON v.id = f.version_id AND v.status <> 'superseded'
      WHERE (left_over IS NULL OR f.document_id = ANY (left_over))
        AND (since IS NULL OR coalesce(v.released_at, v.updated_at) >= since)
        AND (until IS NULL OR coalesce(v.released_at, v.updated_at) < until)
      ORDER BY f.document_id, f.file_id, v.version DESC)
    SELECT jsonb_agg(newest) INTO placed FROM (SELECT * FROM places ORDER BY version_id DESC LIMIT candidates) AS newest;
  ELSIF actor_side = 'customer' AND functions <> '{}' THEN
    WITH hits AS MATERIALIZED (
      SELECT t.file_id FROM file_text t
      WHERE t.search @@ apart AND (wanted_language IS NULL OR t.language = wanted_language)
    ), readable AS MATERIALIZED (
      SELECT document_id FROM app_readable_documents(functions) AS readable (document_id)
      WHERE left_over IS NULL OR document_id = ANY (left_over))
    SELECT jsonb_agg(newest) INTO placed FROM (
      SELECT f.document_id, f.file_id, f.version_id
      FROM hits JOIN document_version_file f ON f.file_id = hits.file_id JOIN readable ON readable.document_id = f.document_id
      JOIN document d ON d.id = f.document_id AND d.released_version_id = f.version_id
      JOIN document_version v ON v.id = f.version_id AND v.status = 'released'
      WHERE (since IS NULL OR v.released_at >= since) AND (until IS NULL OR v.released_at < until)
      ORDER BY f.version_id DESC LIMIT candidates) AS newest;
  END IF;
  RETURN QUERY
    SELECT place.document_id, place.version_id, place.file_id, best.page, coalesce(best.rank, 0.01::real)
    FROM jsonb_to_recordset(placed) AS place (document_id uuid, version_id uuid, file_id uuid)
    JOIN file ON file.id = place.file_id
    LEFT JOIN LATERAL (
      SELECT p.page, (CASE WHEN p.search @@ q THEN 1 ELSE 0 END + ts_rank(p.search, q, 1))::real AS rank
      FROM file_text_page p
      WHERE p.file_id = place.file_id AND (p.search @@ q OR (NOT has_phrase AND p.search @@ anyhow))
      ORDER BY 2 DESC, 1 LIMIT 1) AS best ON true
    WHERE best.page IS NOT NULL OR app_file_name_vector(file.name) @@ q
    ORDER BY 5 DESC, 2 DESC LIMIT most;
END
$$;

-- First among the newest, where a common word is found at once; a word that is rare there is rare, and the index
-- finds all of it. So neither reads much.
CREATE FUNCTION app_search_consultations(q tsquery, filter jsonb, most integer) RETURNS TABLE (id uuid, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
  recent CONSTANT integer := 800;
  enough CONSTANT integer := 40;
  candidates CONSTANT integer := 100;
  accounts uuid[] := app_accounts();
  products uuid[] := app_filter_ids(filter, 'productIds');
  supplier uuid := (filter ->> 'supplierId')::uuid;
  wanted_language text := filter ->> 'language';
  since timestamptz := (filter ->> 'since')::timestamptz;
  until timestamptz := (filter ->> 'until')::timestamptz;
  seen integer;
  hits uuid[];
BEGIN
  IF supplier IS NOT NULL THEN
    accounts := ARRAY (SELECT a.id FROM account a WHERE a.id = ANY (accounts) AND a.supplier_id = supplier);
  END IF;
  IF cardinality(accounts) = 0 THEN RETURN; END IF;
  IF filter <> '{}' THEN
    SELECT array_agg(newest.id) INTO hits FROM (
      SELECT c.id FROM consultation c
      WHERE c.search @@ q AND c.account_id = ANY (accounts)
        AND (products IS NULL OR c.product_id = ANY (products))
        AND (wanted_language IS NULL OR c.language = wanted_language)
        AND (since IS NULL OR c.last_activity_at >= since) AND (until IS NULL OR c.last_activity_at < until)
      ORDER BY c.last_activity_at DESC LIMIT candidates) AS newest;
  ELSE
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
  END IF;
  RETURN QUERY SELECT c.id, ts_rank(c.search, q, 1) FROM consultation c WHERE c.id = ANY (hits[1:candidates])
               ORDER BY 2 DESC, c.last_activity_at DESC LIMIT most;
END
$$;

CREATE FUNCTION app_search_messages(q tsquery, lanes message_lane[], filter jsonb, most integer)
RETURNS TABLE (id uuid, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
  recent CONSTANT integer := 2000;
  enough CONSTANT integer := 40;
  candidates CONSTANT integer := 100;
  accounts uuid[] := app_accounts();
  products uuid[] := app_filter_ids(filter, 'productIds');
  supplier uuid := (filter ->> 'supplierId')::uuid;
  wanted_language text := filter ->> 'language';
  since timestamptz := (filter ->> 'since')::timestamptz;
  until timestamptz := (filter ->> 'until')::timestamptz;
  threads uuid[];
  seen integer;
  hits uuid[];
BEGIN
  IF supplier IS NOT NULL THEN
    accounts := ARRAY (SELECT a.id FROM account a WHERE a.id = ANY (accounts) AND a.supplier_id = supplier);
  END IF;
  IF cardinality(accounts) = 0 THEN RETURN; END IF;
  IF filter <> '{}' THEN
    IF products IS NOT NULL THEN
      threads := ARRAY (SELECT c.id FROM consultation c WHERE c.account_id = ANY (accounts) AND c.product_id = ANY (products));
    END IF;
    WITH found AS MATERIALIZED (
      SELECT m.id FROM message m
      WHERE m.search @@ q AND m.account_id = ANY (accounts) AND m.lane = ANY (lanes)
        AND (threads IS NULL OR m.consultation_id = ANY (threads))
        AND (wanted_language IS NULL OR m.language = wanted_language)
        AND (since IS NULL OR m.created_at >= since) AND (until IS NULL OR m.created_at < until))
    SELECT array_agg(newest.id) INTO hits FROM (SELECT id FROM found ORDER BY id DESC LIMIT candidates) AS newest;
  ELSE
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
  END IF;
  RETURN QUERY
    -- One message of a thread speaks for it.
    SELECT threads.id, threads.rank FROM (
      SELECT DISTINCT ON (m.consultation_id) m.id, ts_rank(m.search, q, 1) AS rank
      FROM message m WHERE m.id = ANY (hits[1:candidates]) ORDER BY m.consultation_id, 2 DESC) AS threads
    ORDER BY 2 DESC, 1 DESC LIMIT most;
END
$$;

-- A number without what people leave out or mistake: signs, capitals, Cyrillic letters that look like Latin ones,
-- the letters O, I and L for the figures 0 and 1.
CREATE FUNCTION app_plain_number(raw text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT translate(lower(raw), 'авекмнорстухoil -_./#–', 'abekmh0pctyx011') $$;

-- How near a number is to the one that was typed: 1 is the same, then come a part of it, one character that is wrong,
-- missing or too much, two of them or two that changed places, and what has most groups of three characters in common.
CREATE FUNCTION app_nearness(number text, typed text) RETURNS real LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
  SELECT CASE WHEN number = typed THEN 1
              WHEN length(typed) >= 4 AND strpos(number, typed) > 0 THEN 0.95
              ELSE greatest(similarity(number, typed) * 0.9,
                            CASE WHEN length(typed) < 5 OR length(number) > 40 THEN 0
                                 ELSE CASE levenshtein_less_equal(number, typed, 2) WHEN 1 THEN 0.8 WHEN 2 THEN 0.6 ELSE 0 END END)
         END::real
$$;

-- The documents and products whose numbers are nearest to what was typed. `prefixes` gives the letters of each kind of
-- document. When one is the same, what merely looks like it is left out.
CREATE FUNCTION app_search_numbers(part text, prefixes jsonb, functions member_function[])
RETURNS TABLE (kind text, id uuid, number text, nearness real) ROWS 5
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS
$$
#variable_conflict use_column
DECLARE
  least CONSTANT real := 0.4;
  typed text := app_plain_number(part);
  actor_side side := app_side();
  organization uuid := app_organization();
  suppliers uuid[] := app_suppliers();
  accounts uuid[] := app_accounts();
BEGIN
  IF part !~ '\d' OR part ~ '(\s+\S+){4}' OR length(typed) NOT BETWEEN 3 AND 24 THEN RETURN; END IF;
  RETURN QUERY
    -- A number of a document is short and like thousands of others: only those of about the same length are compared.
    WITH numbered AS MATERIALIZED (
      SELECT 'near'::text AS kind, d.id, (prefixes ->> d.kind::text) || '-' || lpad(d.number::text, greatest(4, length(d.number::text)), '0') AS number
      FROM document d
      WHERE length(typed) <= 12
        AND ((actor_side = 'supplier' AND d.organization_id = organization)
             OR (actor_side = 'customer' AND d.released_version_id IS NOT NULL
                 AND d.id IN (SELECT app_readable_documents(functions))))
    ), plain AS MATERIALIZED (
      SELECT kind, id, number, app_plain_number(number) AS plain FROM numbered WHERE number IS NOT NULL
    ), catalogue AS MATERIALIZED (
      SELECT p.id, p.number, app_plain_number(p.number) AS plain FROM product p WHERE p.organization_id = ANY (suppliers)
      UNION ALL
      SELECT v.product_id, v.number, app_plain_number(v.number) FROM variant v WHERE v.account_id = ANY (accounts)
      UNION ALL
      SELECT v.product_id, v.customer_number, app_plain_number(v.customer_number)
      FROM variant v WHERE v.account_id = ANY (accounts) AND v.customer_number <> ''
    ), measured AS (
      SELECT kind, id, number, CASE WHEN plain = typed THEN 1
        ELSE CASE levenshtein_less_equal(plain, typed, 2) WHEN 1 THEN 0.8 WHEN 2 THEN 0.6 ELSE 0 END END::real AS nearness
      FROM plain WHERE length(typed) >= 5 AND abs(length(plain) - length(typed)) <= 2
      UNION ALL
      SELECT 'product', id, number, app_nearness(plain, typed) FROM catalogue
    ), best AS (SELECT max(nearness) AS nearness FROM measured)
    SELECT near.kind, near.id, near.number, near.nearness FROM (
      SELECT DISTINCT ON (m.id) m.kind, m.id, m.number, m.nearness FROM measured m, best
      WHERE m.nearness >= greatest(least, CASE WHEN best.nearness = 1 THEN 0.95 ELSE best.nearness * 0.9 END)
      ORDER BY m.id, m.nearness DESC) AS near
    ORDER BY 4 DESC, 3 LIMIT 6;
END
$$;

-- The newest matches of each kind that the actor may see, best first. `source` is for to_tsquery; `part` is what was
-- typed, to be found inside titles and numbers. `words` are those that were looked for, as the index has them.
CREATE FUNCTION app_search(source text, is_cyrillic boolean, part text, kinds text[], filter jsonb, most integer)
RETURNS TABLE (kind text, subject_id uuid, message_id uuid, rank real, at timestamptz, excerpt text, words text[],
               file_id uuid, file_name text, page integer) ROWS 50
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
      SELECT found.kind, found.id, NULL::uuid, found.nearness, NULL::timestamptz, found.number, lexemes, NULL::uuid, NULL::text, NULL::integer
      FROM app_search_numbers(part, prefixes, functions) AS found;
  END IF;
  IF 'document' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'document', found.id, NULL::uuid, found.rank, v.updated_at, app_search_excerpt(v.body, lexemes), lexemes, NULL::uuid, NULL::text, NULL::integer
      FROM app_search_documents(q, inside, functions, narrowing, most) AS found JOIN document_version v ON v.id = found.version_id;
  END IF;
  IF 'file' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'file', found.document_id, NULL::uuid, found.rank, v.updated_at, coalesce(app_search_excerpt(p.text, lexemes), ''), lexemes,
             found.file_id, f.name, found.page
      FROM app_search_files(q, functions, narrowing, most) AS found
      JOIN document_version v ON v.id = found.version_id JOIN file f ON f.id = found.file_id
      LEFT JOIN file_text_page p ON p.file_id = found.file_id AND p.page = found.page;
  END IF;
  IF 'consultation' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'consultation', c.id, NULL::uuid, found.rank, c.last_activity_at, '', lexemes, NULL::uuid, NULL::text, NULL::integer
      FROM app_search_consultations(q, narrowing, most) AS found JOIN consultation c ON c.id = found.id;
  END IF;
  IF 'message' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'message', m.consultation_id, m.id, found.rank, m.created_at, app_search_excerpt(m.body, lexemes), lexemes, NULL::uuid, NULL::text, NULL::integer
      FROM app_search_messages(q, CASE actor_side WHEN 'supplier' THEN '{shared,internal}'::message_lane[]
                                                  ELSE '{shared,private}' END, narrowing, most) AS found
      JOIN message m ON m.id = found.id;
  END IF;
END
$$;
