-- CreateEnum
CREATE TYPE "received_mail_status" AS ENUM ('received', 'taken', 'held', 'refused', 'ignored', 'discarded');

-- AlterTable
ALTER TABLE "mail" ADD COLUMN     "bounced_at" TIMESTAMPTZ(3),
ADD COLUMN     "reply_to" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "reply_to_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "thread" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "received_mail" (
    "id" UUID NOT NULL,
    "way" TEXT NOT NULL,
    "message_id" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "envelope_from" TEXT NOT NULL,
    "client_address" TEXT NOT NULL DEFAULT '',
    "client_name" TEXT NOT NULL DEFAULT '',
    "raw_key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "from_address" TEXT NOT NULL DEFAULT '',
    "subject" TEXT NOT NULL DEFAULT '',
    "status" "received_mail_status" NOT NULL DEFAULT 'received',
    "reason" TEXT NOT NULL DEFAULT '',
    "user_id" UUID,
    "membership_id" UUID,
    "organization_id" UUID,
    "side" "side",
    "account_id" UUID,
    "supplier_id" UUID,
    "consultation_id" UUID,
    "lane" "message_lane",
    "function" "member_function",
    "posted_message_id" UUID,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "received_mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reply_address" (
    "token_hash" TEXT NOT NULL,
    "consultation_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "lane" "message_lane" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reply_address_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "question_address" (
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "question_address_pkey" PRIMARY KEY ("organization_id")
);

-- CreateIndex
CREATE INDEX "received_mail_message_id_recipient_idx" ON "received_mail"("message_id", "recipient");

-- CreateIndex
CREATE INDEX "received_mail_organization_id_id_idx" ON "received_mail"("organization_id", "id");

-- CreateIndex
CREATE INDEX "received_mail_user_id_id_idx" ON "received_mail"("user_id", "id");

-- CreateIndex
CREATE INDEX "received_mail_status_received_at_idx" ON "received_mail"("status", "received_at");

-- CreateIndex
CREATE INDEX "reply_address_membership_id_idx" ON "reply_address"("membership_id");

-- CreateIndex
CREATE UNIQUE INDEX "question_address_name_key" ON "question_address"("name");

-- CreateIndex
CREATE INDEX "mail_thread_id_idx" ON "mail"("thread", "id");

-- One mail to one address becomes one message, whatever the jobs do.
CREATE UNIQUE INDEX received_mail_taken_once ON received_mail (message_id, recipient) WHERE status = 'taken';

-- The person in whose name a mail came sees and settles it. An administrator sees that it came, unless it belongs to an
-- account that the administrator cannot enter. Rows are written by jobs, on the owner's connection.
ALTER TABLE received_mail ENABLE ROW LEVEL SECURITY;
CREATE POLICY received_mail_own ON received_mail FOR SELECT USING (
  (SELECT app_side()) IS NOT NULL
  AND user_id = (SELECT m.user_id FROM membership m WHERE m.id = app_actor()));
CREATE POLICY received_mail_settle ON received_mail FOR UPDATE USING (
  (SELECT app_side()) IS NOT NULL
  AND user_id = (SELECT m.user_id FROM membership m WHERE m.id = app_actor()));
CREATE POLICY received_mail_administrator ON received_mail FOR SELECT USING (
  organization_id = (SELECT app_organization()) AND side = (SELECT app_side())
  AND (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[]))
  AND EXISTS (SELECT 1 FROM membership m WHERE m.id = app_actor() AND m.is_administrator));

-- What an address stands for is read by jobs alone: no policy, no row.
ALTER TABLE reply_address ENABLE ROW LEVEL SECURITY;

ALTER TABLE question_address ENABLE ROW LEVEL SECURITY;
CREATE POLICY question_address_read ON question_address FOR SELECT
  USING (organization_id = ANY ((SELECT app_suppliers())::uuid[]));
CREATE POLICY question_address_write ON question_address FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
         AND EXISTS (SELECT 1 FROM membership m WHERE m.id = app_actor() AND m.is_administrator));

-- Whoever is erased leaves no address and no words in the list of mails, and its reply addresses end. The whole mails are
-- removed from the storage by the next sweep.
CREATE FUNCTION app_forget_mails() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  UPDATE received_mail SET
    from_address = '', envelope_from = '', subject = '', user_id = NULL,
    status = CASE WHEN status IN ('received', 'held') THEN 'discarded'::received_mail_status ELSE status END,
    settled_at = coalesce(settled_at, NEW.erased_at)
  WHERE membership_id = NEW.id OR (membership_id IS NULL AND user_id = OLD.user_id);
  DELETE FROM reply_address WHERE membership_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER membership_forget_mails AFTER UPDATE ON membership FOR EACH ROW
  WHEN (OLD.erased_at IS NULL AND NEW.erased_at IS NOT NULL) EXECUTE FUNCTION app_forget_mails();
