-- Finding documents by what their parameters are. As the search of texts (0007): one function that runs as the owner and
-- applies the rules itself, because under row-level security neither `~` nor `ILIKE` uses an index. It returns places,
-- which are read through row-level security again.

-- P_N, p_n, P_{N} and PN are one symbol; η and eta as well.
CREATE FUNCTION app_symbol_key(symbol text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$
  SELECT replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(
    regexp_replace(lower(symbol), '[\s_{},\\]', '', 'g'),
    'η', 'eta'), 'θ', 'theta'), 'ϑ', 'theta'), 'λ', 'lambda'), 'φ', 'phi'), 'ϕ', 'phi'), 'ρ', 'rho'), 'τ', 'tau'),
    'ω', 'omega'), 'μ', 'mu'), 'µ', 'mu'), 'Δ', 'delta'), 'δ', 'delta'), 'α', 'alpha')
$$;

-- `11 kW` and `11kW`, `7,5` and `7.5` are the same condition.
CREATE FUNCTION app_condition_key(conditions text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT regexp_replace(regexp_replace(lower(conditions), '(\d),(\d)', '\1.\2', 'g'), '(\d)\s+', '\1', 'g') $$;

-- As a regular expression that finds the text itself.
CREATE FUNCTION app_literal(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT regexp_replace($1, '[^[:alnum:][:space:]]', '\\\&', 'g') $$;

CREATE INDEX document_parameter_symbol_key ON document_parameter
  (dimension, app_symbol_key(symbol), coalesce(base_max, base_typ, base_min), coalesce(base_min, base_typ, base_max));
CREATE INDEX document_parameter_name ON document_parameter
  (dimension, name, coalesce(base_max, base_typ, base_min), coalesce(base_min, base_typ, base_max));

-- `asked`: what, dimension, low, high, isLowOpen, isHighOpen, at { text, symbol, quantity { base, dimension, unit } }; bounds in
-- base units of the SI. The range of a line is that of the values it has; `is_whole` when all of it is as asked.
-- Names repeat from table to table: the different ones of a dimension are few, are walked along the index, and are compared
-- with what was asked once each.
CREATE FUNCTION app_find_parameters(asked jsonb, most integer)
RETURNS TABLE (id uuid, version_id uuid, document_id uuid, is_whole boolean) ROWS 50
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS
$$
#variable_conflict use_column
DECLARE
  actor_side side;
  actor_functions member_function[];
  organization uuid;
  what text := asked ->> 'what';
  wanted_key text := app_symbol_key(asked ->> 'what');
  wanted_dimension text := asked ->> 'dimension';
  low double precision := coalesce((asked ->> 'low')::double precision, '-Infinity');
  high double precision := coalesce((asked ->> 'high')::double precision, 'Infinity');
  low_open boolean := (asked ->> 'isLowOpen')::boolean;
  high_open boolean := (asked ->> 'isHighOpen')::boolean;
  -- Words begin where words begin; Chinese has no spaces between them.
  starts text[] := ARRAY (
    SELECT CASE WHEN word ~ '^[A-Za-z]' THEN '(^|[^A-Za-z])' ELSE '' END || app_literal(word)
    FROM regexp_split_to_table(asked ->> 'what', '\s+') AS word WHERE word <> '');
  -- Short texts are like too many names.
  is_name boolean := length(what) >= 3 OR what ~ '[^\x01-\x7f]';
  is_long boolean := length(what) >= 5;
  wanted_names text[] := '{}';
  -- Conditions are read of so many of the best lines.
  candidates CONSTANT integer := 4000;
  at jsonb := nullif(asked -> 'at', 'null'::jsonb);
  at_quantity jsonb := nullif(at -> 'quantity', 'null'::jsonb);
  at_base double precision := (at_quantity ->> 'base')::double precision;
  at_pattern text := '(^|[^0-9.])' || app_literal(app_condition_key(at ->> 'text')) || '($|[^[:alnum:]])';
  at_unit text := '[0-9]' || app_literal(lower(at_quantity ->> 'unit')) || '($|[^[:alnum:]])';
BEGIN
  SELECT m.side, m.functions, m.organization_id INTO actor_side, actor_functions, organization
  FROM membership m WHERE m.id = app_actor() AND m.deactivated_at IS NULL;
  IF actor_side IS NULL THEN RETURN; END IF;
  IF is_name THEN
    WITH RECURSIVE names AS (
      (SELECT p.name FROM document_parameter p WHERE p.dimension = wanted_dimension ORDER BY p.name LIMIT 1)
      UNION ALL
      SELECT (SELECT p.name FROM document_parameter p WHERE p.dimension = wanted_dimension AND p.name > names.name
              ORDER BY p.name LIMIT 1)
      FROM names WHERE names.name IS NOT NULL)
    SELECT coalesce(array_agg(names.name), '{}') INTO wanted_names FROM names
    WHERE names.name IS NOT NULL
      AND (NOT EXISTS (SELECT FROM unnest(starts) AS start WHERE names.name !~* start) OR (is_long AND what <% names.name));
  END IF;
  RETURN QUERY
    WITH named AS MATERIALIZED (
      SELECT p.id, true AS by_symbol FROM document_parameter p
      WHERE p.dimension = wanted_dimension AND app_symbol_key(p.symbol) = wanted_key
        AND coalesce(base_max, base_typ, base_min) >= low AND coalesce(base_min, base_typ, base_max) <= high
      UNION ALL
      SELECT p.id, false FROM document_parameter p
      WHERE p.dimension = wanted_dimension AND p.name = ANY (wanted_names)
        AND coalesce(base_max, base_typ, base_min) >= low AND coalesce(base_min, base_typ, base_max) <= high
    ), hits AS MATERIALIZED (
      SELECT named.id, bool_or(by_symbol) AS by_symbol FROM named GROUP BY 1
    ), ranges AS (
      SELECT p.id, p.version_id, p.document_id, p.conditions, p.is_shared, hits.by_symbol,
             coalesce(p.base_min, p.base_typ, p.base_max) AS least, coalesce(p.base_max, p.base_typ, p.base_min) AS greatest
      FROM hits JOIN document_parameter p ON p.id = hits.id
    ), visible AS MATERIALIZED (
      SELECT r.id, r.version_id, r.document_id, r.conditions, r.by_symbol, v.released_at,
             (CASE WHEN low_open THEN r.least > low ELSE r.least >= low END
              AND CASE WHEN high_open THEN r.greatest < high ELSE r.greatest <= high END) AS whole
      FROM ranges r
      JOIN document d ON d.id = r.document_id AND d.released_version_id = r.version_id
      JOIN document_version v ON v.id = r.version_id AND v.status = 'released'
      WHERE (NOT low_open OR r.greatest > low) AND (NOT high_open OR r.least < high)
        AND CASE actor_side
              WHEN 'supplier' THEN d.organization_id = organization
              ELSE r.is_shared AND d.id IN (SELECT app_readable_documents(actor_functions)) END
      ORDER BY whole DESC, r.by_symbol DESC, v.released_at DESC, r.id
      LIMIT CASE WHEN at IS NULL THEN most ELSE candidates END)
    SELECT r.id, r.version_id, r.document_id, r.whole FROM visible r
    WHERE at IS NULL
      OR app_condition_key(r.conditions) ~ at_pattern
      -- Another parameter of the version, unless the line's own conditions name such a quantity: that is another one.
      OR (at_base IS NOT NULL AND app_condition_key(r.conditions) !~ at_unit AND EXISTS (
        SELECT 1 FROM document_parameter s
        WHERE s.version_id = r.version_id AND s.id <> r.id AND s.dimension = at_quantity ->> 'dimension'
          AND (s.is_shared OR actor_side = 'supplier')
          AND at_base BETWEEN coalesce(s.base_min, s.base_typ, s.base_max) AND coalesce(s.base_max, s.base_typ, s.base_min)
          AND (at ->> 'symbol' = '' OR app_symbol_key(s.symbol) = app_symbol_key(at ->> 'symbol'))))
    ORDER BY r.whole DESC, r.by_symbol DESC, r.released_at DESC, r.id
    LIMIT most;
END
$$;

-- As 0030: a line stands in a version of the own document, and in no other one's.
ALTER POLICY document_parameter_supplier ON document_parameter WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
  AND EXISTS (SELECT 1 FROM document_version v
              WHERE v.id = version_id AND v.document_id = document_parameter.document_id
                AND v.organization_id = document_parameter.organization_id));
