-- CreateIndex
CREATE INDEX "consultation_product_id_last_activity_at_idx" ON "consultation"("product_id", "last_activity_at");

-- What hangs from a part whose number was typed, or a piece of it of at least four characters: consultations about the
-- product, documents that concern the product or the variant. A variant leads to the matters of its own account alone. Under
-- row-level security; whoever may not read a document for its function does not get it here either.
CREATE FUNCTION app_search_by_part(part text, kinds text[], most integer)
RETURNS TABLE (kind text, id uuid, number text, at timestamptz) ROWS 20
LANGUAGE plpgsql STABLE SECURITY INVOKER SET search_path = public, pg_temp SET plan_cache_mode = force_custom_plan AS
$$
#variable_conflict use_column
DECLARE
  typed text := app_plain_number(part);
BEGIN
  IF part !~ '\d' OR part ~ '(\s+\S+){4}' OR length(typed) NOT BETWEEN 4 AND 24 THEN RETURN; END IF;
  RETURN QUERY
    WITH parts AS MATERIALIZED (
      SELECT p.id AS product_id, NULL::uuid AS variant_id, NULL::uuid AS account_id, p.number FROM product p
      WHERE strpos(app_plain_number(p.number), typed) > 0
      UNION ALL
      SELECT v.product_id, v.id, v.account_id,
             CASE WHEN strpos(app_plain_number(v.number), typed) > 0 THEN v.number ELSE v.customer_number END
      FROM variant v
      WHERE strpos(app_plain_number(v.number), typed) > 0
         OR (v.customer_number <> '' AND strpos(app_plain_number(v.customer_number), typed) > 0)
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
        AND (app_side() = 'supplier' OR EXISTS (
          SELECT 1 FROM document_audience a WHERE a.document_id = d.id AND a.functions && app_functions()))
      GROUP BY d.id ORDER BY d.updated_at DESC LIMIT most
    )
    SELECT 'consultation', asked.id, asked.number, asked.at FROM asked
    UNION ALL
    SELECT 'document', written.id, written.number, written.at FROM written;
END
$$;
