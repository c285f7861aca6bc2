-- CreateEnum
CREATE TYPE "macro_reach" AS ENUM ('personal', 'team', 'function', 'organization');

-- CreateTable
CREATE TABLE "consultation_macro" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "reach" "macro_reach" NOT NULL,
    "owner_id" UUID,
    "function" "member_function",
    "account_id" UUID,
    "name" TEXT NOT NULL,
    "texts" JSONB NOT NULL,
    "takes_over" BOOLEAN NOT NULL DEFAULT false,
    "asks_back" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "retired_at" TIMESTAMPTZ(3),
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consultation_macro_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "macro_use" (
    "message_id" UUID NOT NULL,
    "macro_id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "used_by_id" UUID NOT NULL,
    "used_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "macro_use_pkey" PRIMARY KEY ("message_id")
);

-- CreateIndex
CREATE INDEX "consultation_macro_organization_id_side_idx" ON "consultation_macro"("organization_id", "side");

-- CreateIndex
CREATE INDEX "consultation_macro_account_id_idx" ON "consultation_macro"("account_id");

-- CreateIndex
CREATE INDEX "macro_use_macro_id_idx" ON "macro_use"("macro_id");

-- CreateIndex
CREATE INDEX "macro_use_account_id_idx" ON "macro_use"("account_id");

-- AddForeignKey
ALTER TABLE "consultation_macro" ADD CONSTRAINT "consultation_macro_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "macro_use" ADD CONSTRAINT "macro_use_macro_id_fkey" FOREIGN KEY ("macro_id") REFERENCES "consultation_macro"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------------------------------------------------------ macros
-- Read by the own side of the own organization; a personal one by its owner, a team's one by whoever may enter the account.
ALTER TABLE consultation_macro ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_macro_all ON consultation_macro FOR ALL USING (
  organization_id = (SELECT app_organization()) AND side = (SELECT app_side())
  AND (reach <> 'personal' OR owner_id = app_actor())
  AND (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[])))
  WITH CHECK (
  updated_by_id = app_actor() AND organization_id = (SELECT app_organization()) AND side = (SELECT app_side())
  AND (reach <> 'personal' OR owner_id = app_actor())
  AND (account_id IS NULL OR account_id = ANY ((SELECT app_accounts())::uuid[])));
ALTER TABLE consultation_macro ADD CONSTRAINT consultation_macro_reach CHECK (
  (reach = 'personal') = (owner_id IS NOT NULL) AND (reach = 'function') = (function IS NOT NULL)
  AND (reach = 'team') = (account_id IS NOT NULL));
CREATE TRIGGER consultation_macro_stays BEFORE DELETE ON consultation_macro
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- Counted in one's own name, for a message of one's own; read by whoever reads the macro and may enter the account.
ALTER TABLE macro_use ENABLE ROW LEVEL SECURITY;
CREATE POLICY macro_use_read ON macro_use FOR SELECT USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM consultation_macro c WHERE c.id = macro_id));
CREATE POLICY macro_use_insert ON macro_use FOR INSERT WITH CHECK (
  used_by_id = app_actor() AND EXISTS (SELECT 1 FROM consultation_macro c WHERE c.id = macro_id)
  AND EXISTS (SELECT 1 FROM message m
              WHERE m.id = message_id AND m.author_id = app_actor() AND m.consultation_id = macro_use.consultation_id
                AND m.account_id = macro_use.account_id));
CREATE TRIGGER macro_use_insert_only BEFORE UPDATE OR DELETE ON macro_use
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- CreateTable
CREATE TABLE "consultation_checklist" (
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "lane" "message_lane" NOT NULL,
    "name" TEXT NOT NULL,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "consultation_checklist_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_item" (
    "id" UUID NOT NULL,
    "checklist_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "lane" "message_lane" NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "assignee_id" UUID,
    "done_by_id" UUID,
    "done_at" TIMESTAMPTZ(3),

    CONSTRAINT "checklist_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_template" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "side" "side" NOT NULL,
    "function" "member_function",
    "name" TEXT NOT NULL,
    "items" TEXT[],
    "revision" INTEGER NOT NULL DEFAULT 1,
    "retired_at" TIMESTAMPTZ(3),
    "updated_by_id" UUID NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "checklist_template_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "consultation_checklist_consultation_id_idx" ON "consultation_checklist"("consultation_id");

-- CreateIndex
CREATE INDEX "checklist_item_checklist_id_position_idx" ON "checklist_item"("checklist_id", "position");

-- CreateIndex
CREATE INDEX "checklist_item_assignee_id_idx" ON "checklist_item"("assignee_id");

-- CreateIndex
CREATE INDEX "checklist_template_organization_id_side_idx" ON "checklist_template"("organization_id", "side");

-- AddForeignKey
ALTER TABLE "consultation_checklist" ADD CONSTRAINT "consultation_checklist_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_checklist_id_fkey" FOREIGN KEY ("checklist_id") REFERENCES "consultation_checklist"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_item" ADD CONSTRAINT "checklist_item_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- -------------------------------------------------------------------------------------------------------- checklists
-- Read and kept by whoever reads the lane: the supplier's own, the customer's own, or those of both.
ALTER TABLE consultation_checklist ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_checklist_all ON consultation_checklist FOR ALL USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND (lane = 'shared' OR (lane = 'internal' AND (SELECT app_side()) = 'supplier')
                       OR (lane = 'private' AND (SELECT app_side()) = 'customer')))
  WITH CHECK (
  started_by_id = app_actor() AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND (lane = 'shared' OR (lane = 'internal' AND (SELECT app_side()) = 'supplier')
                       OR (lane = 'private' AND (SELECT app_side()) = 'customer'))
  AND EXISTS (SELECT 1 FROM consultation c
              WHERE c.id = consultation_id AND c.account_id = consultation_checklist.account_id));
CREATE TRIGGER consultation_checklist_insert_only BEFORE DELETE ON consultation_checklist
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

ALTER TABLE checklist_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY checklist_item_all ON checklist_item FOR ALL USING (
  account_id = ANY ((SELECT app_accounts())::uuid[])
  AND (lane = 'shared' OR (lane = 'internal' AND (SELECT app_side()) = 'supplier')
                       OR (lane = 'private' AND (SELECT app_side()) = 'customer')))
  WITH CHECK (EXISTS (
    SELECT 1 FROM consultation_checklist l
    WHERE l.id = checklist_id AND l.account_id = checklist_item.account_id AND l.lane = checklist_item.lane));

-- Done in one's own name, given to whoever reads the list, and its words stay as they were.
CREATE FUNCTION app_keep_consultation_item() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  IF TG_OP = 'UPDATE' AND (NEW.checklist_id, NEW.account_id, NEW.lane, NEW.text)
                          IS DISTINCT FROM (OLD.checklist_id, OLD.account_id, OLD.lane, OLD.text) THEN
    RAISE EXCEPTION 'an item keeps its place and words' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.done_by_id IS NOT NULL AND app_actor() IS NOT NULL AND NEW.done_by_id <> app_actor()
     AND (TG_OP = 'INSERT' OR OLD.done_by_id IS DISTINCT FROM NEW.done_by_id) THEN
    RAISE EXCEPTION 'done in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.assignee_id IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.assignee_id IS DISTINCT FROM NEW.assignee_id)
     AND NOT app_reads_lane(NEW.assignee_id, NEW.account_id, NEW.lane) THEN
    RAISE EXCEPTION 'given to somebody who does not read it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER checklist_item_keep BEFORE INSERT OR UPDATE ON checklist_item
  FOR EACH ROW EXECUTE FUNCTION app_keep_consultation_item();
ALTER TABLE checklist_item ADD CONSTRAINT checklist_item_done CHECK ((done_by_id IS NULL) = (done_at IS NULL));

ALTER TABLE checklist_template ENABLE ROW LEVEL SECURITY;
CREATE POLICY checklist_template_all ON checklist_template FOR ALL USING (
  organization_id = (SELECT app_organization()) AND side = (SELECT app_side()))
  WITH CHECK (
  updated_by_id = app_actor() AND organization_id = (SELECT app_organization()) AND side = (SELECT app_side()));
