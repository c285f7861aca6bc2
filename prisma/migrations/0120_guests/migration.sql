-- A guest: somebody of a third organization in one consultation, until a day (app/decisions/117). Its membership is of an
-- organization of its own that has no account, so no policy there is knows it. What it reads and writes comes and goes through
-- the functions at the end of this file alone: in its name every table is empty.

-- AlterTable
ALTER TABLE "membership" ADD COLUMN "is_guest" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "consultation_guest" (
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "membership_id" UUID,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "organization_name" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "grade" "participant_grade" NOT NULL,
    "sees_from" TIMESTAMPTZ(3),
    "ends_on" DATE NOT NULL,
    "time_zone" TEXT NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "wants_mail" BOOLEAN NOT NULL DEFAULT true,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "token_hash" TEXT NOT NULL,
    "invited_by_id" UUID NOT NULL,
    "invited_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "accepted_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    "reminded_at" TIMESTAMPTZ(3),
    "told_event_id" UUID,

    CONSTRAINT "consultation_guest_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "consultation_guest_membership_id_key" ON "consultation_guest"("membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "consultation_guest_token_hash_key" ON "consultation_guest"("token_hash");

-- CreateIndex
CREATE INDEX "consultation_guest_consultation_id_idx" ON "consultation_guest"("consultation_id");

-- CreateIndex
CREATE INDEX "consultation_guest_account_id_idx" ON "consultation_guest"("account_id");

-- CreateIndex
CREATE INDEX "consultation_guest_ends_at_idx" ON "consultation_guest"("ends_at");

-- AddForeignKey
ALTER TABLE "consultation_guest" ADD CONSTRAINT "consultation_guest_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_guest" ADD CONSTRAINT "consultation_guest_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_guest" ADD CONSTRAINT "consultation_guest_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE consultation_guest ADD CONSTRAINT consultation_guest_grade CHECK (grade <> 'decide');
-- An address is a guest of a consultation once: a longer time is given to the one that there is.
CREATE UNIQUE INDEX consultation_guest_once ON consultation_guest (consultation_id, email) WHERE ended_at IS NULL;

-- -------------------------------------------------------------------------------------- a guest is of no side and no organization
-- Each function that asks who the actor is begins with its active membership: of all of them a guest's is none.
DO $do$
DECLARE
  asked constant text := '(m\.)?id = (app_actor\(\)|actor) AND (m\.)?deactivated_at IS NULL';
  each regprocedure;
BEGIN
  FOR each IN SELECT p.oid FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosrc ~ asked LOOP
    EXECUTE regexp_replace(pg_get_functiondef(each), asked, '\& AND NOT \1is_guest', 'g');
  END LOOP;
  IF (SELECT count(*) FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosrc ~ asked
        AND p.proname IN ('app_side', 'app_organization', 'app_accounts', 'app_organizations', 'app_suppliers', 'app_functions')
        AND p.prosrc ~ 'is_guest') <> 6 THEN
    RAISE EXCEPTION 'a function that asks who the actor is was not found';
  END IF;
END
$do$;

-- A seat as a guest is no membership to act as: it has pages of its own.
CREATE OR REPLACE FUNCTION app_memberships() RETURNS TABLE (id uuid, organization_name text, side side)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS
$$
  SELECT m.id, o.name, m.side
  FROM membership present
  JOIN membership m ON m.user_id = present.user_id AND m.deactivated_at IS NULL AND NOT m.is_guest
  JOIN organization o ON o.id = m.organization_id
  WHERE present.id = app_actor() AND present.deactivated_at IS NULL AND NOT present.is_guest
  ORDER BY o.name
$$;

CREATE TRIGGER membership_guest_stays BEFORE UPDATE ON membership FOR EACH ROW
  WHEN (OLD.is_guest IS DISTINCT FROM NEW.is_guest) EXECUTE FUNCTION app_refuse_change();

-- ------------------------------------------------------------------------------------------------ both sides know of it
ALTER TABLE consultation_guest ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_guest_read ON consultation_guest FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]) OR consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_guest_insert ON consultation_guest FOR INSERT WITH CHECK (
  invited_by_id = app_actor() AND side = (SELECT app_side()) AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND membership_id IS NULL AND accepted_at IS NULL AND ended_at IS NULL
  AND EXISTS (SELECT 1 FROM consultation c WHERE c.id = consultation_id AND c.account_id = consultation_guest.account_id));
CREATE POLICY consultation_guest_update ON consultation_guest FOR UPDATE
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]));

-- Either side ends it; the time, the grade and the link are of the side that invited. What has ended stays so.
CREATE FUNCTION app_keep_guest() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS
$$
DECLARE
  own text[] := ARRAY['ends_on', 'time_zone', 'ends_at', 'grade', 'token_hash', 'reminded_at'];
  free text[] := ARRAY['revision', 'ended_at', 'ended_by_id'];
BEGIN
  IF OLD.side = app_side() THEN free := free || own; END IF;
  IF OLD.ended_at IS NOT NULL OR to_jsonb(NEW) - free IS DISTINCT FROM to_jsonb(OLD) - free
     OR NEW.revision <> OLD.revision + 1
     OR (NEW.ended_at IS NOT NULL AND NEW.ended_by_id IS DISTINCT FROM app_actor()) THEN
    RAISE EXCEPTION 'of a guest only the time changes, and it ends once' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER consultation_guest_keep BEFORE UPDATE ON consultation_guest FOR EACH ROW
  WHEN (current_setting('role') <> 'none' AND pg_trigger_depth() = 0) EXECUTE FUNCTION app_keep_guest();

-- Their names, to whoever reads where they are guests.
CREATE FUNCTION app_guests_known() RETURNS uuid[]
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT ARRAY (
    SELECT g.membership_id FROM consultation_guest g
    WHERE g.membership_id IS NOT NULL
      AND (g.account_id = ANY (app_accounts()) OR g.consultation_id = ANY (app_lent())))
$$;
CREATE POLICY membership_guest_read ON membership FOR SELECT
  USING (is_guest AND id = ANY ((SELECT app_guests_known())::uuid[]));

-- -------------------------------------------------------------------------------------------------------- how it ends
-- With the account, with the consultation's going on in another one, and with the person. Nothing of it comes back.
CREATE FUNCTION app_end_guests() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  UPDATE consultation_guest SET ended_at = now(), revision = revision + 1
  WHERE ended_at IS NULL AND CASE TG_TABLE_NAME WHEN 'account' THEN account_id = NEW.id
                                                WHEN 'consultation' THEN consultation_id = NEW.id
                                                ELSE membership_id = NEW.id END;
  RETURN NULL;
END
$$;
CREATE TRIGGER account_end_guests AFTER UPDATE ON account FOR EACH ROW
  WHEN ((OLD.closed_at IS NULL AND NEW.closed_at IS NOT NULL)
        OR (OLD.customer_id, OLD.supplier_id) IS DISTINCT FROM (NEW.customer_id, NEW.supplier_id))
  EXECUTE FUNCTION app_end_guests();
CREATE TRIGGER consultation_end_guests AFTER UPDATE ON consultation FOR EACH ROW
  WHEN (OLD.account_id IS DISTINCT FROM NEW.account_id OR (NEW.status = 'merged' AND OLD.status IS DISTINCT FROM NEW.status))
  EXECUTE FUNCTION app_end_guests();
CREATE TRIGGER membership_end_guest AFTER UPDATE ON membership FOR EACH ROW
  WHEN (NEW.is_guest AND OLD.deactivated_at IS NULL AND NEW.deactivated_at IS NOT NULL) EXECUTE FUNCTION app_end_guests();

-- ----------------------------------------------------------------------------------------------- what a guest may do
-- The one consultation in which the actor is a guest at this moment, with this grade at least.
CREATE FUNCTION app_guest(wanted participant_grade DEFAULT 'read') RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT g.consultation_id FROM consultation_guest g
  JOIN membership m ON m.id = g.membership_id AND m.is_guest AND m.deactivated_at IS NULL
  JOIN consultation c ON c.id = g.consultation_id AND c.account_id = g.account_id AND c.status <> 'merged'
  JOIN account a ON a.id = g.account_id AND a.closed_at IS NULL
  WHERE g.membership_id = app_actor() AND g.accepted_at IS NOT NULL AND g.ended_at IS NULL AND now() < g.ends_at
    AND g.grade >= wanted
$$;

CREATE FUNCTION app_is_guest() RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT EXISTS (SELECT 1 FROM membership WHERE id = app_actor() AND is_guest) $$;

-- Its number and subject, and between whom it is.
CREATE FUNCTION app_guest_consultation() RETURNS TABLE (
  id uuid, account_id uuid, organization_id uuid, number integer, subject text, supplier text, customer text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT c.id, c.account_id, c.organization_id, c.number, c.subject, s.name, k.name
  FROM consultation c JOIN account a ON a.id = c.account_id
  JOIN organization s ON s.id = a.supplier_id JOIN organization k ON k.id = a.customer_id
  WHERE c.id = app_guest()
$$;

-- What both sides said there since the guest was let in, and who said it: no member's id, function or address.
CREATE FUNCTION app_guest_messages(before uuid, most integer) RETURNS TABLE (
  id uuid, author text, organization text, side side, is_guest boolean, is_mine boolean,
  body text, language text, created_at timestamptz, edited_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT m.id, coalesce(w.name, ''), coalesce(o.name, ''), w.side, w.is_guest, w.id = app_actor(),
         m.body, m.language, m.created_at, m.edited_at
  FROM consultation_guest g
  JOIN message m ON m.consultation_id = g.consultation_id AND m.account_id = g.account_id AND m.lane = 'shared'
                AND (g.sees_from IS NULL OR m.created_at >= g.sees_from)
  JOIN membership w ON w.id = m.author_id JOIN organization o ON o.id = w.organization_id
  WHERE g.membership_id = app_actor() AND g.consultation_id = app_guest() AND (before IS NULL OR m.id < before)
  ORDER BY m.id DESC LIMIT most
$$;

CREATE FUNCTION app_guest_files() RETURNS TABLE (message_id uuid, id uuid, name text, size bigint, type text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT f.message_id, x.id, x.name, x.size, x.type
  FROM consultation_guest g
  JOIN message m ON m.consultation_id = g.consultation_id AND m.account_id = g.account_id AND m.lane = 'shared'
                AND (g.sees_from IS NULL OR m.created_at >= g.sees_from)
  JOIN message_file f ON f.message_id = m.id AND f.lane = 'shared' JOIN file x ON x.id = f.file_id
  WHERE g.membership_id = app_actor() AND g.consultation_id = app_guest()
  ORDER BY f.message_id, f.position
$$;

-- Of what is cited there the title in force alone: no number, no version, nothing to follow.
CREATE FUNCTION app_guest_citations() RETURNS TABLE (message_id uuid, title text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT DISTINCT m.id, v.title
  FROM consultation_guest g
  JOIN message m ON m.consultation_id = g.consultation_id AND m.account_id = g.account_id AND m.lane = 'shared'
                AND (g.sees_from IS NULL OR m.created_at >= g.sees_from)
  JOIN citation n ON n.message_id = m.id AND n.lane = 'shared' JOIN document_version v ON v.id = n.cited_version_id
  WHERE g.membership_id = app_actor() AND g.consultation_id = app_guest() AND v.status <> 'draft'
$$;

-- What a guest writes is for both sides, and is neither's: the thread moves up in the lists, and its state stays.
CREATE FUNCTION app_guest_write(message uuid, words text, wording text, at timestamptz, files uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
  place uuid := app_guest('write');
  account uuid;
  taken integer;
BEGIN
  UPDATE consultation SET last_activity_at = greatest(last_activity_at, at) WHERE id = place RETURNING account_id INTO account;
  IF account IS NULL THEN
    RAISE EXCEPTION 'what a guest writes violates row-level security policy' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO message (id, consultation_id, account_id, author_id, lane, body, language, created_at)
  VALUES (message, place, account, app_actor(), 'shared', words, wording, at);
  UPDATE file SET attached_at = at
  -- Whoever is a member elsewhere sends files as such.
  WHERE id = ANY (files) AND status = 'complete' AND attached_at IS NULL AND uploaded_by_id IN (
    SELECT o.id FROM membership me JOIN membership o ON o.user_id = me.user_id WHERE me.id = app_actor());
  GET DIAGNOSTICS taken = ROW_COUNT;
  IF taken <> cardinality(files) THEN
    RAISE EXCEPTION 'what a guest attaches violates row-level security policy' USING ERRCODE = 'insufficient_privilege';
  END IF;
  INSERT INTO message_file (message_id, file_id, consultation_id, account_id, lane, position)
  SELECT message, each.id, place, account, 'shared', each.position - 1 FROM unnest(files) WITH ORDINALITY AS each (id, position);
END
$$;

-- Of files a guest sends its own, while it may write, and sees these until they are attached.
CREATE FUNCTION app_guest_organization() RETURNS uuid
LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp AS
$$ SELECT organization_id FROM membership WHERE id = app_actor() AND is_guest AND app_guest('write') IS NOT NULL $$;
CREATE POLICY file_guest_insert ON file FOR INSERT
  WITH CHECK (uploaded_by_id = app_actor() AND organization_id = (SELECT app_guest_organization()));

-- How often the person behind the actor is a guest somewhere at present: the way there stands in its menu.
CREATE FUNCTION app_guest_seats() RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT count(*)::integer FROM membership present
  JOIN membership m ON m.user_id = present.user_id AND m.is_guest AND m.deactivated_at IS NULL
  JOIN consultation_guest g ON g.membership_id = m.id AND g.ended_at IS NULL AND now() < g.ends_at
  WHERE present.id = app_actor()
$$;

-- Of events a guest leaves these two, of its consultation, and reads none.
CREATE POLICY event_guest_insert ON event FOR INSERT WITH CHECK (
  actor_id = app_actor() AND side IS NULL AND subject_type = 'consultation' AND subject_id = (SELECT app_guest())
  AND (type = 'consultation.guestDownloaded' OR (type = 'consultation.guestWrote' AND subject_id = (SELECT app_guest('write'))))
  AND EXISTS (SELECT 1 FROM app_guest_consultation() c
              WHERE c.account_id = event.account_id AND c.organization_id = event.organization_id));
CREATE POLICY event_of_guests ON event AS RESTRICTIVE FOR INSERT WITH CHECK (
  NOT (SELECT app_is_guest())
  OR (subject_id = (SELECT app_guest()) AND type IN ('consultation.guestDownloaded', 'consultation.guestWrote')));
