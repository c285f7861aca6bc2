-- Search, fourth part: who has enough stops looking. A common word is found among the newest at once, of a rare one the index
-- knows all: a look at a few of the newest tells them apart. What a customer may read is asked of each hit, newest
-- first, until there are enough, where all that it may read was gathered before. The rules are those of 0007, 0020 and 0040.

CREATE OR REPLACE FUNCTION app_search_messages(q tsquery, lanes message_lane[], filter jsonb, most integer)
RETURNS TABLE (id uuid, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
  few CONSTANT integer := 20;
  enough integer := greatest(40, most);
  candidates CONSTANT integer := 100;
  -- A word that none, or one, of so many of the newest has is rare, and the index is quick; else they are walked on, so far.
  sample CONSTANT integer := 200;
  farthest CONSTANT integer := 4000;
  accounts uuid[] := app_accounts();
  has_few boolean;
  products uuid[] := app_filter_ids(filter, 'productIds');
  supplier uuid := (filter ->> 'supplierId')::uuid;
  wanted_language text := filter ->> 'language';
  since timestamptz := (filter ->> 'since')::timestamptz;
  until timestamptz := (filter ->> 'until')::timestamptz;
  threads uuid[];
  hits uuid[];
  reach integer;
  -- The beginning of a word stands for many words: the index gathers the places of all of them first. Where another word is
  -- rare, it is asked for that one, and the rest afterwards.
  rare tsquery := regexp_replace(q::text, ' & ''(?:[^'']|'''')+'':\*(?! <)', '', 'g')::tsquery;
  has_rare boolean;
BEGIN
  IF supplier IS NOT NULL THEN
    accounts := ARRAY (SELECT a.id FROM account a WHERE a.id = ANY (accounts) AND a.supplier_id = supplier);
  END IF;
  IF cardinality(accounts) = 0 THEN RETURN; END IF;
  has_few := cardinality(accounts) <= few;
  IF products IS NOT NULL THEN
    threads := ARRAY (SELECT c.id FROM consultation c WHERE c.account_id = ANY (accounts) AND c.product_id = ANY (products));
  END IF;
  -- What a filter leaves may lie far back.
  IF until IS NULL AND threads IS NULL THEN
    FOREACH reach IN ARRAY ARRAY[sample, farthest] LOOP
      IF has_few THEN
        hits := ARRAY (
          SELECT found.id
          FROM unnest(accounts) AS mine (account_id), LATERAL (
            SELECT newest.id FROM (
              SELECT m.id, m.lane, m.language, m.created_at, m.search FROM message m WHERE m.account_id = mine.account_id
              ORDER BY m.id DESC LIMIT reach / cardinality(accounts)) AS newest
            WHERE newest.lane = ANY (lanes) AND (wanted_language IS NULL OR newest.language = wanted_language)
              AND (since IS NULL OR newest.created_at >= since) AND newest.search @@ q
            LIMIT candidates) AS found
          ORDER BY found.id DESC LIMIT candidates);
      ELSE
        hits := ARRAY (
          SELECT newest.id FROM (
            SELECT m.id, m.account_id, m.lane, m.language, m.created_at, m.search FROM message m ORDER BY m.id DESC LIMIT reach) AS newest
          WHERE newest.lane = ANY (lanes) AND (wanted_language IS NULL OR newest.language = wanted_language)
            AND (since IS NULL OR newest.created_at >= since) AND newest.search @@ q AND newest.account_id = ANY (accounts)
          LIMIT candidates);
      END IF;
      EXIT WHEN cardinality(hits) < CASE WHEN has_few THEN 1 ELSE 2 END OR cardinality(hits) >= candidates;
    END LOOP;
  END IF;
  IF hits IS NULL OR cardinality(hits) < enough THEN
    has_rare := rare <> q AND (has_few OR (
      SELECT count(*) < 2 FROM (SELECT m.search FROM message m ORDER BY m.id DESC LIMIT sample) AS newest WHERE newest.search @@ rare));
    IF NOT has_rare THEN rare := q; END IF;
    -- The index knows the account: of few ones it is asked there, of one's many accounts afterwards.
    IF has_few THEN
      WITH found AS MATERIALIZED (
        SELECT m.id FROM message m
        WHERE m.search @@ rare AND (NOT has_rare OR m.search @@ q) AND m.account_id = ANY (accounts) AND m.lane = ANY (lanes)
          AND (threads IS NULL OR m.consultation_id = ANY (threads))
          AND (wanted_language IS NULL OR m.language = wanted_language)
          AND (since IS NULL OR m.created_at >= since) AND (until IS NULL OR m.created_at < until))
      SELECT array_agg(newest.id) INTO hits FROM (SELECT id FROM found ORDER BY id DESC LIMIT candidates) AS newest;
    ELSE
      WITH found AS MATERIALIZED (
        SELECT m.id FROM message m
        WHERE m.search @@ rare AND (NOT has_rare OR m.search @@ q) AND (m.account_id = ANY (accounts)) IS TRUE AND m.lane = ANY (lanes)
          AND (threads IS NULL OR m.consultation_id = ANY (threads))
          AND (wanted_language IS NULL OR m.language = wanted_language)
          AND (since IS NULL OR m.created_at >= since) AND (until IS NULL OR m.created_at < until))
      SELECT array_agg(newest.id) INTO hits FROM (SELECT id FROM found ORDER BY id DESC LIMIT candidates) AS newest;
    END IF;
  END IF;
  RETURN QUERY
    -- One message of a thread speaks for it.
    SELECT threads.id, threads.rank FROM (
      SELECT DISTINCT ON (m.consultation_id) m.id, ts_rank(m.search, q, 1) AS rank
      FROM message m WHERE m.id = ANY (hits) ORDER BY m.consultation_id, 2 DESC) AS threads
    ORDER BY 2 DESC, 1 DESC LIMIT most;
END
$$;

CREATE OR REPLACE FUNCTION app_search_consultations(q tsquery, filter jsonb, most integer) RETURNS TABLE (id uuid, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
  recent CONSTANT integer := 400;
  enough integer := greatest(30, most);
  candidates integer := least(100, 6 * most);
  accounts uuid[] := app_accounts();
  products uuid[] := app_filter_ids(filter, 'productIds');
  supplier uuid := (filter ->> 'supplierId')::uuid;
  wanted_language text := filter ->> 'language';
  since timestamptz := (filter ->> 'since')::timestamptz;
  until timestamptz := (filter ->> 'until')::timestamptz;
  hits uuid[];
BEGIN
  IF supplier IS NOT NULL THEN
    accounts := ARRAY (SELECT a.id FROM account a WHERE a.id = ANY (accounts) AND a.supplier_id = supplier);
  END IF;
  IF cardinality(accounts) = 0 THEN RETURN; END IF;
  IF filter = '{}' THEN
    IF cardinality(accounts) <= 20 THEN
      hits := ARRAY (
        SELECT found.id
        FROM unnest(accounts) AS mine (account_id), LATERAL (
          SELECT newest.id, newest.last_activity_at FROM (
            SELECT c.id, c.last_activity_at, c.search FROM consultation c WHERE c.account_id = mine.account_id
            ORDER BY c.last_activity_at DESC, c.id DESC LIMIT greatest(recent / cardinality(accounts), 100)) AS newest
          WHERE newest.search @@ q LIMIT candidates) AS found
        ORDER BY found.last_activity_at DESC LIMIT candidates);
    ELSE
      hits := ARRAY (
        SELECT newest.id
        FROM (SELECT c.id, c.account_id, c.search FROM consultation c
              ORDER BY c.last_activity_at DESC, c.id DESC LIMIT recent) AS newest
        WHERE newest.search @@ q AND newest.account_id = ANY (accounts) LIMIT candidates);
    END IF;
  END IF;
  IF hits IS NULL OR cardinality(hits) < enough THEN
    WITH found AS MATERIALIZED (
      SELECT c.id, c.last_activity_at FROM consultation c
      WHERE c.search @@ q AND c.account_id = ANY (accounts)
        AND (products IS NULL OR c.product_id = ANY (products))
        AND (wanted_language IS NULL OR c.language = wanted_language)
        AND (since IS NULL OR c.last_activity_at >= since) AND (until IS NULL OR c.last_activity_at < until))
    SELECT array_agg(newest.id) INTO hits
    FROM (SELECT id FROM found ORDER BY last_activity_at DESC LIMIT candidates) AS newest;
  END IF;
  RETURN QUERY SELECT c.id, ts_rank(c.search, q, 1) FROM consultation c WHERE c.id = ANY (hits)
               ORDER BY 2 DESC, c.last_activity_at DESC LIMIT most;
END
$$;

CREATE OR REPLACE FUNCTION app_search_documents(q tsquery, inside text, functions member_function[], filter jsonb, most integer)
RETURNS TABLE (id uuid, version_id uuid, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
  candidates integer := least(60, 4 * most);
  actor_side side := app_side();
  organization uuid := app_organization();
  accounts uuid[] := app_accounts();
  suppliers uuid[] := app_suppliers();
  wanted_kind text := filter ->> 'documentKind';
  wanted_supplier uuid := (filter ->> 'supplierId')::uuid;
  has_products boolean := filter ? 'productIds';
  left_over uuid[] := CASE WHEN has_products THEN app_filtered_documents(filter) END;
  wanted_language text := filter ->> 'language';
  since timestamptz := (filter ->> 'since')::timestamptz;
  until timestamptz := (filter ->> 'until')::timestamptz;
  hits uuid[];
BEGIN
  IF actor_side = 'supplier' THEN
    WITH found AS MATERIALIZED (
      SELECT v.id, v.document_id FROM document_version v
      WHERE v.search @@ q AND v.organization_id = organization
        AND (wanted_language IS NULL OR v.language = wanted_language)
        AND (since IS NULL OR coalesce(v.released_at, v.updated_at) >= since)
        AND (until IS NULL OR coalesce(v.released_at, v.updated_at) < until)
      UNION
      SELECT v.id, v.document_id FROM (
        SELECT d.id FROM document d WHERE d.title ILIKE inside AND d.organization_id = organization
          AND (wanted_kind IS NULL OR d.kind::text = wanted_kind)
          AND (NOT has_products OR d.id IN (SELECT unnest(left_over)))
        ORDER BY d.updated_at DESC LIMIT candidates) AS titled
      JOIN document_version v ON v.document_id = titled.id AND v.status <> 'superseded'
      WHERE (wanted_language IS NULL OR v.language = wanted_language)
        AND (since IS NULL OR coalesce(v.released_at, v.updated_at) >= since)
        AND (until IS NULL OR coalesce(v.released_at, v.updated_at) < until)
    ), sorted AS (SELECT id, document_id FROM found ORDER BY id DESC)
    SELECT array_agg(newest.id) INTO hits FROM (
      SELECT s.id FROM sorted AS s
      WHERE (NOT has_products OR s.document_id IN (SELECT unnest(left_over)))
        AND (wanted_kind IS NULL OR (SELECT d.kind::text = wanted_kind FROM document d WHERE d.id = s.document_id))
        AND (wanted_supplier IS NULL OR wanted_supplier = organization)
      LIMIT candidates) AS newest;
    RETURN QUERY
      SELECT * FROM (
        SELECT DISTINCT ON (v.document_id) v.document_id, v.id,
               CASE WHEN v.title ILIKE inside THEN 0.5::real ELSE 0 END + ts_rank(v.search, q, 1) AS rank
        FROM document_version v WHERE v.id = ANY (hits)
        ORDER BY v.document_id, v.version DESC) AS documents
      ORDER BY rank DESC, 2 DESC LIMIT most;
  ELSIF actor_side = 'customer' AND functions <> '{}' THEN
    WITH found AS MATERIALIZED (
      SELECT v.id, v.document_id FROM document_version v
      WHERE v.search @@ q AND v.status = 'released' AND (wanted_language IS NULL OR v.language = wanted_language)
        AND (since IS NULL OR v.released_at >= since) AND (until IS NULL OR v.released_at < until)
      UNION
      SELECT v.id, v.document_id FROM document d JOIN document_version v ON v.id = d.released_version_id
      WHERE d.title ILIKE inside AND (wanted_language IS NULL OR v.language = wanted_language)
        AND (since IS NULL OR v.released_at >= since) AND (until IS NULL OR v.released_at < until)
    ), sorted AS (SELECT id, document_id FROM found ORDER BY id DESC)
    SELECT array_agg(newest.id) INTO hits FROM (
      SELECT s.id FROM sorted AS s
      WHERE (NOT has_products OR s.document_id IN (SELECT unnest(left_over)))
        AND (SELECT d.released_version_id = s.id AND (wanted_kind IS NULL OR d.kind::text = wanted_kind)
                    AND (wanted_supplier IS NULL OR d.organization_id = wanted_supplier)
             FROM document d WHERE d.id = s.document_id)
        AND (SELECT true FROM document_audience a
             WHERE a.document_id = s.document_id AND a.functions && app_search_documents.functions
               AND (a.family_id IS NULL OR a.family_id = ANY ((SELECT app_families())::uuid[]))
               AND (a.account_id = ANY (accounts) OR (a.account_id IS NULL AND a.organization_id = ANY (suppliers)))
             LIMIT 1)
      LIMIT candidates) AS newest;
    RETURN QUERY
      SELECT v.document_id, v.id, CASE WHEN v.title ILIKE inside THEN 0.5::real ELSE 0 END + ts_rank(v.search, q, 1)
      FROM document_version v WHERE v.id = ANY (hits)
      ORDER BY 3 DESC, 2 DESC LIMIT most;
  END IF;
END
$$;

CREATE OR REPLACE FUNCTION app_search_files(q tsquery, functions member_function[], filter jsonb, most integer)
RETURNS TABLE (document_id uuid, version_id uuid, file_id uuid, page integer, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
  candidates integer := least(24, most);
  actor_side side := app_side();
  organization uuid := app_organization();
  accounts uuid[] := app_accounts();
  suppliers uuid[] := app_suppliers();
  -- A file's own words have no places.
  apart tsquery := regexp_replace(q::text, '<(-|\d+)>', '&', 'g')::tsquery;
  has_phrase boolean := q::text ~ '<(-|\d+)>';
  anyhow tsquery := replace(apart::text, ' & ', ' | ')::tsquery;
  wanted_kind text := filter ->> 'documentKind';
  wanted_supplier uuid := (filter ->> 'supplierId')::uuid;
  has_products boolean := filter ? 'productIds';
  left_over uuid[] := CASE WHEN has_products THEN app_filtered_documents(filter) END;
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
      WHERE (NOT has_products OR f.document_id IN (SELECT unnest(left_over)))
        AND (wanted_kind IS NULL OR (SELECT d.kind::text = wanted_kind FROM document d WHERE d.id = f.document_id))
        AND (wanted_supplier IS NULL OR wanted_supplier = organization)
        AND (since IS NULL OR coalesce(v.released_at, v.updated_at) >= since)
        AND (until IS NULL OR coalesce(v.released_at, v.updated_at) < until)
      ORDER BY f.document_id, f.file_id, v.version DESC)
    SELECT jsonb_agg(newest) INTO placed FROM (SELECT * FROM places ORDER BY version_id DESC LIMIT candidates) AS newest;
  ELSIF actor_side = 'customer' AND functions <> '{}' THEN
    WITH hits AS MATERIALIZED (
      SELECT f.document_id, f.file_id, f.version_id
      FROM file_text t JOIN document_version_file f ON f.file_id = t.file_id
      WHERE t.search @@ apart AND (wanted_language IS NULL OR t.language = wanted_language)
    ), sorted AS (SELECT * FROM hits ORDER BY version_id DESC)
    SELECT jsonb_agg(newest) INTO placed FROM (
      SELECT s.document_id, s.file_id, s.version_id FROM sorted AS s
      WHERE (NOT has_products OR s.document_id IN (SELECT unnest(left_over)))
        AND (SELECT d.released_version_id = s.version_id AND (wanted_kind IS NULL OR d.kind::text = wanted_kind)
                    AND (wanted_supplier IS NULL OR d.organization_id = wanted_supplier)
             FROM document d WHERE d.id = s.document_id)
        AND (SELECT v.status = 'released' AND (since IS NULL OR v.released_at >= since) AND (until IS NULL OR v.released_at < until)
             FROM document_version v WHERE v.id = s.version_id)
        AND (SELECT true FROM document_audience a
             WHERE a.document_id = s.document_id AND a.functions && app_search_files.functions
               AND (a.family_id IS NULL OR a.family_id = ANY ((SELECT app_families())::uuid[]))
               AND (a.account_id = ANY (accounts) OR (a.account_id IS NULL AND a.organization_id = ANY (suppliers)))
             LIMIT 1)
      LIMIT candidates) AS newest;
  END IF;
  RETURN QUERY
    SELECT place.document_id, place.version_id, place.file_id, best.page, coalesce(best.rank, 0.01::real)
    FROM jsonb_to_recordset(placed) AS place (document_id uuid, version_id uuid, file_id uuid)
    JOIN file ON file.id = place.file_id
    LEFT JOIN LATERAL (
      SELECT p.page, (CASE WHEN p.search @@ q THEN 1 ELSE 0 END + ts_rank(p.search, q, 1))::real AS rank
      -- Put together with nothing it is unpacked once, not for each of the three that read it.
      FROM (SELECT t.page, t.search || ''::tsvector AS search FROM file_text_page t WHERE t.file_id = place.file_id OFFSET 0) AS p
      WHERE CASE WHEN has_phrase THEN p.search @@ q ELSE p.search @@ anyhow END
      ORDER BY 2 DESC, 1 LIMIT 1) AS best ON true
    WHERE best.page IS NOT NULL OR app_file_name_vector(file.name) @@ q
    ORDER BY 5 DESC, 2 DESC LIMIT most;
END
$$;

-- Numbers without their signs stand beside them: to make them for each question took longer than to compare them.
ALTER TABLE product ADD COLUMN search_number text GENERATED ALWAYS AS (app_plain_number(number)) STORED;
ALTER TABLE variant ADD COLUMN search_number text GENERATED ALWAYS AS (app_plain_number(number)) STORED;
ALTER TABLE variant ADD COLUMN search_customer_number text GENERATED ALWAYS AS (app_plain_number(customer_number)) STORED;

-- As in 0020. Where one is the same, what merely looks like it is left out anyway, and is not compared.
CREATE OR REPLACE FUNCTION app_search_numbers(part text, prefixes jsonb, functions member_function[])
RETURNS TABLE (kind text, id uuid, number text, nearness real) ROWS 5
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
DECLARE
  least CONSTANT real := 0.4;
  typed text := app_plain_number(part);
  actor_side side := app_side();
  organization uuid := app_organization();
  suppliers uuid[] := app_suppliers();
  accounts uuid[] := app_accounts();
  has_same boolean;
  -- What a number of a document that is typed rightly ends with.
  ends integer[];
BEGIN
  IF part !~ '\d' OR part ~ '(\s+\S+){4}' OR length(typed) NOT BETWEEN 3 AND 24 THEN RETURN; END IF;
  has_same := EXISTS (SELECT FROM product p WHERE p.organization_id = ANY (suppliers) AND p.search_number = typed)
    OR EXISTS (SELECT FROM variant v WHERE v.account_id = ANY (accounts) AND typed IN (v.search_number, v.search_customer_number));
  ends := ARRAY (SELECT right(typed, n)::integer FROM generate_series(1, least(length(typed), 9)) AS n WHERE right(typed, n) ~ '^[0-9]+$');
  RETURN QUERY
    -- A number of a document is short and like thousands of others: only those of about the same length are compared.
    WITH numbered AS MATERIALIZED (
      SELECT 'near'::text AS kind, d.id, (prefixes ->> d.kind::text) || '-' || lpad(d.number::text, greatest(4, length(d.number::text)), '0') AS number
      FROM document d
      WHERE length(typed) <= 12 AND (NOT has_same OR d.number = ANY (ends))
        AND ((actor_side = 'supplier' AND d.organization_id = organization)
             OR (actor_side = 'customer' AND d.released_version_id IS NOT NULL
                 AND d.id IN (SELECT app_readable_documents(functions))))
    ), plain AS MATERIALIZED (
      SELECT kind, id, number, app_plain_number(number) AS plain FROM numbered WHERE number IS NOT NULL
    ), catalogue AS MATERIALIZED (
      SELECT p.id, p.number, p.search_number AS plain FROM product p WHERE p.organization_id = ANY (suppliers)
      UNION ALL
      SELECT v.product_id, v.number, v.search_number FROM variant v WHERE v.account_id = ANY (accounts)
      UNION ALL
      SELECT v.product_id, v.customer_number, v.search_customer_number
      FROM variant v WHERE v.account_id = ANY (accounts) AND v.customer_number <> ''
    ), measured AS (
      SELECT kind, id, number, CASE WHEN plain = typed THEN 1
        ELSE CASE levenshtein_less_equal(plain, typed, 2) WHEN 1 THEN 0.8 WHEN 2 THEN 0.6 ELSE 0 END END::real AS nearness
      FROM plain WHERE length(typed) >= 5 AND abs(length(plain) - length(typed)) <= 2
      UNION ALL
      SELECT 'product', id, number, CASE WHEN plain = typed THEN 1 WHEN length(typed) >= 4 AND strpos(plain, typed) > 0 THEN 0.95 ELSE 0 END::real
      FROM catalogue WHERE has_same
      UNION ALL
      SELECT 'product', id, number, app_nearness(plain, typed) FROM catalogue WHERE NOT has_same
    ), best AS (SELECT max(nearness) AS nearness FROM measured)
    SELECT near.kind, near.id, near.number, near.nearness FROM (
      SELECT DISTINCT ON (m.id) m.kind, m.id, m.number, m.nearness FROM measured m, best
      WHERE m.nearness >= greatest(least, CASE WHEN best.nearness = 1 THEN 0.95 ELSE best.nearness * 0.9 END)
      ORDER BY m.id, m.nearness DESC) AS near
    ORDER BY 4 DESC, 3 LIMIT 6;
END
$$;

-- As in 0062; side and functions are asked once, not for each line of an audience.
CREATE OR REPLACE FUNCTION app_search_by_part(part text, kinds text[], most integer)
RETURNS TABLE (kind text, id uuid, number text, at timestamptz) ROWS 20
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan AS
$$
#variable_conflict use_column
DECLARE
  typed text := app_plain_number(part);
  own_side side := app_side();
  own_functions member_function[] := app_functions();
BEGIN
  IF part !~ '\d' OR part ~ '(\s+\S+){4}' OR length(typed) NOT BETWEEN 4 AND 24 THEN RETURN; END IF;
  RETURN QUERY
    WITH parts AS MATERIALIZED (
      SELECT p.id AS product_id, NULL::uuid AS variant_id, NULL::uuid AS account_id, p.number FROM product p
      WHERE strpos(p.search_number, typed) > 0
      UNION ALL
      SELECT v.product_id, v.id, v.account_id,
             CASE WHEN strpos(v.search_number, typed) > 0 THEN v.number ELSE v.customer_number END
      FROM variant v
      WHERE strpos(v.search_number, typed) > 0
         OR (v.customer_number <> '' AND strpos(v.search_customer_number, typed) > 0)
    ), asked AS (
      SELECT c.id, min(parts.number) AS number, c.last_activity_at AS at
      FROM parts JOIN consultation c ON c.product_id = parts.product_id AND c.account_id = coalesce(parts.account_id, c.account_id)
      WHERE 'consultation' = ANY (kinds)
      GROUP BY c.id ORDER BY c.last_activity_at DESC LIMIT most
    ), written AS (
      SELECT d.id, min(linked.number) AS number, d.updated_at AS at
      FROM (
        SELECT k.document_id, parts.number FROM parts JOIN document_product k ON k.product_id = parts.product_id
        UNION ALL
        SELECT k.document_id, parts.number FROM parts JOIN document_variant k ON k.variant_id = parts.variant_id
        UNION ALL
        SELECT k.document_id, parts.number FROM parts JOIN variant v ON v.product_id = parts.product_id AND parts.variant_id IS NULL
        JOIN document_variant k ON k.variant_id = v.id
      ) AS linked JOIN document d ON d.id = linked.document_id
      WHERE 'document' = ANY (kinds)
        AND (own_side = 'supplier' OR EXISTS (
          SELECT 1 FROM document_audience a WHERE a.document_id = d.id AND a.functions && own_functions))
      GROUP BY d.id ORDER BY d.updated_at DESC LIMIT most
    )
    SELECT 'consultation', asked.id, asked.number, asked.at FROM asked
    UNION ALL
    SELECT 'document', written.id, written.number, written.at FROM written;
END
$$;

-- The words of a page stand in its row, not beside it: a file is ranked by all of its pages.
ALTER TABLE file_text_page ALTER COLUMN search SET STORAGE MAIN;

-- The text is made small once, not once a word.
CREATE OR REPLACE FUNCTION app_search_excerpt(body text, words text[]) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
  SELECT CASE WHEN first > 91 THEN '… ' || regexp_replace(substr(body, first - 90, 400), '^\S{1,24}\s+', '')
              ELSE left(body, 400) END
  FROM (SELECT coalesce(min(nullif(strpos(small.text, word), 0)), 1) AS first
        FROM (SELECT lower(left(body, 50000)) AS text OFFSET 0) AS small, unnest(words) AS word) AS place
$$;

-- What a customer's member may read and is in force, the newest release first, and how many there are: its list without a filter.
-- As app_unread_documents, they run as the owner and state the rules themselves (app/decisions/050); the rows are read under
-- the reader's own rights.
CREATE FUNCTION app_newest_documents(most integer) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT ARRAY (
    SELECT d.id FROM app_readable_documents(app_functions()) AS readable (id)
    JOIN document d ON d.id = readable.id
    JOIN document_version v ON v.id = d.released_version_id AND v.status = 'released'
    WHERE (SELECT app_side()) = 'customer'
    ORDER BY d.released_at DESC, d.id DESC LIMIT most)
$$;

CREATE FUNCTION app_count_documents(most integer) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT count(*)::integer FROM (
    SELECT FROM app_readable_documents(app_functions()) AS readable (id)
    JOIN document d ON d.id = readable.id
    JOIN document_version v ON v.id = d.released_version_id AND v.status = 'released'
    WHERE (SELECT app_side()) = 'customer' LIMIT most) AS known
$$;
