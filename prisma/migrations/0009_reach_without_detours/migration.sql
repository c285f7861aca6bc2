-- AddForeignKey
ALTER TABLE "document_audience" ADD CONSTRAINT "document_audience_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Each policy asks these once a statement, and a statement meets several policies: they read what they need once, by
-- an index, and call no other of them.
CREATE OR REPLACE FUNCTION app_accounts() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS
$$
  SELECT coalesce(array_agg(mine.id), '{}') FROM (
    SELECT a.id FROM membership m JOIN account a ON a.supplier_id = m.organization_id
    WHERE m.id = app_actor() AND m.deactivated_at IS NULL AND m.side = 'supplier'
      AND (NOT a.is_restricted OR EXISTS (
        SELECT 1 FROM team_member t WHERE t.account_id = a.id AND t.membership_id = m.id))
    UNION ALL
    SELECT a.id FROM membership m JOIN account a ON a.customer_id = m.organization_id
    WHERE m.id = app_actor() AND m.deactivated_at IS NULL AND m.side = 'customer' AND a.closed_at IS NULL
  ) AS mine
$$;

-- One account of two organizations there is: no other side comes twice.
CREATE OR REPLACE FUNCTION app_organizations() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS
$$
  SELECT coalesce(array_agg(known.id), '{}') FROM (
    SELECT m.organization_id AS id FROM membership m WHERE m.id = app_actor() AND m.deactivated_at IS NULL
    UNION ALL
    SELECT a.customer_id FROM membership m JOIN account a ON a.supplier_id = m.organization_id
    WHERE m.id = app_actor() AND m.deactivated_at IS NULL AND m.side = 'supplier'
      AND (NOT a.is_restricted OR EXISTS (
        SELECT 1 FROM team_member t WHERE t.account_id = a.id AND t.membership_id = m.id))
    UNION ALL
    SELECT a.supplier_id FROM membership m JOIN account a ON a.customer_id = m.organization_id
    WHERE m.id = app_actor() AND m.deactivated_at IS NULL AND m.side = 'customer' AND a.closed_at IS NULL
  ) AS known
$$;

CREATE OR REPLACE FUNCTION app_suppliers() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS
$$
  SELECT coalesce(array_agg(known.id), '{}') FROM (
    SELECT m.organization_id AS id FROM membership m
    WHERE m.id = app_actor() AND m.deactivated_at IS NULL AND m.side = 'supplier'
    UNION ALL
    SELECT a.supplier_id FROM membership m JOIN account a ON a.customer_id = m.organization_id
    WHERE m.id = app_actor() AND m.deactivated_at IS NULL AND m.side = 'customer' AND a.closed_at IS NULL
  ) AS known
$$;

-- A customer's document is asked for its own audience lines, which have a policy of their own: before, each statement
-- gathered every document of the customer, line by line.
ALTER POLICY document_customer ON document USING (
  (SELECT app_side()) = 'customer' AND released_version_id IS NOT NULL
  AND EXISTS (SELECT 1 FROM document_audience a WHERE a.document_id = document.id));
ALTER POLICY document_version_customer ON document_version USING (
  (SELECT app_side()) = 'customer' AND status IN ('released', 'superseded', 'withdrawn') AND released_at IS NOT NULL
  AND EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));
ALTER POLICY document_product_customer ON document_product USING (
  (SELECT app_side()) = 'customer' AND EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));
DROP FUNCTION app_documents();
