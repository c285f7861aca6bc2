-- CreateTable
CREATE TABLE "consultation_decision" (
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "revision" TEXT NOT NULL,
    "conditions" TEXT NOT NULL,
    "approver_id" UUID,
    "valid_until" DATE,
    "recorded_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_rating" (
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "steps" SMALLINT NOT NULL,
    "word" TEXT NOT NULL,
    "rated_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_rating_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "consultation_decision_consultation_id_id_idx" ON "consultation_decision"("consultation_id", "id");

-- CreateIndex
CREATE INDEX "consultation_decision_valid_until_idx" ON "consultation_decision"("valid_until");

-- CreateIndex
CREATE INDEX "consultation_rating_consultation_id_id_idx" ON "consultation_rating"("consultation_id", "id");

-- AddForeignKey
ALTER TABLE "consultation_decision" ADD CONSTRAINT "consultation_decision_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_decision" ADD CONSTRAINT "consultation_decision_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_decision" ADD CONSTRAINT "consultation_decision_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_decision" ADD CONSTRAINT "consultation_decision_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_rating" ADD CONSTRAINT "consultation_rating_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_rating" ADD CONSTRAINT "consultation_rating_message_id_fkey" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_rating" ADD CONSTRAINT "consultation_rating_rated_by_id_fkey" FOREIGN KEY ("rated_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Both sides of the account read what an answer decides and how it served; the supplier writes the one, the customer the
-- other, each in its own name and about a message of that thread that both sides read.
ALTER TABLE consultation_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_decision_read ON consultation_decision FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY consultation_decision_write ON consultation_decision FOR INSERT WITH CHECK (
  recorded_by_id = app_actor() AND (SELECT app_side()) = 'supplier'
  AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM message m WHERE m.id = message_id AND m.consultation_id = consultation_decision.consultation_id
                AND m.account_id = consultation_decision.account_id AND m.lane = 'shared'));
CREATE TRIGGER consultation_decision_insert_only BEFORE UPDATE OR DELETE ON consultation_decision
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

ALTER TABLE consultation_rating ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_rating_read ON consultation_rating FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY consultation_rating_write ON consultation_rating FOR INSERT WITH CHECK (
  rated_by_id = app_actor() AND (SELECT app_side()) = 'customer'
  AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM message m WHERE m.id = message_id AND m.consultation_id = consultation_rating.consultation_id
                AND m.account_id = consultation_rating.account_id AND m.lane = 'shared'));
CREATE TRIGGER consultation_rating_insert_only BEFORE UPDATE OR DELETE ON consultation_rating
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
ALTER TABLE consultation_rating ADD CONSTRAINT consultation_rating_steps CHECK (steps BETWEEN 1 AND 5);
