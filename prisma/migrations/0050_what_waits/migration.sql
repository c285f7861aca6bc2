-- The released documents that a customer's member may read and has not opened, the latest change first. As in search, the
-- function runs as the owner and states the rules itself (app/decisions/050): under row-level security each document would
-- ask for its audience, and the audience for the accounts, before the newest eight were known. It walks the newest first
-- and stops when it has enough. The rows themselves are read under the reader's own rights.
CREATE FUNCTION app_unread_documents(most integer) RETURNS uuid[]
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
  actor uuid := app_actor();
  own_functions member_function[];
  accounts uuid[] := app_accounts();
  suppliers uuid[] := app_suppliers();
  families uuid[] := app_families();
  supplier uuid;
  known record;
  found uuid[] := '{}';
  changed timestamptz[] := '{}';
  taken integer;
BEGIN
  SELECT m.functions INTO own_functions FROM membership m
  WHERE m.id = actor AND m.side = 'customer' AND m.deactivated_at IS NULL;
  IF own_functions IS NULL OR own_functions = '{}' THEN RETURN found; END IF;
  FOREACH supplier IN ARRAY suppliers LOOP
    taken := 0;
    FOR known IN
      SELECT d.id, d.updated_at, d.status, d.released_version_id FROM document d
      WHERE d.organization_id = supplier ORDER BY d.updated_at DESC, d.id DESC
    LOOP
      EXIT WHEN taken = most;
      CONTINUE WHEN known.released_version_id IS NULL OR known.status = 'withdrawn'
        OR NOT EXISTS (
          SELECT 1 FROM document_audience a
          WHERE a.document_id = known.id AND a.functions && own_functions
            AND (a.account_id = ANY (accounts) OR (a.account_id IS NULL AND a.organization_id = supplier))
            AND (a.family_id IS NULL OR a.family_id = ANY (families)))
        OR EXISTS (SELECT 1 FROM document_reading r WHERE r.version_id = known.released_version_id AND r.membership_id = actor)
        OR NOT EXISTS (SELECT 1 FROM document_version v WHERE v.id = known.released_version_id AND v.status = 'released');
      found := found || known.id;
      changed := changed || known.updated_at;
      taken := taken + 1;
    END LOOP;
  END LOOP;
  RETURN ARRAY (SELECT each.id FROM unnest(found, changed) AS each (id, at) ORDER BY each.at DESC, each.id DESC LIMIT most);
END
$$;
