-- Mails and notifications are written beside a command or by a reaction; these functions are the only way in.

-- Composes a mail for the job queue. The application's role has no right to read mails, so it cannot insert either.
CREATE FUNCTION app_queue_mail(mail_id uuid, recipient uuid, address text, template text, language text, subject text,
                               html text, plain text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  INSERT INTO mail (id, user_id, "to", template, language, subject, html, text)
  VALUES (mail_id, recipient, address, template, language, subject, html, plain);
  -- One at a time: a mail server that hangs holds up mails, not the other jobs.
  PERFORM graphile_worker.add_job('sendMail', json_build_object('mailId', mail_id), queue_name => 'mail', max_attempts => 12);
END
$$;

-- Which of these members may see a record at this moment. Called on the application's role, it puts itself in the
-- place of each one in turn, so that row-level security itself gives the answer, in one statement for all of them.
CREATE FUNCTION app_who_sees(members uuid[], event_account uuid, event_side side, record_kind text, record_id uuid)
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
        WHEN 'comparison' THEN EXISTS (SELECT 1 FROM comparison c WHERE c.id = record_id)
        WHEN 'account' THEN EXISTS (SELECT 1 FROM account a WHERE a.id = record_id)
        ELSE true
      END;
    END IF;
    IF sees THEN RETURN NEXT member; END IF;
  END LOOP;
  PERFORM set_config('app.actor', coalesce(before, ''), true);
END
$$;

-- Writes the bell of each member (a trigger wakes their open pages) and schedules one mail per member and window: a
-- job that waits already keeps its time. A repeated reaction finds the rows there and does nothing.
CREATE FUNCTION app_notify(heard uuid, members uuid[], ids uuid[], "window" interval) RETURNS integer
LANGUAGE plpgsql SECURITY INVOKER SET search_path = public AS
$$
DECLARE rung integer;
BEGIN
  WITH inserted AS (
    INSERT INTO notification (id, membership_id, event_id, account_id, type, subject_type, subject_id, payload, created_at)
    SELECT m.id, m.member, e.id, e.account_id, e.type, e.subject_type, e.subject_id,
           jsonb_build_object('actor', e.actor_name) || e.payload, e.occurred_at
    FROM event e, unnest(ids, members) AS m (id, member)
    WHERE e.id = heard
    ON CONFLICT (membership_id, event_id) DO NOTHING
    RETURNING membership_id
  ), told AS (
    SELECT graphile_worker.add_job('digest', json_build_object('membershipId', membership_id),
             run_at => now() + "window", job_key => 'digest:' || membership_id, job_key_mode => 'preserve_run_at',
             max_attempts => 12) AS job
    FROM inserted
  )
  SELECT count(*) INTO rung FROM told;
  RETURN rung;
END
$$;

-- What the next mail of a member collects.
CREATE INDEX notification_unmailed ON notification (membership_id, id) WHERE mail_id IS NULL AND read_at IS NULL;

-- The bell falls silent about an account on the day that its owner leaves it.
DROP POLICY notification_own ON notification;
CREATE POLICY notification_own ON notification FOR ALL USING (
  membership_id = app_actor() AND (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[])));
