-- The wall on writes. A policy's USING alone let a row name a record of somebody else: its own organization stood in one
-- column and the other one's document, file or account in the next.

-- SECURITY DEFINER, because the policies of these tables ask for each other and would go round in a circle.
CREATE FUNCTION app_owns_document(document_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS
$$ SELECT EXISTS (SELECT 1 FROM document d WHERE d.id = $1 AND d.organization_id = app_organization()) $$;

-- Whoever links a file makes it readable: it is the own upload, or stands in this document already.
CREATE FUNCTION app_may_attach(file_id uuid, document_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS
$$
  SELECT EXISTS (SELECT 1 FROM file f WHERE f.id = $1 AND f.uploaded_by_id = app_actor() AND f.status = 'complete')
      OR EXISTS (SELECT 1 FROM document_version_file k
                 WHERE k.file_id = $1 AND k.document_id = $2 AND k.organization_id = app_organization())
$$;

-- ----------------------------------------------------------------------------------------------- people and catalogue
ALTER POLICY membership_write ON membership
  WITH CHECK (organization_id = (SELECT app_organization()) AND side = (SELECT app_side()));
ALTER POLICY team_member_write ON team_member WITH CHECK (
  (SELECT app_side()) = 'supplier' AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM membership m WHERE m.id = membership_id AND m.organization_id = (SELECT app_organization())));
ALTER POLICY coverage_write ON coverage WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND side = (SELECT app_side())
  AND EXISTS (SELECT 1 FROM membership m WHERE m.id = membership_id AND m.organization_id = (SELECT app_organization()))
  AND (site_id IS NULL OR EXISTS (SELECT 1 FROM site s WHERE s.id = site_id AND s.account_id = coverage.account_id)));
ALTER POLICY product_write ON product WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
  AND EXISTS (SELECT 1 FROM product_family f WHERE f.id = family_id AND f.organization_id = product.organization_id));
ALTER POLICY variant_write ON variant WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
  AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM product p WHERE p.id = product_id AND p.organization_id = variant.organization_id));

-- An invitation leads to the own side, or opens an account of the own organization for its customer. Where it leads to is
-- fixed: a repeated one has a new token and new days.
DROP POLICY invitation_all ON invitation;
CREATE POLICY invitation_read ON invitation FOR SELECT
  USING (inviter_id = (SELECT app_organization())
         OR (organization_id = (SELECT app_organization()) AND side = (SELECT app_side())));
CREATE POLICY invitation_insert ON invitation FOR INSERT WITH CHECK (
  invited_by_id = app_actor() AND inviter_id = (SELECT app_organization())
  AND ((account_id IS NULL AND organization_id = (SELECT app_organization()) AND side = (SELECT app_side()))
       OR ((SELECT app_side()) = 'supplier' AND side = 'customer'
           AND EXISTS (SELECT 1 FROM account a WHERE a.id = account_id AND a.supplier_id = inviter_id
                                                 AND a.customer_id = invitation.organization_id))));
CREATE POLICY invitation_update ON invitation FOR UPDATE
  USING (inviter_id = (SELECT app_organization())
         OR (organization_id = (SELECT app_organization()) AND side = (SELECT app_side())));
CREATE FUNCTION app_keep_invitation() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF (NEW.organization_id, NEW.side, NEW.account_id, NEW.inviter_id, NEW.invited_by_id, NEW.functions, NEW.is_administrator)
     IS DISTINCT FROM
     (OLD.organization_id, OLD.side, OLD.account_id, OLD.inviter_id, OLD.invited_by_id, OLD.functions, OLD.is_administrator) THEN
    RAISE EXCEPTION 'where an invitation leads to is fixed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER invitation_keep BEFORE UPDATE ON invitation FOR EACH ROW EXECUTE FUNCTION app_keep_invitation();

-- An event belongs to the account's supplier, or to the actor's own organization.
ALTER POLICY event_insert ON event WITH CHECK (
  actor_id = app_actor() AND actor_organization_id = (SELECT app_organization())
  AND ((account_id IS NULL AND organization_id = (SELECT app_organization()))
       OR (account_id = ANY ((SELECT app_accounts())::uuid[])
           AND EXISTS (SELECT 1 FROM account a WHERE a.id = account_id AND a.supplier_id = event.organization_id))));

-- --------------------------------------------------------------------------------------------------------- documents
ALTER POLICY document_version_supplier ON document_version WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier' AND app_owns_document(document_id));
ALTER POLICY document_version_file_supplier ON document_version_file WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
  AND EXISTS (SELECT 1 FROM document_version v
              WHERE v.id = version_id AND v.document_id = document_version_file.document_id
                AND v.organization_id = document_version_file.organization_id)
  AND app_may_attach(file_id, document_id));
ALTER POLICY document_audience_supplier ON document_audience WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier' AND app_owns_document(document_id)
  AND (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[])));
ALTER POLICY document_product_supplier ON document_product WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier' AND app_owns_document(document_id)
  AND EXISTS (SELECT 1 FROM product p WHERE p.id = product_id AND p.organization_id = document_product.organization_id));
ALTER POLICY document_family_supplier ON document_family WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier' AND app_owns_document(document_id)
  AND EXISTS (SELECT 1 FROM product_family f
              WHERE f.id = family_id AND f.organization_id = document_family.organization_id));
ALTER POLICY document_variant_supplier ON document_variant WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier' AND app_owns_document(document_id)
  AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM variant v WHERE v.id = variant_id AND v.account_id = document_variant.account_id));
ALTER POLICY document_withdrawal_supplier ON document_withdrawal WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier' AND withdrawn_by_id = app_actor()
  AND EXISTS (SELECT 1 FROM document_version v
              WHERE v.id = version_id AND v.document_id = document_withdrawal.document_id
                AND v.organization_id = document_withdrawal.organization_id));
ALTER POLICY document_reading_reader ON document_reading WITH CHECK (
  membership_id = app_actor() AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM document_version v JOIN account a ON a.supplier_id = v.organization_id
              WHERE v.id = version_id AND v.document_id = document_reading.document_id
                AND a.id = document_reading.account_id));

-- ---------------------------------------------------------------------------------------- consultations, comparisons
ALTER POLICY consultation_all ON consultation WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM account a WHERE a.id = account_id AND a.supplier_id = consultation.organization_id));
ALTER POLICY consultation_view_all ON consultation_view WITH CHECK (
  membership_id = app_actor()
  AND EXISTS (SELECT 1 FROM consultation c
              WHERE c.id = consultation_id AND c.account_id = consultation_view.account_id));
ALTER POLICY message_file_all ON message_file WITH CHECK (
  EXISTS (SELECT 1 FROM message m
          WHERE m.id = message_id AND m.account_id = message_file.account_id AND m.lane = message_file.lane
            AND m.consultation_id = message_file.consultation_id AND m.author_id = app_actor())
  AND app_may_attach(file_id, NULL));
-- A message never changes, and its files with it.
CREATE TRIGGER message_file_insert_only BEFORE UPDATE OR DELETE ON message_file
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

ALTER POLICY comparison_all ON comparison WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND (status <> 'draft' OR (SELECT app_side()) = 'supplier')
  AND EXISTS (SELECT 1 FROM account a WHERE a.id = account_id AND a.supplier_id = comparison.organization_id));
ALTER POLICY comparison_option_all ON comparison_option WITH CHECK (
  EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id AND c.account_id = comparison_option.account_id));
ALTER POLICY cost_line_all ON cost_line WITH CHECK (
  EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id AND c.account_id = cost_line.account_id));
ALTER POLICY assumption_all ON assumption WITH CHECK (
  EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id AND c.account_id = assumption.account_id));
ALTER POLICY comparison_view_all ON comparison_view WITH CHECK (
  membership_id = app_actor()
  AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id AND c.account_id = comparison_view.account_id));

-- ------------------------------------------------------------------------------------------------------------- files
-- What a version or a message refers to is what was taken: name, bytes and hash are fixed once the file is complete.
CREATE FUNCTION app_keep_file() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF (NEW.key, NEW.organization_id, NEW.uploaded_by_id, NEW.created_at)
     IS DISTINCT FROM (OLD.key, OLD.organization_id, OLD.uploaded_by_id, OLD.created_at)
     OR (OLD.status = 'complete'
         AND (NEW.name, NEW.size, NEW.type, NEW.sha256, NEW.status, NEW.completed_at)
             IS DISTINCT FROM (OLD.name, OLD.size, OLD.type, OLD.sha256, OLD.status, OLD.completed_at)) THEN
    RAISE EXCEPTION 'a complete file is immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER file_keep BEFORE UPDATE ON file FOR EACH ROW EXECUTE FUNCTION app_keep_file();

-- A member opens uploads and attaches what has come whole; that it came is written by the ingest, on the owner's connection.
ALTER POLICY file_insert ON file
  WITH CHECK (uploaded_by_id = app_actor() AND organization_id = (SELECT app_organization())
              AND status = 'uploading' AND sha256 IS NULL);
CREATE FUNCTION app_keep_upload() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  -- `role` is 'none' on the owner's own connections.
  IF current_setting('role') <> 'none'
     AND (NEW.status, NEW.name, NEW.size, NEW.type, NEW.sha256) IS DISTINCT FROM (OLD.status, OLD.name, OLD.size, OLD.type, OLD.sha256) THEN
    RAISE EXCEPTION 'an upload is completed by the ingest alone' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER file_keep_upload BEFORE UPDATE ON file FOR EACH ROW EXECUTE FUNCTION app_keep_upload();

-- A file whose last link goes (taken out of a draft) is an upload that nobody attached: the sweep takes it. Asked when the
-- transaction ends, because a command may write the links anew.
CREATE FUNCTION app_detach_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  UPDATE file SET attached_at = NULL
  WHERE id = OLD.file_id
    AND NOT EXISTS (SELECT 1 FROM document_version_file k WHERE k.file_id = OLD.file_id)
    AND NOT EXISTS (SELECT 1 FROM message_file k WHERE k.file_id = OLD.file_id);
  RETURN NULL;
END
$$;
CREATE CONSTRAINT TRIGGER document_version_file_detach AFTER DELETE ON document_version_file
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app_detach_file();
