-- Search, third part. A customer's messages are one in two hundred of those that have a word: the index knows the account as well.
-- It is asked at once, without a look at the newest first; who has many accounts keeps that look, with filters as well.
CREATE EXTENSION IF NOT EXISTS btree_gin;
DROP INDEX message_search;
CREATE INDEX message_search ON message USING gin (account_id, search) WITH (gin_pending_list_limit = 256);

CREATE OR REPLACE FUNCTION app_search_messages(q tsquery, lanes message_lane[], filter jsonb, most integer)
 RETURNS TABLE(id uuid, rank real)
 LANGUAGE plpgsql
 STABLE ROWS 20
 SET search_path TO 'public', 'pg_temp'
 SET plan_cache_mode TO 'force_generic_plan'
 SET enable_seqscan TO 'off'
AS $$
#variable_conflict use_column
DECLARE
  few CONSTANT integer := 20;
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
  IF products IS NOT NULL THEN
    threads := ARRAY (SELECT c.id FROM consultation c WHERE c.account_id = ANY (accounts) AND c.product_id = ANY (products));
  END IF;
  IF cardinality(accounts) <= few THEN
    -- The index knows the account: what is found there is the actor's own.
    WITH found AS MATERIALIZED (
      SELECT m.id FROM message m
      WHERE m.search @@ q AND m.account_id = ANY (accounts) AND m.lane = ANY (lanes)
        AND (threads IS NULL OR m.consultation_id = ANY (threads))
        AND (wanted_language IS NULL OR m.language = wanted_language)
        AND (since IS NULL OR m.created_at >= since) AND (until IS NULL OR m.created_at < until))
    SELECT array_agg(newest.id) INTO hits FROM (SELECT id FROM found ORDER BY id DESC LIMIT candidates) AS newest;
  ELSE
    -- Of one's many accounts it is asked afterwards.
    SELECT count(*), array_agg(newest.id) FILTER (
      WHERE newest.search @@ q AND newest.lane = ANY (lanes) AND newest.account_id = ANY (accounts)
        AND (threads IS NULL OR newest.consultation_id = ANY (threads))
        AND (wanted_language IS NULL OR newest.language = wanted_language)
        AND (since IS NULL OR newest.created_at >= since) AND (until IS NULL OR newest.created_at < until)) INTO seen, hits
    FROM (SELECT m.* FROM message m ORDER BY m.id DESC LIMIT recent) AS newest;
    IF seen >= recent AND coalesce(cardinality(hits), 0) < enough THEN
      WITH found AS MATERIALIZED (
        SELECT m.id FROM message m
        WHERE m.search @@ q AND (m.account_id = ANY (accounts)) IS TRUE AND m.lane = ANY (lanes)
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
      FROM message m WHERE m.id = ANY (hits[1:candidates]) ORDER BY m.consultation_id, 2 DESC) AS threads
    ORDER BY 2 DESC, 1 DESC LIMIT most;
END
$$;

-- To plan their statements anew took half of the time of a search that finds little. Those of documents stay as they are:
-- with a rare word or a part of a title the best way is another one.
ALTER FUNCTION app_search_files(tsquery, member_function[], jsonb, integer) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION app_search_consultations(tsquery, jsonb, integer) SET plan_cache_mode = force_generic_plan;
ALTER FUNCTION app_search_numbers(text, jsonb, member_function[]) SET plan_cache_mode = force_generic_plan;
