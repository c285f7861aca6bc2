-- Knowledge: accepted answers are found as such, consultations that are alike are found from one of them, and what was asked
-- several times in a month is put together.

CREATE INDEX consultation_accepted_message ON consultation (accepted_message_id) WHERE accepted_message_id IS NOT NULL;

-- The accepted answers of the accounts that the actor may enter, by their own words or those of the subject. Both sides read them.
CREATE FUNCTION app_search_answers(q tsquery, filter jsonb, most integer) RETURNS TABLE (id uuid, rank real) ROWS 20
LANGUAGE plpgsql STABLE SET search_path = public, pg_temp SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
  candidates CONSTANT integer := 200;
  accounts uuid[] := app_accounts();
  products uuid[] := app_filter_ids(filter, 'productIds');
  supplier uuid := (filter ->> 'supplierId')::uuid;
  wanted_language text := filter ->> 'language';
  since timestamptz := (filter ->> 'since')::timestamptz;
  until timestamptz := (filter ->> 'until')::timestamptz;
BEGIN
  IF supplier IS NOT NULL THEN
    accounts := ARRAY (SELECT a.id FROM account a WHERE a.id = ANY (accounts) AND a.supplier_id = supplier);
  END IF;
  RETURN QUERY
    WITH said AS MATERIALIZED (
      SELECT m.id FROM message m WHERE m.search @@ q AND m.account_id = ANY (accounts) AND m.lane = 'shared'
    ), asked AS MATERIALIZED (
      SELECT c.accepted_message_id AS id FROM consultation c
      WHERE c.search @@ q AND c.account_id = ANY (accounts) AND c.accepted_message_id IS NOT NULL
    ), answers AS (
      SELECT c.accepted_message_id AS id, c.search FROM (SELECT said.id FROM said UNION SELECT asked.id FROM asked) AS found
      JOIN consultation c ON c.accepted_message_id = found.id
      WHERE c.status = 'accepted' AND c.account_id = ANY (accounts) AND (products IS NULL OR c.product_id = ANY (products))
      ORDER BY found.id DESC LIMIT candidates)
    SELECT m.id, ts_rank(answers.search || m.search, q, 1) FROM answers JOIN message m ON m.id = answers.id
    WHERE (wanted_language IS NULL OR m.language = wanted_language)
      AND (since IS NULL OR m.created_at >= since) AND (until IS NULL OR m.created_at < until)
    ORDER BY 2 DESC, 1 DESC LIMIT most;
END
$$;

-- As in 0080, with the accepted answers where they are asked for.
CREATE OR REPLACE FUNCTION app_search(source text, is_cyrillic boolean, part text, kinds text[], filter jsonb, most integer)
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
  IF 'answer' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'answer', m.consultation_id, m.id, found.rank, m.created_at, app_search_excerpt(m.body, lexemes), lexemes, NULL::uuid, NULL::text, NULL::integer, NULL::text
      FROM app_search_answers(q, narrowing, most) AS found JOIN message m ON m.id = found.id;
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

-- The stemmed words of a subject in its own language, by which subjects are compared: no numbers, none of the product's number.
CREATE FUNCTION app_subject_stems(language text, subject text, product_number text) RETURNS text[]
LANGUAGE sql STABLE PARALLEL SAFE SET search_path = public, pg_temp AS
$$
  SELECT coalesce(array_agg(stem ORDER BY length(stem) DESC, stem), '{}')
  FROM unnest(tsvector_to_array(to_tsvector(app_search_config(language), app_search_text(subject)))) AS stem
  WHERE length(stem) > 1 AND stem !~ '^[0-9.,]+$'
    AND NOT stem = ANY (regexp_split_to_array(lower(app_search_text(coalesce(product_number, ''))), '\s+'))
$$;

-- Those of the actor's accounts that share two stems of the subject with one of them; the same product, the same function and an
-- accepted answer count for more. The index answers the pairs, as in 0102. Runs as the owner: without its own account, nothing.
CREATE FUNCTION app_similar(wanted uuid, most integer) RETURNS TABLE (id uuid, rank real) ROWS 5
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp
SET plan_cache_mode = force_generic_plan SET enable_seqscan = off AS
$$
#variable_conflict use_column
DECLARE
  most_stems CONSTANT integer := 8;
  candidates CONSTANT integer := 100;
  accounts uuid[] := app_accounts();
  own_product uuid;
  own_function member_function;
  stems text[];
  asked tsquery[];
  rest tsquery;
  pairs tsquery;
BEGIN
  SELECT c.product_id, c.function, app_subject_stems(c.language, c.subject, p.number) INTO own_product, own_function, stems
  FROM consultation c LEFT JOIN product p ON p.id = c.product_id
  WHERE c.id = wanted AND c.account_id = ANY (accounts);
  IF coalesce(cardinality(stems), 0) < 2 THEN RETURN; END IF;
  asked := ARRAY (SELECT quote_literal(stem)::tsquery FROM unnest(stems) AS stem LIMIT most_stems);
  FOR i IN 1..cardinality(asked) LOOP
    IF rest IS NOT NULL THEN
      pairs := CASE WHEN pairs IS NULL THEN asked[i] && rest ELSE pairs || (asked[i] && rest) END;
    END IF;
    rest := CASE WHEN rest IS NULL THEN asked[i] ELSE rest || asked[i] END;
  END LOOP;
  RETURN QUERY
    WITH found AS MATERIALIZED (
      SELECT c.id, c.last_activity_at FROM consultation c WHERE c.search @@ pairs AND c.account_id = ANY (accounts) AND c.id <> wanted
    ), newest AS (SELECT found.id FROM found ORDER BY found.last_activity_at DESC LIMIT candidates)
    SELECT c.id, (ts_rank(c.search, rest, 1) + 0.1 * (SELECT count(*) FROM unnest(asked) AS stem WHERE c.search @@ stem)
             + CASE WHEN c.product_id = own_product THEN 0.3 ELSE 0 END
             + CASE WHEN c.function = own_function THEN 0.1 ELSE 0 END
             + CASE WHEN c.status = 'accepted' THEN 0.1 ELSE 0 END)::real
    FROM newest JOIN consultation c ON c.id = newest.id
    ORDER BY 2 DESC, 1 DESC LIMIT most;
END
$$;
