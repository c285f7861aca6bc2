-- Search begins with the accounts that one enters. In those that are not, whoever was named in a consultation finds that one: its
-- subject, and what was written there in the lanes of the supplier's side. There are few of them, so they are looked at one by one.
CREATE FUNCTION app_search_lent_consultations(q tsquery, filter jsonb, most integer)
RETURNS TABLE (id uuid, rank real) LANGUAGE plpgsql STABLE ROWS 5 SET search_path = public, pg_temp AS
$$
#variable_conflict use_column
DECLARE
  lent uuid[] := app_lent();
  accounts uuid[] := app_accounts();
  products uuid[] := app_filter_ids(filter, 'productIds');
  supplier uuid := (filter ->> 'supplierId')::uuid;
  wanted_language text := filter ->> 'language';
  since timestamptz := (filter ->> 'since')::timestamptz;
  until timestamptz := (filter ->> 'until')::timestamptz;
BEGIN
  IF cardinality(lent) = 0 THEN RETURN; END IF;
  RETURN QUERY
    SELECT c.id, ts_rank(c.search, q, 1) FROM consultation c
    WHERE c.id = ANY (lent) AND c.account_id <> ALL (accounts) AND c.search @@ q
      AND (supplier IS NULL OR c.organization_id = supplier) AND (products IS NULL OR c.product_id = ANY (products))
      AND (wanted_language IS NULL OR c.language = wanted_language)
      AND (since IS NULL OR c.last_activity_at >= since) AND (until IS NULL OR c.last_activity_at < until)
    ORDER BY 2 DESC, c.last_activity_at DESC LIMIT most;
END
$$;

CREATE FUNCTION app_search_lent_messages(q tsquery, filter jsonb, most integer)
RETURNS TABLE (id uuid, rank real) LANGUAGE plpgsql STABLE ROWS 5 SET search_path = public, pg_temp AS
$$
#variable_conflict use_column
DECLARE
  lent uuid[] := app_lent();
  accounts uuid[] := app_accounts();
  products uuid[] := app_filter_ids(filter, 'productIds');
  supplier uuid := (filter ->> 'supplierId')::uuid;
  wanted_language text := filter ->> 'language';
  since timestamptz := (filter ->> 'since')::timestamptz;
  until timestamptz := (filter ->> 'until')::timestamptz;
BEGIN
  IF cardinality(lent) = 0 THEN RETURN; END IF;
  RETURN QUERY
    -- One message of a thread speaks for it.
    SELECT threads.id, threads.rank FROM (
      SELECT DISTINCT ON (m.consultation_id) m.id, ts_rank(m.search, q, 1) AS rank
      FROM message m JOIN consultation c ON c.id = m.consultation_id
      WHERE m.consultation_id = ANY (lent) AND m.account_id <> ALL (accounts) AND m.lane IN ('shared', 'internal') AND m.search @@ q
        AND (supplier IS NULL OR c.organization_id = supplier) AND (products IS NULL OR c.product_id = ANY (products))
        AND (wanted_language IS NULL OR m.language = wanted_language)
        AND (since IS NULL OR m.created_at >= since) AND (until IS NULL OR m.created_at < until)
      ORDER BY m.consultation_id, 2 DESC) AS threads
    ORDER BY 2 DESC, 1 DESC LIMIT most;
END
$$;

CREATE OR REPLACE FUNCTION app_search(source text, is_cyrillic boolean, part text, kinds text[], filter jsonb, most integer)
 RETURNS TABLE(kind text, subject_id uuid, message_id uuid, rank real, at timestamp with time zone, excerpt text, words text[], file_id uuid, file_name text, page integer, language text)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 50
 SET search_path TO 'public', 'pg_temp'
AS $function$
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
      FROM (SELECT * FROM app_search_consultations(q, narrowing, most)
            UNION ALL SELECT * FROM app_search_lent_consultations(q, narrowing, most)) AS found JOIN consultation c ON c.id = found.id;
  END IF;
  IF 'answer' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'answer', m.consultation_id, m.id, found.rank, m.created_at, app_search_excerpt(m.body, lexemes), lexemes, NULL::uuid, NULL::text, NULL::integer, NULL::text
      FROM app_search_answers(q, narrowing, most) AS found JOIN message m ON m.id = found.id;
  END IF;
  IF 'message' = ANY (kinds) THEN
    RETURN QUERY
      SELECT 'message', m.consultation_id, m.id, found.rank, m.created_at, app_search_excerpt(m.body, lexemes), lexemes, NULL::uuid, NULL::text, NULL::integer, NULL::text
      FROM (SELECT * FROM app_search_messages(q, CASE actor_side WHEN 'supplier' THEN '{shared,internal}'::message_lane[]
                                                                 ELSE '{shared,private}' END, narrowing, most)
            UNION ALL SELECT * FROM app_search_lent_messages(q, narrowing, most)) AS found
      JOIN message m ON m.id = found.id;
  END IF;
END
$function$;
