-- CreateEnum
CREATE TYPE "document_review_role" AS ENUM ('reviewer', 'approver');

-- CreateEnum
CREATE TYPE "document_review_origin" AS ENUM ('named', 'function', 'added');

-- CreateEnum
CREATE TYPE "document_review_verdict" AS ENUM ('approved', 'changes_requested');

-- AlterTable
ALTER TABLE "document_withdrawal" ADD COLUMN     "replacement_id" UUID;

-- CreateTable
CREATE TABLE "document_review_rule" (
    "id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "kind" "document_kind",
    "family_id" UUID,
    "reviewer_ids" UUID[],
    "reviewer_function" "member_function",
    "reviewer_count" INTEGER NOT NULL DEFAULT 0,
    "approver_id" UUID,
    "approver_function" "member_function",
    "checklist" TEXT[],
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_by_id" UUID NOT NULL,

    CONSTRAINT "document_review_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_review_round" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "submitted_by_id" UUID NOT NULL,
    "submitted_at" TIMESTAMPTZ(3) NOT NULL,
    "named_needed" INTEGER NOT NULL DEFAULT 0,
    "reviewer_function" "member_function",
    "function_needed" INTEGER NOT NULL DEFAULT 0,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_review_round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_review" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "role" "document_review_role" NOT NULL,
    "origin" "document_review_origin" NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "added_by_id" UUID NOT NULL,
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_review_decision" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "member_id" UUID NOT NULL,
    "verdict" "document_review_verdict" NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_review_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_checklist_item" (
    "id" UUID NOT NULL,
    "round_id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "checked_by_id" UUID,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "document_checklist_item_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "document_scheduled_release" (
    "version_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "release_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "document_scheduled_release_pkey" PRIMARY KEY ("version_id")
);

-- CreateIndex
CREATE INDEX "document_review_rule_organization_id_idx" ON "document_review_rule"("organization_id");

-- CreateIndex
CREATE INDEX "document_review_round_document_id_idx" ON "document_review_round"("document_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_review_round_version_id_number_key" ON "document_review_round"("version_id", "number");

-- CreateIndex
CREATE INDEX "document_review_member_id_idx" ON "document_review"("member_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_review_round_id_member_id_role_key" ON "document_review"("round_id", "member_id", "role");

-- CreateIndex
CREATE UNIQUE INDEX "document_review_decision_round_id_member_id_verdict_key" ON "document_review_decision"("round_id", "member_id", "verdict");

-- CreateIndex
CREATE UNIQUE INDEX "document_checklist_item_round_id_position_key" ON "document_checklist_item"("round_id", "position");

-- CreateIndex
CREATE INDEX "document_scheduled_release_release_at_idx" ON "document_scheduled_release"("release_at");

-- CreateIndex
CREATE INDEX "document_scheduled_release_document_id_idx" ON "document_scheduled_release"("document_id");

-- CreateIndex
CREATE INDEX "document_withdrawal_replacement_id_idx" ON "document_withdrawal"("replacement_id");

-- AddForeignKey
ALTER TABLE "document_review_rule" ADD CONSTRAINT "document_review_rule_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_review_rule" ADD CONSTRAINT "document_review_rule_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "product_family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_review_rule" ADD CONSTRAINT "document_review_rule_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_review_rule" ADD CONSTRAINT "document_review_rule_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_review_round" ADD CONSTRAINT "document_review_round_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_review_round" ADD CONSTRAINT "document_review_round_submitted_by_id_fkey" FOREIGN KEY ("submitted_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_review" ADD CONSTRAINT "document_review_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "document_review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_review" ADD CONSTRAINT "document_review_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_review" ADD CONSTRAINT "document_review_added_by_id_fkey" FOREIGN KEY ("added_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_review_decision" ADD CONSTRAINT "document_review_decision_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "document_review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_review_decision" ADD CONSTRAINT "document_review_decision_member_id_fkey" FOREIGN KEY ("member_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_checklist_item" ADD CONSTRAINT "document_checklist_item_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "document_review_round"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_checklist_item" ADD CONSTRAINT "document_checklist_item_checked_by_id_fkey" FOREIGN KEY ("checked_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_scheduled_release" ADD CONSTRAINT "document_scheduled_release_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_scheduled_release" ADD CONSTRAINT "document_scheduled_release_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_withdrawal" ADD CONSTRAINT "document_withdrawal_replacement_id_fkey" FOREIGN KEY ("replacement_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One rule per kind and family, where "any" counts as one of them as well.
CREATE UNIQUE INDEX document_review_rule_of ON document_review_rule (organization_id, kind, family_id) NULLS NOT DISTINCT;
-- At most one round of a version is open.
CREATE UNIQUE INDEX document_review_round_open ON document_review_round (version_id) WHERE closed_at IS NULL;
ALTER TABLE document_review_rule ADD CONSTRAINT document_review_rule_one_approver
  CHECK (approver_id IS NULL OR approver_function IS NULL);
ALTER TABLE document_checklist_item ADD CONSTRAINT document_checklist_item_checked
  CHECK ((checked_by_id IS NULL) = (checked_at IS NULL));

-- Reviews are the supplier's own: no customer sees a row of them, not even of a version that it reads.
ALTER TABLE document_review_rule ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_review_rule_supplier ON document_review_rule FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
              AND updated_by_id = app_actor()
              AND (family_id IS NULL OR EXISTS (
                SELECT 1 FROM product_family f
                WHERE f.id = family_id AND f.organization_id = document_review_rule.organization_id))
              AND NOT EXISTS (
                SELECT 1 FROM unnest(reviewer_ids || approver_id) AS named(id)
                WHERE named.id IS NOT NULL AND NOT EXISTS (
                  SELECT 1 FROM membership m WHERE m.id = named.id AND m.side = 'supplier'
                    AND m.organization_id = document_review_rule.organization_id)));

ALTER TABLE document_review_round ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_review_round_read ON document_review_round FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY document_review_round_insert ON document_review_round FOR INSERT WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier' AND submitted_by_id = app_actor()
  AND EXISTS (SELECT 1 FROM document_version v WHERE v.id = version_id AND v.document_id = document_review_round.document_id
                                                 AND v.organization_id = document_review_round.organization_id));
CREATE POLICY document_review_round_close ON document_review_round FOR UPDATE
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');

ALTER TABLE document_review ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_review_read ON document_review FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY document_review_insert ON document_review FOR INSERT WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier' AND added_by_id = app_actor()
  AND EXISTS (SELECT 1 FROM document_review_round r WHERE r.id = round_id AND r.version_id = document_review.version_id
                                                      AND r.closed_at IS NULL)
  AND EXISTS (SELECT 1 FROM membership m WHERE m.id = member_id AND m.side = 'supplier'
                                           AND m.organization_id = document_review.organization_id));

ALTER TABLE document_review_decision ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_review_decision_read ON document_review_decision FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY document_review_decision_insert ON document_review_decision FOR INSERT WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier' AND member_id = app_actor()
  AND EXISTS (SELECT 1 FROM document_review r JOIN document_review_round o ON o.id = r.round_id AND o.closed_at IS NULL
              WHERE r.round_id = document_review_decision.round_id
                AND r.version_id = document_review_decision.version_id AND r.member_id = app_actor()
                AND (r.role = 'reviewer' OR document_review_decision.verdict = 'changes_requested')));

ALTER TABLE document_checklist_item ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_checklist_item_read ON document_checklist_item FOR SELECT
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY document_checklist_item_insert ON document_checklist_item FOR INSERT WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
  AND checked_by_id IS NULL
  AND EXISTS (SELECT 1 FROM document_review_round r WHERE r.id = round_id AND r.closed_at IS NULL
                                                      AND r.version_id = document_checklist_item.version_id));
CREATE POLICY document_checklist_item_check ON document_checklist_item FOR UPDATE
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
         AND EXISTS (SELECT 1 FROM document_review_round r WHERE r.id = round_id AND r.closed_at IS NULL))
  WITH CHECK (checked_by_id IS NULL OR checked_by_id = app_actor());

ALTER TABLE document_scheduled_release ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_scheduled_release_supplier ON document_scheduled_release FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
              AND decided_by_id = app_actor()
              AND EXISTS (SELECT 1 FROM document_version v WHERE v.id = version_id AND v.author_id <> app_actor()
                            AND v.document_id = document_scheduled_release.document_id
                            AND v.organization_id = document_scheduled_release.organization_id));

-- What was decided stays as it was said.
CREATE TRIGGER document_review_decision_insert_only BEFORE UPDATE OR DELETE ON document_review_decision
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER document_review_keep BEFORE DELETE ON document_review
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER document_review_round_keep BEFORE DELETE ON document_review_round
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
CREATE TRIGGER document_checklist_item_keep BEFORE DELETE ON document_checklist_item
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- Of a round only its end is noted, once; of an item only the check.
CREATE FUNCTION app_keep_review_round() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF OLD.closed_at IS NOT NULL OR to_jsonb(NEW) - 'closed_at' IS DISTINCT FROM to_jsonb(OLD) - 'closed_at' THEN
    RAISE EXCEPTION 'a round is closed once and stays as it was' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER document_review_round_once BEFORE UPDATE ON document_review_round
  FOR EACH ROW EXECUTE FUNCTION app_keep_review_round();
CREATE FUNCTION app_keep_checklist_item() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF to_jsonb(NEW) - 'checked_by_id' - 'checked_at' IS DISTINCT FROM to_jsonb(OLD) - 'checked_by_id' - 'checked_at' THEN
    RAISE EXCEPTION 'the text of an item is fixed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER document_checklist_item_text BEFORE UPDATE ON document_checklist_item
  FOR EACH ROW EXECUTE FUNCTION app_keep_checklist_item();

-- Nobody reviews or approves their own words, whichever way the row came.
CREATE FUNCTION app_refuse_own_review() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public AS
$$
BEGIN
  IF EXISTS (SELECT 1 FROM document_version v WHERE v.id = NEW.version_id AND v.author_id = NEW.member_id) THEN
    RAISE EXCEPTION 'the author of a version does not review it' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER document_review_by_other BEFORE INSERT ON document_review
  FOR EACH ROW EXECUTE FUNCTION app_refuse_own_review();

-- The replacement of what is withdrawn is another released document of the same organization.
ALTER TABLE document_withdrawal ADD CONSTRAINT document_withdrawal_replaced_by_other CHECK (replacement_id <> document_id);
ALTER POLICY document_withdrawal_supplier ON document_withdrawal WITH CHECK (
  organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier' AND withdrawn_by_id = app_actor()
  AND EXISTS (SELECT 1 FROM document_version v
              WHERE v.id = version_id AND v.document_id = document_withdrawal.document_id
                AND v.organization_id = document_withdrawal.organization_id)
  AND (replacement_id IS NULL OR EXISTS (
        SELECT 1 FROM document d WHERE d.id = replacement_id AND d.released_version_id IS NOT NULL
          AND d.organization_id = document_withdrawal.organization_id)));
