-- CreateTable
CREATE TABLE "absence" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "first_day" DATE NOT NULL,
    "last_day" DATE NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "deputy_id" UUID,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routing_rule" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "function" "member_function",
    "family_id" UUID,
    "language" TEXT,
    "calendar_id" UUID,
    "during_hours" BOOLEAN NOT NULL DEFAULT true,
    "member_ids" UUID[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID NOT NULL,

    CONSTRAINT "routing_rule_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "absence_membership_id_ends_at_idx" ON "absence"("membership_id", "ends_at");

-- CreateIndex
CREATE INDEX "absence_organization_id_ends_at_idx" ON "absence"("organization_id", "ends_at");

-- CreateIndex
CREATE INDEX "absence_deputy_id_idx" ON "absence"("deputy_id");

-- CreateIndex
CREATE INDEX "routing_rule_organization_id_position_id_idx" ON "routing_rule"("organization_id", "position", "id");

-- CreateIndex
CREATE INDEX "routing_rule_family_id_idx" ON "routing_rule"("family_id");

-- CreateIndex
CREATE INDEX "routing_rule_calendar_id_idx" ON "routing_rule"("calendar_id");

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_deputy_id_fkey" FOREIGN KEY ("deputy_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "absence" ADD CONSTRAINT "absence_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_rule" ADD CONSTRAINT "routing_rule_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "product_family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_rule" ADD CONSTRAINT "routing_rule_calendar_id_fkey" FOREIGN KEY ("calendar_id") REFERENCES "service_calendar"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_rule" ADD CONSTRAINT "routing_rule_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE absence ADD CONSTRAINT absence_days CHECK (first_day <= last_day);
ALTER TABLE absence ADD CONSTRAINT absence_deputy CHECK (deputy_id <> membership_id);
ALTER TABLE routing_rule ADD CONSTRAINT routing_rule_members CHECK (cardinality(member_ids) BETWEEN 1 AND 20);

-- ---------------------------------------------------------------------------------------------- who reads and writes
-- Who is away, and who takes what, is known to the colleagues of the supplier's side alone. Everybody tells of the own
-- absence, an administrator of everybody's.
ALTER TABLE absence ENABLE ROW LEVEL SECURITY;
CREATE POLICY absence_read ON absence FOR SELECT
  USING ((SELECT app_side()) = 'supplier' AND organization_id = (SELECT app_organization()));
CREATE POLICY absence_insert ON absence FOR INSERT WITH CHECK (
  recorded_by_id = app_actor() AND (SELECT app_side()) = 'supplier' AND organization_id = (SELECT app_organization())
  AND (membership_id = app_actor() OR app_administers(organization_id))
  AND EXISTS (SELECT 1 FROM membership m
              WHERE m.id = membership_id AND m.organization_id = absence.organization_id AND m.side = 'supplier'));
CREATE POLICY absence_update ON absence FOR UPDATE
  USING (organization_id = (SELECT app_organization()) AND (membership_id = app_actor() OR app_administers(organization_id)));

CREATE FUNCTION app_absence_only_ends() RETURNS trigger LANGUAGE plpgsql SET search_path = public AS
$$
BEGIN
  IF NEW.ends_at > OLD.ends_at
     OR (to_jsonb(NEW) - 'ends_at') IS DISTINCT FROM (to_jsonb(OLD) - 'ends_at') THEN
    RAISE EXCEPTION 'an absence only ends earlier';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER absence_only_ends BEFORE UPDATE ON absence FOR EACH ROW EXECUTE FUNCTION app_absence_only_ends();
CREATE TRIGGER absence_stays BEFORE DELETE ON absence FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

ALTER TABLE routing_rule ENABLE ROW LEVEL SECURITY;
CREATE POLICY routing_rule_read ON routing_rule FOR SELECT
  USING ((SELECT app_side()) = 'supplier' AND organization_id = (SELECT app_organization()));
CREATE POLICY routing_rule_write ON routing_rule FOR ALL
  USING (app_administers(organization_id)) WITH CHECK (app_administers(organization_id) AND updated_by_id = app_actor());

-- A customer who asks causes a question to be routed without reading the rules or who is away: what routing needs to know,
-- for those who have an account with this supplier, or belong to it.
CREATE FUNCTION app_routing(supplier uuid, at timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
$$
  SELECT jsonb_build_object(
    'rules', (
      SELECT coalesce(jsonb_agg(jsonb_build_object(
        'id', r.id, 'function', r.function, 'familyId', r.family_id, 'language', r.language,
        'calendarId', r.calendar_id, 'duringHours', r.during_hours, 'memberIds', r.member_ids)
        ORDER BY r.position, r.id), '[]')
      FROM routing_rule r WHERE r.organization_id = supplier),
    'absent', (
      SELECT coalesce(jsonb_object_agg(a.membership_id, a.deputy_id), '{}')
      FROM absence a WHERE a.organization_id = supplier AND a.starts_at <= at AND at < a.ends_at))
  WHERE supplier = ANY (app_suppliers())
$$;
