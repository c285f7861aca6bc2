-- CreateEnum
CREATE TYPE "reaction_kind" AS ENUM ('helpful', 'same_here');

-- AlterTable
ALTER TABLE "message" ADD COLUMN     "edited_at" TIMESTAMPTZ(3),
ADD COLUMN     "edits" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "message_wording" (
    "message_id" UUID NOT NULL,
    "edit" INTEGER NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "lane" "message_lane" NOT NULL,
    "body" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "message_wording_pkey" PRIMARY KEY ("message_id","edit")
);

-- CreateTable
CREATE TABLE "message_mention" (
    "message_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "lane" "message_lane" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_mention_pkey" PRIMARY KEY ("message_id","membership_id")
);

-- CreateTable
CREATE TABLE "message_reaction" (
    "message_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "kind" "reaction_kind" NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "lane" "message_lane" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "message_reaction_pkey" PRIMARY KEY ("message_id","membership_id","kind")
);

-- CreateTable
CREATE TABLE "message_quote" (
    "message_id" UUID NOT NULL,
    "quoted_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "lane" "message_lane" NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "message_quote_pkey" PRIMARY KEY ("message_id")
);

-- CreateIndex
CREATE INDEX "message_mention_membership_id_idx" ON "message_mention"("membership_id");

-- CreateIndex
CREATE INDEX "message_reaction_consultation_id_idx" ON "message_reaction"("consultation_id");

-- CreateIndex
CREATE INDEX "message_reaction_membership_id_idx" ON "message_reaction"("membership_id");

-- CreateIndex
CREATE INDEX "message_quote_quoted_id_idx" ON "message_quote"("quoted_id");

-- AddForeignKey
ALTER TABLE "message_wording" ADD CONSTRAINT "message_wording_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_mention" ADD CONSTRAINT "message_mention_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_mention" ADD CONSTRAINT "message_mention_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_reaction" ADD CONSTRAINT "message_reaction_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_reaction" ADD CONSTRAINT "message_reaction_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_quote" ADD CONSTRAINT "message_quote_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "message_quote" ADD CONSTRAINT "message_quote_quoted_id_fkey" FOREIGN KEY ("quoted_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------------------------------------------- words are put anew
-- What was accepted, written down as a decision, or rated stands in the words in which it was, and what that quotes with it.
CREATE FUNCTION app_message_stands(message_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT EXISTS (SELECT 1 FROM message m JOIN consultation c ON c.id = m.consultation_id
                 WHERE m.id = $1 AND c.accepted_message_id = m.id)
      OR EXISTS (SELECT 1 FROM consultation_decision d JOIN message m ON m.id = $1
                 WHERE d.consultation_id = m.consultation_id AND d.message_id = m.id)
      OR EXISTS (SELECT 1 FROM consultation_rating r JOIN message m ON m.id = $1
                 WHERE r.consultation_id = m.consultation_id AND r.message_id = m.id)
      OR EXISTS (SELECT 1 FROM event e JOIN message m ON m.id = $1
                 WHERE e.subject_id = m.consultation_id AND e.type = 'consultation.accepted'
                   AND e.payload ->> 'messageId' = m.id::text)
      OR EXISTS (SELECT 1 FROM message_quote q JOIN consultation c ON c.id = q.consultation_id
                 WHERE q.quoted_id = $1
                   AND (c.accepted_message_id = q.message_id
                        OR EXISTS (SELECT 1 FROM consultation_decision d
                                   WHERE d.consultation_id = c.id AND d.message_id = q.message_id)))
$$;

-- A message is never changed and never deleted, except that its author words it anew: one more edit, its time, and the
-- former wording is kept by this very statement. That the author alone does it says the policy of message.
CREATE FUNCTION app_keep_message() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  IF TG_OP = 'DELETE'
     OR (NEW.id, NEW.consultation_id, NEW.account_id, NEW.author_id, NEW.lane, NEW.created_at)
        IS DISTINCT FROM (OLD.id, OLD.consultation_id, OLD.account_id, OLD.author_id, OLD.lane, OLD.created_at)
     OR NEW.edits <> OLD.edits + 1 OR NEW.edited_at IS NULL THEN
    RAISE EXCEPTION 'message rows are insert-only' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF app_message_stands(OLD.id) THEN
    RAISE EXCEPTION 'what was accepted stands in its words' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  INSERT INTO message_wording (message_id, edit, consultation_id, account_id, lane, body, language, written_at)
  VALUES (OLD.id, OLD.edits, OLD.consultation_id, OLD.account_id, OLD.lane, OLD.body, OLD.language,
          coalesce(OLD.edited_at, OLD.created_at));
  RETURN NEW;
END
$$;
DROP TRIGGER message_insert_only ON message;
CREATE TRIGGER message_insert_only BEFORE UPDATE OR DELETE ON message FOR EACH ROW EXECUTE FUNCTION app_keep_message();

-- Whoever reads a message reads what it said before. Nobody writes here but the trigger.
ALTER TABLE message_wording ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_wording_read ON message_wording FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND (lane = 'shared' OR (lane = 'internal' AND (SELECT app_side()) = 'supplier')
                       OR (lane = 'private' AND (SELECT app_side()) = 'customer')));
CREATE TRIGGER message_wording_insert_only BEFORE UPDATE OR DELETE ON message_wording
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- What a message cites stands as the message does: its author may take a citation out by wording it anew.
ALTER POLICY citation_delete ON citation USING (
  (version_id IS NOT NULL AND (SELECT app_side()) = 'supplier' AND EXISTS (
    SELECT 1 FROM document_version v WHERE v.id = version_id AND v.organization_id = (SELECT app_organization())
                                       AND v.released_at IS NULL))
  OR (assumption_id IS NOT NULL AND account_id = ANY ((SELECT app_accounts())::uuid[])
      AND EXISTS (SELECT 1 FROM membership m WHERE m.id = created_by_id AND m.side = (SELECT app_side())))
  OR (message_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM message m WHERE m.id = message_id AND m.author_id = app_actor() AND m.edits > 0)
      AND NOT app_message_stands(message_id)));

-- ------------------------------------------------------------------------------------------------ who is mentioned
-- Whether a member reads a lane of an account at present: an active one who can enter it, of the lane's side.
CREATE FUNCTION app_reads_lane(member uuid, account uuid, lane message_lane) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS
$$
  SELECT EXISTS (
    SELECT 1 FROM membership m JOIN account a ON a.id = account
    WHERE m.id = member AND m.deactivated_at IS NULL
      AND ((m.side = 'supplier' AND lane <> 'private' AND a.supplier_id = m.organization_id
            AND (NOT a.is_restricted OR EXISTS (
              SELECT 1 FROM team_member t WHERE t.account_id = a.id AND t.membership_id = m.id)))
        OR (m.side = 'customer' AND lane <> 'internal' AND a.customer_id = m.organization_id AND a.closed_at IS NULL)))
$$;

-- Written by the author of the message, of whoever reads it; read by whoever reads it.
ALTER TABLE message_mention ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_mention_read ON message_mention FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND (lane = 'shared' OR (lane = 'internal' AND (SELECT app_side()) = 'supplier')
                       OR (lane = 'private' AND (SELECT app_side()) = 'customer')));
CREATE POLICY message_mention_insert ON message_mention FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM message m
          WHERE m.id = message_id AND m.author_id = app_actor() AND m.account_id = message_mention.account_id
            AND m.lane = message_mention.lane AND m.consultation_id = message_mention.consultation_id)
  AND app_reads_lane(membership_id, account_id, lane));
CREATE TRIGGER message_mention_insert_only BEFORE UPDATE OR DELETE ON message_mention
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- ------------------------------------------------------------------------------------------------------- reactions
-- Read by whoever reads the message; given in one's own name to somebody else's words, and taken back as they were given.
ALTER TABLE message_reaction ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_reaction_read ON message_reaction FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND (lane = 'shared' OR (lane = 'internal' AND (SELECT app_side()) = 'supplier')
                       OR (lane = 'private' AND (SELECT app_side()) = 'customer')));
CREATE POLICY message_reaction_insert ON message_reaction FOR INSERT WITH CHECK (
  membership_id = app_actor()
  AND EXISTS (SELECT 1 FROM message m
              WHERE m.id = message_id AND m.author_id <> app_actor() AND m.account_id = message_reaction.account_id
                AND m.lane = message_reaction.lane AND m.consultation_id = message_reaction.consultation_id));
CREATE POLICY message_reaction_delete ON message_reaction FOR DELETE USING (membership_id = app_actor());
CREATE TRIGGER message_reaction_keep BEFORE UPDATE ON message_reaction
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- ----------------------------------------------------------------------------------------------------------- quotes
-- Written by the author of the message that quotes, of a message of the same thread: one that both sides read, or a note
-- of the same lane. So nothing of a note reaches the other side through a quote.
ALTER TABLE message_quote ENABLE ROW LEVEL SECURITY;
CREATE POLICY message_quote_read ON message_quote FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND (lane = 'shared' OR (lane = 'internal' AND (SELECT app_side()) = 'supplier')
                       OR (lane = 'private' AND (SELECT app_side()) = 'customer')));
CREATE POLICY message_quote_insert ON message_quote FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM message m
          WHERE m.id = message_id AND m.author_id = app_actor() AND m.account_id = message_quote.account_id
            AND m.lane = message_quote.lane AND m.consultation_id = message_quote.consultation_id)
  AND EXISTS (SELECT 1 FROM message q
              WHERE q.id = quoted_id AND q.consultation_id = message_quote.consultation_id
                AND (q.lane = 'shared' OR q.lane = message_quote.lane)));
CREATE TRIGGER message_quote_insert_only BEFORE UPDATE OR DELETE ON message_quote
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
