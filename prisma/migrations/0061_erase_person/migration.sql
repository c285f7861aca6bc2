-- AlterTable
ALTER TABLE "membership" ADD COLUMN     "erased_at" TIMESTAMPTZ(3);

-- An event is never changed and never deleted, except that erasing a person replaces what names it: under a setting that
-- app_erase_person makes for its own transaction. The application's role may not update events in any case (no policy).
CREATE FUNCTION app_keep_event() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF TG_OP = 'UPDATE' AND current_setting('app.erasing', true) = 'on'
     AND (NEW.id, NEW.type, NEW.version, NEW.organization_id, NEW.account_id, NEW.side, NEW.subject_type, NEW.subject_id,
          NEW.actor_id, NEW.actor_organization_id, NEW.occurred_at, NEW.request_id)
         IS NOT DISTINCT FROM
         (OLD.id, OLD.type, OLD.version, OLD.organization_id, OLD.account_id, OLD.side, OLD.subject_type, OLD.subject_id,
          OLD.actor_id, OLD.actor_organization_id, OLD.occurred_at, OLD.request_id) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'event rows are insert-only' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
DROP TRIGGER event_insert_only ON event;
CREATE TRIGGER event_insert_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION app_keep_event();

-- What is erased stays erased.
CREATE FUNCTION app_keep_erased() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  RAISE EXCEPTION 'an erased membership is never changed' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER membership_keep_erased BEFORE UPDATE ON membership FOR EACH ROW
  WHEN (OLD.erased_at IS NOT NULL) EXECUTE FUNCTION app_keep_erased();

-- Every text of a JSON value that is exactly one of the names becomes the replacement. A JSON text begins and ends with a
-- quotation mark that no other text can hold unescaped, so nothing inside a longer text is touched.
CREATE FUNCTION app_replace_texts(value jsonb, names text[], replacement text) RETURNS jsonb LANGUAGE plpgsql IMMUTABLE AS
$$
DECLARE
  name text;
  body text := value::text;
BEGIN
  FOREACH name IN ARRAY names LOOP
    body := replace(body, to_jsonb(name)::text, to_jsonb(replacement)::text);
  END LOOP;
  RETURN body::jsonb;
END
$$;

-- Replaces a person's name, address and where it came from in everything that its organization recorded or shares. Who may
-- call it is asked here as well: an administrator of the same organization and side, of a deactivated member. If the person
-- is a member elsewhere, its sign-in stays there, and this membership gets one of its own that nobody can use.
-- What was declared, signed and chained as evidence stays as it is (app/decisions/034).
CREATE FUNCTION app_erase_person(member uuid, replacement text, spare uuid, at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
  known membership%ROWTYPE;
  person "user"%ROWTYPE;
  nowhere text := 'erased-' || member || '@erased.invalid';
  is_elsewhere boolean;
  is_name_shared boolean;
  names text[];
  accounts uuid[];
  affected uuid[];
  carried uuid[];
BEGIN
  SELECT m.* INTO known FROM membership m
  JOIN membership a ON a.organization_id = m.organization_id AND a.side = m.side
  WHERE m.id = member AND m.deactivated_at IS NOT NULL AND m.erased_at IS NULL
    AND a.id = app_actor() AND a.is_administrator AND a.deactivated_at IS NULL
  FOR UPDATE OF m;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'this person is not erased by this actor' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT u.* INTO person FROM "user" u WHERE u.id = known.user_id FOR UPDATE;
  is_elsewhere := EXISTS (SELECT 1 FROM membership m
                          WHERE m.user_id = person.id AND m.id <> member AND m.erased_at IS NULL);
  SELECT coalesce(array_agg(a.id), '{}') INTO accounts FROM account a
  WHERE known.organization_id IN (a.supplier_id, a.customer_id);

  -- Every name that the person had here.
  SELECT array_agg(DISTINCT n.name) INTO names FROM (
    SELECT known.name AS name
    UNION SELECT e.actor_name FROM event e WHERE e.actor_id = member
    UNION SELECT e.payload ->> 'name' FROM event e WHERE e.subject_type = 'member' AND e.subject_id = member
    UNION SELECT i.name FROM invitation i
          WHERE (i.organization_id = known.organization_id OR i.account_id = ANY (accounts)) AND i.email = person.email
  ) AS n WHERE n.name <> '';
  is_name_shared := EXISTS (SELECT 1 FROM membership m WHERE m.id <> member AND m.name = ANY (names));

  -- Events that are about it, and those that name it, as long as nobody else is called the same.
  SELECT coalesce(array_agg(e.id), '{}') INTO affected FROM event e
  WHERE (e.organization_id = known.organization_id OR e.actor_organization_id = known.organization_id
         OR e.account_id = ANY (accounts))
    AND (e.actor_id = member OR e.subject_id = member OR e.subject_id = person.id
         OR strpos(e.payload::text, member::text) > 0 OR strpos(e.payload::text, to_jsonb(person.email)::text) > 0
         OR (NOT is_name_shared AND app_replace_texts(e.payload, names, replacement) <> e.payload));

  PERFORM set_config('app.erasing', 'on', true);
  UPDATE event e SET
    actor_name = CASE WHEN e.actor_id = member THEN replacement ELSE e.actor_name END,
    ip_address = CASE WHEN e.actor_id = member OR e.subject_id = person.id THEN '' ELSE e.ip_address END,
    user_agent = CASE WHEN e.actor_id = member OR e.subject_id = person.id THEN '' ELSE e.user_agent END,
    payload = app_replace_texts(app_replace_texts(e.payload, names, replacement), ARRAY[person.email], nowhere)
  WHERE e.id = ANY (affected);
  PERFORM set_config('app.erasing', '', true);
  UPDATE notification n SET
    payload = app_replace_texts(app_replace_texts(n.payload, names, replacement), ARRAY[person.email], nowhere)
  WHERE n.event_id = ANY (affected);

  -- Mails of what it did lose their text. Those to the person also their address, and are not sent any more.
  SELECT coalesce(array_agg(DISTINCT n.mail_id), '{}') INTO carried FROM notification n
  WHERE n.membership_id = member AND n.mail_id IS NOT NULL;
  UPDATE mail m SET
    "to" = nowhere, subject = '', html = '', text = '', last_error = '', user_id = NULL,
    status = CASE WHEN m.status = 'queued' THEN 'failed' ELSE m.status END
  WHERE m.id = ANY (carried) OR (NOT is_elsewhere AND (m.user_id = person.id OR m."to" = person.email));
  UPDATE mail m SET subject = '', html = '', text = ''
  WHERE m.status <> 'queued'
    AND m.id IN (SELECT n.mail_id FROM notification n WHERE n.event_id = ANY (affected) AND n.mail_id IS NOT NULL);

  UPDATE invitation i SET name = replacement, email = nowhere
  WHERE (i.organization_id = known.organization_id OR i.account_id = ANY (accounts)) AND i.email = person.email;

  IF is_elsewhere THEN
    INSERT INTO "user" (id, email, language, time_zone, created_at)
    SELECT spare, nowhere, o.language, o.time_zone, at FROM organization o WHERE o.id = known.organization_id;
    DELETE FROM session s WHERE s.membership_id = member;
  ELSE
    DELETE FROM session s WHERE s.user_id = person.id;
    DELETE FROM password_reset r WHERE r.user_id = person.id;
    DELETE FROM credential c WHERE c.user_id = person.id;
    UPDATE "user" u SET email = nowhere, theme = 'system', language = o.language, time_zone = o.time_zone
    FROM organization o WHERE u.id = person.id AND o.id = known.organization_id;
  END IF;
  UPDATE membership m SET
    name = replacement, functions = '{}', is_administrator = false, erased_at = at,
    user_id = CASE WHEN is_elsewhere THEN spare ELSE m.user_id END
  WHERE m.id = member;
END
$$;
