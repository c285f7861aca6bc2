-- Row-level security: the first wall. The setting app.actor holds the membership id of the actor; the pool sets it.
-- The functions are SECURITY DEFINER: they read the tables as their owner and so decide without recursion.

CREATE FUNCTION app_actor() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.actor', true), '')::uuid $$;

CREATE FUNCTION app_side() RETURNS side LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS
$$ SELECT side FROM membership WHERE id = app_actor() AND deactivated_at IS NULL $$;

CREATE FUNCTION app_organization() RETURNS uuid LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS
$$ SELECT organization_id FROM membership WHERE id = app_actor() AND deactivated_at IS NULL $$;

-- The accounts that the actor may enter. A restricted account: on the supplier's side its team alone.
-- A closed account stays readable for the supplier and is lost to the customer at once.
CREATE FUNCTION app_accounts() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS
$$
  SELECT coalesce(array_agg(a.id), '{}')
  FROM membership m
  JOIN account a ON (m.side = 'supplier' AND a.supplier_id = m.organization_id
                     AND (NOT a.is_restricted OR EXISTS (
                       SELECT 1 FROM team_member t WHERE t.account_id = a.id AND t.membership_id = m.id)))
                 OR (m.side = 'customer' AND a.customer_id = m.organization_id AND a.closed_at IS NULL)
  WHERE m.id = app_actor() AND m.deactivated_at IS NULL
$$;

-- The actor's own organization and those that share an account with it.
CREATE FUNCTION app_organizations() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS
$$
  SELECT coalesce(array_agg(DISTINCT o), '{}') FROM (
    SELECT app_organization() AS o
    UNION SELECT supplier_id FROM account WHERE id = ANY (app_accounts())
    UNION SELECT customer_id FROM account WHERE id = ANY (app_accounts())
  ) AS known WHERE o IS NOT NULL
$$;

-- The organizations whose catalogue and numbers the actor works with: its own as a supplier, its suppliers as a customer.
CREATE FUNCTION app_suppliers() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS
$$
  SELECT coalesce(array_agg(DISTINCT o), '{}') FROM (
    SELECT app_organization() AS o WHERE app_side() = 'supplier'
    UNION SELECT supplier_id FROM account WHERE id = ANY (app_accounts())
  ) AS known
$$;

-- Every membership under which the person behind the actor can act, with the organization's name: for switching.
CREATE FUNCTION app_memberships() RETURNS TABLE (id uuid, organization_name text, side side)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$
  SELECT m.id, o.name, m.side
  FROM membership present
  JOIN membership m ON m.user_id = present.user_id AND m.deactivated_at IS NULL
  JOIN organization o ON o.id = m.organization_id
  WHERE present.id = app_actor() AND present.deactivated_at IS NULL
  ORDER BY o.name
$$;

-- The next number of a series, taken inside the caller's transaction, so that a rollback leaves no gap.
CREATE FUNCTION app_next_number(organization uuid, series text) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
DECLARE taken integer;
BEGIN
  -- `role` is 'none' on the owner's own connections: boot, seeds and the opening of accounts
  IF current_setting('role') = 'none' OR organization = ANY (app_suppliers()) THEN
    INSERT INTO number_series (organization_id, kind, next) VALUES (organization, series, 2)
    ON CONFLICT (organization_id, kind) DO UPDATE SET next = number_series.next + 1
    RETURNING next - 1 INTO taken;
    RETURN taken;
  END IF;
  RAISE EXCEPTION 'number series of another organization' USING ERRCODE = 'insufficient_privilege';
END
$$;

-- ---------------------------------------------------------------------------------------------- people and accounts
ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
CREATE POLICY organization_read ON organization FOR SELECT USING (id = ANY ((SELECT app_organizations())::uuid[]));
CREATE POLICY organization_update ON organization FOR UPDATE USING (id = (SELECT app_organization()));
-- No insert: organizations and accounts are opened on the owner's connection (domain/accounts/commands/open-account).

ALTER TABLE membership ENABLE ROW LEVEL SECURITY;
CREATE POLICY membership_read ON membership FOR SELECT USING (organization_id = ANY ((SELECT app_organizations())::uuid[]));
CREATE POLICY membership_write ON membership FOR UPDATE
  USING (organization_id = (SELECT app_organization()) AND side = (SELECT app_side()));

ALTER TABLE "user" ENABLE ROW LEVEL SECURITY;
CREATE POLICY user_read ON "user" FOR SELECT
  USING (EXISTS (SELECT 1 FROM membership m WHERE m.user_id = "user".id));
CREATE POLICY user_update ON "user" FOR UPDATE
  USING (id = (SELECT m.user_id FROM membership m WHERE m.id = app_actor()));

ALTER TABLE account ENABLE ROW LEVEL SECURITY;
CREATE POLICY account_read ON account FOR SELECT USING (id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY account_update ON account FOR UPDATE
  USING (id = ANY ((SELECT app_accounts())::uuid[]) AND (SELECT app_side()) = 'supplier');

ALTER TABLE team_member ENABLE ROW LEVEL SECURITY;
CREATE POLICY team_member_read ON team_member FOR SELECT USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY team_member_write ON team_member FOR ALL
  USING ((SELECT app_side()) = 'supplier' AND account_id = ANY ((SELECT app_accounts())::uuid[]));

ALTER TABLE site ENABLE ROW LEVEL SECURITY;
CREATE POLICY site_all ON site FOR ALL USING (account_id = ANY ((SELECT app_accounts())::uuid[]));

ALTER TABLE product_family ENABLE ROW LEVEL SECURITY;
CREATE POLICY product_family_read ON product_family FOR SELECT
  USING (organization_id = ANY ((SELECT app_suppliers())::uuid[]));
CREATE POLICY product_family_write ON product_family FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');

ALTER TABLE product ENABLE ROW LEVEL SECURITY;
CREATE POLICY product_read ON product FOR SELECT USING (organization_id = ANY ((SELECT app_suppliers())::uuid[]));
CREATE POLICY product_write ON product FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');

ALTER TABLE variant ENABLE ROW LEVEL SECURITY;
CREATE POLICY variant_read ON variant FOR SELECT USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY variant_write ON variant FOR ALL
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]) AND (SELECT app_side()) = 'supplier');

ALTER TABLE coverage ENABLE ROW LEVEL SECURITY;
CREATE POLICY coverage_read ON coverage FOR SELECT USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY coverage_write ON coverage FOR ALL
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]) AND side = (SELECT app_side()));

-- An administrator sees the invitations of the own organization and those that it sent.
ALTER TABLE invitation ENABLE ROW LEVEL SECURITY;
CREATE POLICY invitation_all ON invitation FOR ALL
  USING (inviter_id = (SELECT app_organization())
         OR (organization_id = (SELECT app_organization()) AND side = (SELECT app_side())));

-- Numbers are taken through app_next_number alone; sign-in tables and mails are read by the owner alone: no policy, no row.
ALTER TABLE number_series ENABLE ROW LEVEL SECURITY;
ALTER TABLE credential ENABLE ROW LEVEL SECURITY;
ALTER TABLE session ENABLE ROW LEVEL SECURITY;
ALTER TABLE password_reset ENABLE ROW LEVEL SECURITY;
ALTER TABLE mail ENABLE ROW LEVEL SECURITY;

-- ------------------------------------------------------------------------------------------------------------ events
ALTER TABLE event ENABLE ROW LEVEL SECURITY;
CREATE POLICY event_read ON event FOR SELECT USING (
  (side IS NULL OR side = (SELECT app_side()))
  AND (account_id = ANY ((SELECT app_accounts())::uuid[])
       OR (account_id IS NULL AND (organization_id = (SELECT app_organization())
                                   OR actor_organization_id = (SELECT app_organization())))));
CREATE POLICY event_insert ON event FOR INSERT WITH CHECK (
  actor_id = app_actor()
  AND (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[])));

-- ------------------------------------------------------------------------------------------------------------- files
-- An unattached file belongs to its uploader; an attached one is seen by whoever sees what it is attached to.
ALTER TABLE document_version_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE message_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE file ENABLE ROW LEVEL SECURITY;
CREATE POLICY file_read ON file FOR SELECT USING (
  uploaded_by_id = app_actor()
  OR EXISTS (SELECT 1 FROM document_version_file f WHERE f.file_id = file.id)
  OR EXISTS (SELECT 1 FROM message_file f WHERE f.file_id = file.id));
CREATE POLICY file_insert ON file FOR INSERT
  WITH CHECK (uploaded_by_id = app_actor() AND organization_id = (SELECT app_organization()));
CREATE POLICY file_update ON file FOR UPDATE USING (uploaded_by_id = app_actor());

-- --------------------------------------------------------------------------------------------------------- documents
-- The documents of which the actor's accounts are in the audience and a version was released.
CREATE FUNCTION app_documents() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public AS
$$
  SELECT coalesce(array_agg(DISTINCT d.id), '{}')
  FROM document_audience a JOIN document d ON d.id = a.document_id
  WHERE d.released_version_id IS NOT NULL
    AND (a.account_id = ANY (app_accounts())
         OR (a.account_id IS NULL AND a.organization_id = ANY (app_suppliers())))
$$;

ALTER TABLE document ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_supplier ON document FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY document_customer ON document FOR SELECT USING (
  (SELECT app_side()) = 'customer' AND id = ANY ((SELECT app_documents())::uuid[]));

ALTER TABLE document_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_version_supplier ON document_version FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY document_version_customer ON document_version FOR SELECT USING (
  (SELECT app_side()) = 'customer' AND status IN ('released', 'superseded', 'withdrawn')
  AND document_id = ANY ((SELECT app_documents())::uuid[]));

CREATE POLICY document_version_file_supplier ON document_version_file FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY document_version_file_customer ON document_version_file FOR SELECT USING (
  (SELECT app_side()) = 'customer'
  AND EXISTS (SELECT 1 FROM document_version v WHERE v.id = version_id));

ALTER TABLE document_audience ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_audience_supplier ON document_audience FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
         AND (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[])));
CREATE POLICY document_audience_customer ON document_audience FOR SELECT USING (
  (SELECT app_side()) = 'customer'
  AND (account_id = ANY ((SELECT app_accounts())::uuid[])
       OR (account_id IS NULL AND organization_id = ANY ((SELECT app_suppliers())::uuid[]))));

ALTER TABLE document_product ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_product_supplier ON document_product FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY document_product_customer ON document_product FOR SELECT USING (
  (SELECT app_side()) = 'customer' AND document_id = ANY ((SELECT app_documents())::uuid[]));

-- The supplier sees who read; a reader sees what is recorded about it.
ALTER TABLE document_reading ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_reading_supplier ON document_reading FOR SELECT USING (
  (SELECT app_side()) = 'supplier' AND account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY document_reading_reader ON document_reading FOR ALL
  USING (membership_id = app_actor())
  WITH CHECK (membership_id = app_actor() AND account_id = ANY ((SELECT app_accounts())::uuid[])
              AND EXISTS (SELECT 1 FROM document_version v WHERE v.id = version_id));

-- ----------------------------------------------------------------------------------------------------- consultations
ALTER TABLE consultation ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_all ON consultation FOR ALL USING (account_id = ANY ((SELECT app_accounts())::uuid[]));

-- Three lanes: shared; the supplier's side alone; the customer's side alone.
ALTER TABLE message ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_all ON message FOR ALL USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND (lane = 'shared' OR (lane = 'internal' AND (SELECT app_side()) = 'supplier')
                       OR (lane = 'private' AND (SELECT app_side()) = 'customer')))
  WITH CHECK (
  author_id = app_actor()
  AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND (lane = 'shared' OR (lane = 'internal' AND (SELECT app_side()) = 'supplier')
                       OR (lane = 'private' AND (SELECT app_side()) = 'customer'))
  AND EXISTS (SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.account_id = message.account_id));

CREATE POLICY message_file_all ON message_file FOR ALL USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND (lane = 'shared' OR (lane = 'internal' AND (SELECT app_side()) = 'supplier')
                       OR (lane = 'private' AND (SELECT app_side()) = 'customer')))
  WITH CHECK (EXISTS (SELECT 1 FROM message m WHERE m.id = message_id AND m.account_id = message_file.account_id
                                              AND m.lane = message_file.lane));

ALTER TABLE consultation_view ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_view_all ON consultation_view FOR ALL
  USING (membership_id = app_actor() AND account_id = ANY ((SELECT app_accounts())::uuid[]));

-- ------------------------------------------------------------------------------------------------------- comparisons
ALTER TABLE comparison ENABLE ROW LEVEL SECURITY;
CREATE POLICY comparison_all ON comparison FOR ALL USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND (status <> 'draft' OR (SELECT app_side()) = 'supplier'));

ALTER TABLE comparison_option ENABLE ROW LEVEL SECURITY;
CREATE POLICY comparison_option_all ON comparison_option FOR ALL USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id));

ALTER TABLE cost_line ENABLE ROW LEVEL SECURITY;
CREATE POLICY cost_line_all ON cost_line FOR ALL USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id));

ALTER TABLE assumption ENABLE ROW LEVEL SECURITY;
CREATE POLICY assumption_all ON assumption FOR ALL USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id));

ALTER TABLE comparison_signature ENABLE ROW LEVEL SECURITY;
CREATE POLICY comparison_signature_read ON comparison_signature FOR SELECT
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY comparison_signature_insert ON comparison_signature FOR INSERT WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[]) AND signed_by_id = app_actor() AND side = (SELECT app_side())
  AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id AND c.account_id = comparison_signature.account_id));

ALTER TABLE comparison_agreement ENABLE ROW LEVEL SECURITY;
CREATE POLICY comparison_agreement_read ON comparison_agreement FOR SELECT
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY comparison_agreement_insert ON comparison_agreement FOR INSERT WITH CHECK (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM comparison c WHERE c.id = comparison_id AND c.account_id = comparison_agreement.account_id));

-- ----------------------------------------------------------------------------------------------------- notifications
ALTER TABLE notification ENABLE ROW LEVEL SECURITY;
CREATE POLICY notification_own ON notification FOR ALL USING (membership_id = app_actor());

-- ------------------------------------------------------------------------------------------------ what never changes
CREATE FUNCTION app_refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% rows are insert-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation'; END $$;

CREATE TRIGGER event_insert_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER message_insert_only BEFORE UPDATE OR DELETE ON message FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER comparison_signature_insert_only BEFORE UPDATE OR DELETE ON comparison_signature
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER comparison_agreement_insert_only BEFORE UPDATE OR DELETE ON comparison_agreement
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- What a version says is fixed from submission on; only its way through the states goes on.
CREATE FUNCTION app_keep_version() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'document versions are never deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.document_id, NEW.organization_id, NEW.version, NEW.author_id, NEW.created_at)
     IS DISTINCT FROM (OLD.document_id, OLD.organization_id, OLD.version, OLD.author_id, OLD.created_at)
     OR (OLD.status <> 'draft' AND NEW.status <> 'draft'
         AND (NEW.title, NEW.body, NEW.language, NEW.change_note)
             IS DISTINCT FROM (OLD.title, OLD.body, OLD.language, OLD.change_note))
     OR (OLD.status NOT IN ('draft', 'submitted') AND NEW.status IN ('draft', 'submitted'))
     OR (OLD.status NOT IN ('draft', 'submitted')
         AND (NEW.released_at, NEW.released_by_id) IS DISTINCT FROM (OLD.released_at, OLD.released_by_id)) THEN
    RAISE EXCEPTION 'a released document version is immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER document_version_keep BEFORE UPDATE OR DELETE ON document_version
  FOR EACH ROW EXECUTE FUNCTION app_keep_version();

ALTER TABLE document_version ADD CONSTRAINT document_version_released_by_other
  CHECK (released_by_id IS NULL OR released_by_id <> author_id);

CREATE FUNCTION app_keep_version_file() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF EXISTS (SELECT 1 FROM document_version v
             WHERE v.id = coalesce(NEW.version_id, OLD.version_id) AND v.status <> 'draft') THEN
    RAISE EXCEPTION 'the files of a submitted document version are immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER document_version_file_keep BEFORE INSERT OR UPDATE OR DELETE ON document_version_file
  FOR EACH ROW EXECUTE FUNCTION app_keep_version_file();

-- ------------------------------------------------------------------------------------------- the event is the outbox
-- Every event queues its reaction in the same transaction and tells the processes that somebody may be looking.
CREATE FUNCTION app_event_recorded() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  PERFORM graphile_worker.add_job('react', json_build_object('eventId', NEW.id), max_attempts => 12);
  PERFORM pg_notify('event', json_build_object(
    'id', NEW.id, 'type', NEW.type, 'organizationId', NEW.organization_id, 'accountId', NEW.account_id,
    'side', NEW.side, 'subjectType', NEW.subject_type, 'subjectId', NEW.subject_id, 'actorId', NEW.actor_id)::text);
  RETURN NULL;
END
$$;
CREATE TRIGGER event_recorded AFTER INSERT ON event FOR EACH ROW EXECUTE FUNCTION app_event_recorded();
