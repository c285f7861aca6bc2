-- What rang about a document or a comparison names its title. Whoever lost the function that it was for, hears no more of it:
-- neither on the bell, nor in a mail that had not left yet. The rules are those of the scopes of documents and comparisons.
CREATE FUNCTION app_functions() RETURNS member_function[] LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS
$$
  SELECT coalesce((SELECT functions FROM membership WHERE id = app_actor() AND deactivated_at IS NULL), '{}')
$$;

-- The lines of an audience have a policy of their own, which asks for the account and the family.
ALTER POLICY notification_own ON notification USING (
  membership_id = app_actor() AND (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[]))
  AND ((SELECT app_side()) = 'supplier'
       OR CASE subject_type
            WHEN 'document' THEN EXISTS (
              SELECT 1 FROM document_audience a
              WHERE a.document_id = subject_id AND a.functions && (SELECT app_functions())::member_function[])
            WHEN 'comparison' THEN
              (SELECT app_functions())::member_function[] && ARRAY['purchasing', 'engineering']::member_function[]
            ELSE true
          END));

CREATE OR REPLACE FUNCTION app_who_sees(members uuid[], event_account uuid, event_side side, record_kind text, record_id uuid)
RETURNS SETOF uuid LANGUAGE plpgsql VOLATILE SECURITY INVOKER SET search_path = public AS
$$
DECLARE
  before text := current_setting('app.actor', true);
  member uuid;
  actor_side side;
  sees boolean;
BEGIN
  FOREACH member IN ARRAY members LOOP
    PERFORM set_config('app.actor', member::text, true);
    actor_side := app_side();
    sees := actor_side IS NOT NULL
      AND (event_side IS NULL OR event_side = actor_side)
      AND (event_account IS NULL OR event_account = ANY (app_accounts()));
    IF sees THEN
      sees := CASE record_kind
        WHEN 'consultation' THEN EXISTS (SELECT 1 FROM consultation c WHERE c.id = record_id)
        WHEN 'document' THEN EXISTS (SELECT 1 FROM document d WHERE d.id = record_id)
          AND (actor_side = 'supplier' OR EXISTS (
            SELECT 1 FROM document_audience a WHERE a.document_id = record_id AND a.functions && app_functions()))
        WHEN 'comparison' THEN EXISTS (SELECT 1 FROM comparison c WHERE c.id = record_id)
          AND (actor_side = 'supplier'
               OR app_functions() && ARRAY['purchasing', 'engineering']::member_function[])
        WHEN 'account' THEN EXISTS (SELECT 1 FROM account a WHERE a.id = record_id)
        ELSE true
      END;
    END IF;
    IF sees THEN RETURN NEXT member; END IF;
  END LOOP;
  PERFORM set_config('app.actor', coalesce(before, ''), true);
END
$$;

-- A mail that waits for its server is asked for what it tells.
CREATE INDEX notification_mail_id_idx ON notification (mail_id) WHERE mail_id IS NOT NULL;
