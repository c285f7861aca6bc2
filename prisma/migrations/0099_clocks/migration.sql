-- CreateEnum
CREATE TYPE "urgency" AS ENUM ('question', 'blocks_work', 'line_stopped', 'safety');

-- CreateEnum
CREATE TYPE "clock_kind" AS ENUM ('first_response', 'next_response', 'solution');

-- CreateEnum
CREATE TYPE "clock_state" AS ENUM ('running', 'paused', 'met', 'breached');

-- CreateEnum
CREATE TYPE "reopening" AS ENUM ('continue', 'new_cycle');

-- CreateEnum
CREATE TYPE "clock_alert_kind" AS ENUM ('soon', 'breached');

-- AlterTable
ALTER TABLE "consultation" ADD COLUMN     "urgency" "urgency" NOT NULL DEFAULT 'question';

-- CreateTable
CREATE TABLE "service_calendar" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "time_zone" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_calendar_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_calendar_version" (
    "id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "week" JSONB NOT NULL,
    "days" JSONB NOT NULL,
    "moves_open" BOOLEAN NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_calendar_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_level" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "account_id" UUID,
    "function" "member_function",
    "calendar_id" UUID NOT NULL,
    "effective_on" DATE NOT NULL,
    "pauses_while_waiting" BOOLEAN NOT NULL,
    "pauses_as_agreed" BOOLEAN NOT NULL,
    "reopening" "reopening" NOT NULL,
    "warn_at_percent" INTEGER NOT NULL,
    "moves_open" BOOLEAN NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "service_level_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "service_target" (
    "level_id" UUID NOT NULL,
    "urgency" "urgency" NOT NULL,
    "first_response" INTEGER,
    "next_response" INTEGER,
    "solution" INTEGER,

    CONSTRAINT "service_target_pkey" PRIMARY KEY ("level_id","urgency")
);

-- CreateTable
CREATE TABLE "consultation_clock" (
    "consultation_id" UUID NOT NULL,
    "kind" "clock_kind" NOT NULL,
    "cycle" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "urgency" "urgency" NOT NULL,
    "level_id" UUID NOT NULL,
    "calendar_id" UUID NOT NULL,
    "state" "clock_state" NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),
    "target" BIGINT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "warn_at" TIMESTAMPTZ(3),
    "breached_at" TIMESTAMPTZ(3),
    "counted" BIGINT,
    "resumes_at" TIMESTAMPTZ(3),

    CONSTRAINT "consultation_clock_pkey" PRIMARY KEY ("consultation_id","kind","cycle")
);

-- CreateTable
CREATE TABLE "clock_alert" (
    "consultation_id" UUID NOT NULL,
    "kind" "clock_kind" NOT NULL,
    "cycle" INTEGER NOT NULL,
    "what" "clock_alert_kind" NOT NULL,
    "account_id" UUID NOT NULL,
    "sent_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "clock_alert_pkey" PRIMARY KEY ("consultation_id","kind","cycle","what")
);

-- CreateTable
CREATE TABLE "clock_recomputation" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "cause_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "consultations" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "clock_recomputation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clock_move" (
    "recomputation_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "kind" "clock_kind" NOT NULL,
    "cycle" INTEGER NOT NULL,
    "account_id" UUID NOT NULL,
    "state_before" "clock_state",
    "state_after" "clock_state",
    "due_before" TIMESTAMPTZ(3),
    "due_after" TIMESTAMPTZ(3),

    CONSTRAINT "clock_move_pkey" PRIMARY KEY ("recomputation_id","consultation_id","kind","cycle")
);

-- CreateIndex
CREATE UNIQUE INDEX "service_calendar_organization_id_name_key" ON "service_calendar"("organization_id", "name");

-- CreateIndex
CREATE INDEX "service_calendar_version_calendar_id_effective_on_id_idx" ON "service_calendar_version"("calendar_id", "effective_on", "id");

-- CreateIndex
CREATE INDEX "service_level_organization_id_effective_on_id_idx" ON "service_level"("organization_id", "effective_on", "id");

-- CreateIndex
CREATE INDEX "service_level_account_id_idx" ON "service_level"("account_id");

-- CreateIndex
CREATE INDEX "consultation_clock_account_id_idx" ON "consultation_clock"("account_id");

-- CreateIndex
CREATE INDEX "consultation_clock_state_due_at_idx" ON "consultation_clock"("state", "due_at");

-- CreateIndex
CREATE INDEX "consultation_clock_breached_at_idx" ON "consultation_clock"("breached_at");

-- CreateIndex
CREATE INDEX "clock_recomputation_cause_id_idx" ON "clock_recomputation"("cause_id");

-- AddForeignKey
ALTER TABLE "service_calendar_version" ADD CONSTRAINT "service_calendar_version_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "service_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_calendar_version" ADD CONSTRAINT "service_calendar_version_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_level" ADD CONSTRAINT "service_level_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "service_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_level" ADD CONSTRAINT "service_level_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_level" ADD CONSTRAINT "service_level_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "service_target" ADD CONSTRAINT "service_target_level_id_fkey" FOREIGN KEY ("level_id") REFERENCES "service_level"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_clock" ADD CONSTRAINT "consultation_clock_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock_move" ADD CONSTRAINT "clock_move_recomputation_id_fkey" FOREIGN KEY ("recomputation_id") REFERENCES "clock_recomputation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clock_move" ADD CONSTRAINT "clock_move_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE service_level ADD CONSTRAINT service_level_warning CHECK (warn_at_percent BETWEEN 10 AND 99);
ALTER TABLE service_target ADD CONSTRAINT service_target_minutes CHECK (
  first_response BETWEEN 1 AND 120000 AND next_response BETWEEN 1 AND 120000 AND solution BETWEEN 1 AND 120000);
ALTER TABLE service_calendar_version ADD CONSTRAINT service_calendar_version_shape CHECK (
  jsonb_typeof(week) = 'array' AND jsonb_array_length(week) = 7 AND jsonb_typeof(days) = 'object');
ALTER TABLE consultation_clock ADD CONSTRAINT consultation_clock_state CHECK (
  (state = 'breached') = (breached_at IS NOT NULL) AND (state <> 'met' OR stopped_at IS NOT NULL)
  AND (state NOT IN ('running', 'paused') OR stopped_at IS NULL));

-- ---------------------------------------------------------------------------------------------- who reads and writes
-- Calendars and what is promised to everybody: the supplier and its customers. What is promised to an account: its two sides.
-- The supplier's administrators write them.
CREATE FUNCTION app_administers(organization uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS
$$
  SELECT EXISTS (SELECT 1 FROM membership m
                 WHERE m.id = app_actor() AND m.deactivated_at IS NULL AND m.is_administrator
                   AND m.side = 'supplier' AND m.organization_id = organization)
$$;

ALTER TABLE service_calendar ENABLE ROW LEVEL SECURITY;
CREATE POLICY service_calendar_read ON service_calendar FOR SELECT
  USING (organization_id = ANY ((SELECT app_suppliers())::uuid[]));
CREATE POLICY service_calendar_insert ON service_calendar FOR INSERT WITH CHECK (app_administers(organization_id));

ALTER TABLE service_calendar_version ENABLE ROW LEVEL SECURITY;
CREATE POLICY service_calendar_version_read ON service_calendar_version FOR SELECT
  USING (organization_id = ANY ((SELECT app_suppliers())::uuid[]));
CREATE POLICY service_calendar_version_insert ON service_calendar_version FOR INSERT WITH CHECK (
  app_administers(organization_id) AND decided_by_id = app_actor()
  AND EXISTS (SELECT 1 FROM service_calendar c
              WHERE c.id = calendar_id AND c.organization_id = service_calendar_version.organization_id));

ALTER TABLE service_level ENABLE ROW LEVEL SECURITY;
CREATE POLICY service_level_read ON service_level FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  OR (account_id IS NULL AND organization_id = ANY ((SELECT app_suppliers())::uuid[])));
CREATE POLICY service_level_insert ON service_level FOR INSERT WITH CHECK (
  app_administers(organization_id) AND decided_by_id = app_actor()
  AND (account_id IS NULL OR (account_id = ANY ((SELECT app_accounts())::uuid[])
       AND EXISTS (SELECT 1 FROM account a WHERE a.id = account_id AND a.supplier_id = service_level.organization_id)))
  AND EXISTS (SELECT 1 FROM service_calendar c
              WHERE c.id = calendar_id AND c.organization_id = service_level.organization_id));

ALTER TABLE service_target ENABLE ROW LEVEL SECURITY;
CREATE POLICY service_target_read ON service_target FOR SELECT
  USING (EXISTS (SELECT 1 FROM service_level l WHERE l.id = level_id));
CREATE POLICY service_target_insert ON service_target FOR INSERT WITH CHECK (
  EXISTS (SELECT 1 FROM service_level l WHERE l.id = level_id AND app_administers(l.organization_id)));

-- Clocks are worked out by jobs, on the owner's connection: nobody writes one. Both sides read the same.
ALTER TABLE consultation_clock ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_clock_read ON consultation_clock FOR SELECT
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]));

ALTER TABLE clock_alert ENABLE ROW LEVEL SECURITY;
CREATE POLICY clock_alert_read ON clock_alert FOR SELECT
  USING ((SELECT app_side()) = 'supplier' AND account_id = ANY ((SELECT app_accounts())::uuid[]));

ALTER TABLE clock_recomputation ENABLE ROW LEVEL SECURITY;
CREATE POLICY clock_recomputation_read ON clock_recomputation FOR SELECT
  USING ((SELECT app_side()) = 'supplier' AND organization_id = (SELECT app_organization()));

ALTER TABLE clock_move ENABLE ROW LEVEL SECURITY;
CREATE POLICY clock_move_read ON clock_move FOR SELECT
  USING ((SELECT app_side()) = 'supplier' AND account_id = ANY ((SELECT app_accounts())::uuid[]));

-- ------------------------------------------------------------------------------------------------ what never changes
CREATE TRIGGER service_calendar_insert_only BEFORE UPDATE OR DELETE ON service_calendar
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER service_calendar_version_insert_only BEFORE UPDATE OR DELETE ON service_calendar_version
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER service_level_insert_only BEFORE UPDATE OR DELETE ON service_level
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER service_target_insert_only BEFORE UPDATE OR DELETE ON service_target
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER clock_alert_insert_only BEFORE UPDATE OR DELETE ON clock_alert
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
