-- CreateTable
CREATE TABLE "consultation_part" (
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "question" TEXT NOT NULL,
    "function" "member_function" NOT NULL,
    "owner_id" UUID,
    "due_on" DATE NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "contribution" TEXT NOT NULL DEFAULT '',
    "contributed_by_id" UUID,
    "contributed_at" TIMESTAMPTZ(3),
    "returned_words" TEXT NOT NULL DEFAULT '',
    "withdrawn_at" TIMESTAMPTZ(3),
    "withdrawn_reason" TEXT NOT NULL DEFAULT '',
    "assembly_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "consultation_part_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consultation_assembly" (
    "id" UUID NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "functions" "member_function"[],
    "revision" INTEGER NOT NULL DEFAULT 1,
    "assembled_by_id" UUID NOT NULL,
    "assembled_at" TIMESTAMPTZ(3) NOT NULL,
    "message_id" UUID,
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "consultation_assembly_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assembly_sign_off" (
    "assembly_id" UUID NOT NULL,
    "revision" INTEGER NOT NULL,
    "function" "member_function" NOT NULL,
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "signed_by_id" UUID NOT NULL,
    "signed_at" TIMESTAMPTZ(3) NOT NULL,
    "objection" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "assembly_sign_off_pkey" PRIMARY KEY ("assembly_id","revision","function")
);

-- CreateIndex
CREATE INDEX "consultation_part_consultation_id_position_idx" ON "consultation_part"("consultation_id", "position");

-- CreateIndex
CREATE INDEX "consultation_part_account_id_idx" ON "consultation_part"("account_id");

-- CreateIndex
CREATE INDEX "consultation_part_owner_id_idx" ON "consultation_part"("owner_id");

-- CreateIndex
CREATE INDEX "consultation_part_assembly_id_idx" ON "consultation_part"("assembly_id");

-- CreateIndex
CREATE INDEX "consultation_assembly_consultation_id_idx" ON "consultation_assembly"("consultation_id");

-- CreateIndex
CREATE INDEX "consultation_assembly_account_id_idx" ON "consultation_assembly"("account_id");

-- CreateIndex
CREATE INDEX "assembly_sign_off_account_id_idx" ON "assembly_sign_off"("account_id");

-- AddForeignKey
ALTER TABLE "consultation_part" ADD CONSTRAINT "consultation_part_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_part" ADD CONSTRAINT "consultation_part_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_part" ADD CONSTRAINT "consultation_part_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_part" ADD CONSTRAINT "consultation_part_contributed_by_id_fkey" FOREIGN KEY ("contributed_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_part" ADD CONSTRAINT "consultation_part_assembly_id_fkey" FOREIGN KEY ("assembly_id") REFERENCES "consultation_assembly"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_assembly" ADD CONSTRAINT "consultation_assembly_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_assembly" ADD CONSTRAINT "consultation_assembly_assembled_by_id_fkey" FOREIGN KEY ("assembled_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "consultation_assembly" ADD CONSTRAINT "consultation_assembly_released_by_id_fkey" FOREIGN KEY ("released_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assembly_sign_off" ADD CONSTRAINT "assembly_sign_off_assembly_id_fkey" FOREIGN KEY ("assembly_id") REFERENCES "consultation_assembly"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assembly_sign_off" ADD CONSTRAINT "assembly_sign_off_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ------------------------------------------------------------------------------------------------------------- parts
-- Of the supplier alone. Whoever works on the account keeps them; of the lent, who writes contributes to what is theirs, and who
-- decides keeps them as well.
ALTER TABLE consultation_part ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_part_all ON consultation_part FOR ALL
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (account_id = ANY ((SELECT app_accounts())::uuid[]) AND (SELECT app_side()) = 'supplier'
    AND EXISTS (SELECT 1 FROM consultation c
                WHERE c.id = consultation_id AND c.account_id = consultation_part.account_id));
CREATE POLICY consultation_part_lent_read ON consultation_part FOR SELECT
  USING (consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_part_lent_insert ON consultation_part FOR INSERT WITH CHECK (
  consultation_id = ANY ((SELECT app_lent('decide'))::uuid[])
  AND EXISTS (SELECT 1 FROM consultation c
              WHERE c.id = consultation_id AND c.account_id = consultation_part.account_id));
CREATE POLICY consultation_part_lent_update ON consultation_part FOR UPDATE
  USING (consultation_id = ANY ((SELECT app_lent('decide'))::uuid[])
         OR (owner_id = app_actor() AND consultation_id = ANY ((SELECT app_lent('write'))::uuid[])));
CREATE POLICY consultation_part_by_writers ON consultation_part AS RESTRICTIVE FOR INSERT
  WITH CHECK (asked_by_id = app_actor() AND app_writes_in(consultation_id, account_id));
CREATE TRIGGER consultation_part_stays BEFORE DELETE ON consultation_part
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
ALTER TABLE consultation_part ADD CONSTRAINT consultation_part_contributed
  CHECK ((contributed_by_id IS NULL) = (contributed_at IS NULL));

-- Contributed in one's own name; what was released stays as it was; who owns it reads it.
CREATE FUNCTION app_keep_part() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
DECLARE
  actor uuid := app_actor();
BEGIN
  IF actor IS NULL THEN RETURN NEW; END IF;
  IF NEW.owner_id IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.owner_id IS DISTINCT FROM NEW.owner_id)
     AND (NOT EXISTS (SELECT 1 FROM membership m WHERE m.id = NEW.owner_id AND m.side = 'supplier')
          OR NOT (app_reads_lane(NEW.owner_id, NEW.account_id, 'internal')
                  OR app_is_lent(NEW.owner_id, NEW.consultation_id))) THEN
    RAISE EXCEPTION 'given to somebody who does not read it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.contributed_by_id IS NOT NULL AND NEW.contributed_by_id <> actor
     AND (TG_OP = 'INSERT' OR OLD.contributed_by_id IS DISTINCT FROM NEW.contributed_by_id) THEN
    RAISE EXCEPTION 'contributed in the own name' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.id, NEW.consultation_id, NEW.account_id, NEW.position, NEW.asked_by_id, NEW.asked_at)
       IS DISTINCT FROM (OLD.id, OLD.consultation_id, OLD.account_id, OLD.position, OLD.asked_by_id, OLD.asked_at)
       OR NEW.revision <> OLD.revision + 1
       OR OLD.withdrawn_at IS NOT NULL
       OR EXISTS (SELECT 1 FROM consultation_assembly a WHERE a.id = OLD.assembly_id AND a.released_at IS NOT NULL) THEN
      RAISE EXCEPTION 'a part stays where it was asked, and as it was released' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    -- Of the lent, who writes alone changes the words of the contribution and nothing else.
    IF NEW.account_id <> ALL (app_accounts()) AND NEW.consultation_id <> ALL (app_lent('decide'))
       AND (NEW.question, NEW.function, NEW.owner_id, NEW.due_on, NEW.returned_words, NEW.withdrawn_at, NEW.assembly_id)
           IS DISTINCT FROM (OLD.question, OLD.function, OLD.owner_id, OLD.due_on, OLD.returned_words, OLD.withdrawn_at, OLD.assembly_id) THEN
      RAISE EXCEPTION 'of a part that is theirs they write the contribution' USING ERRCODE = 'insufficient_privilege';
    END IF;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER consultation_part_keep BEFORE INSERT OR UPDATE ON consultation_part
  FOR EACH ROW EXECUTE FUNCTION app_keep_part();

-- -------------------------------------------------------------------------------------------------------- assemblies
ALTER TABLE consultation_assembly ENABLE ROW LEVEL SECURITY;
CREATE UNIQUE INDEX consultation_assembly_one ON consultation_assembly (consultation_id) WHERE released_at IS NULL;
CREATE POLICY consultation_assembly_all ON consultation_assembly FOR ALL
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]) AND (SELECT app_side()) = 'supplier')
  WITH CHECK (account_id = ANY ((SELECT app_accounts())::uuid[]) AND (SELECT app_side()) = 'supplier'
    AND EXISTS (SELECT 1 FROM consultation c
                WHERE c.id = consultation_id AND c.account_id = consultation_assembly.account_id));
CREATE POLICY consultation_assembly_lent_read ON consultation_assembly FOR SELECT
  USING (consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY consultation_assembly_lent_insert ON consultation_assembly FOR INSERT WITH CHECK (
  consultation_id = ANY ((SELECT app_lent('decide'))::uuid[])
  AND EXISTS (SELECT 1 FROM consultation c
              WHERE c.id = consultation_id AND c.account_id = consultation_assembly.account_id));
CREATE POLICY consultation_assembly_lent_update ON consultation_assembly FOR UPDATE
  USING (consultation_id = ANY ((SELECT app_lent('decide'))::uuid[]));
CREATE POLICY consultation_assembly_by_writers ON consultation_assembly AS RESTRICTIVE FOR INSERT
  WITH CHECK (assembled_by_id = app_actor() AND app_writes_in(consultation_id, account_id));
CREATE TRIGGER consultation_assembly_stays BEFORE DELETE ON consultation_assembly
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();

-- Released once, in one's own name, with every signature of the revision that goes out.
CREATE FUNCTION app_keep_assembly() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  IF app_actor() IS NULL THEN RETURN NEW; END IF;
  IF OLD.released_at IS NOT NULL
     OR (NEW.id, NEW.consultation_id, NEW.account_id, NEW.assembled_by_id, NEW.assembled_at)
        IS DISTINCT FROM (OLD.id, OLD.consultation_id, OLD.account_id, OLD.assembled_by_id, OLD.assembled_at)
     OR ((NEW.body, NEW.functions) IS DISTINCT FROM (OLD.body, OLD.functions) AND NEW.revision <> OLD.revision + 1) THEN
    RAISE EXCEPTION 'a draft answer changes by a new revision, and not after its release' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF NEW.released_at IS NOT NULL AND (
       NEW.released_by_id IS DISTINCT FROM app_actor() OR NEW.revision <> OLD.revision OR NEW.message_id IS NULL
       OR EXISTS (SELECT 1 FROM unnest(NEW.functions) AS f (name) WHERE NOT EXISTS (
            SELECT 1 FROM assembly_sign_off s
            WHERE s.assembly_id = NEW.id AND s.revision = NEW.revision AND s.function = f.name AND s.objection = ''))) THEN
    RAISE EXCEPTION 'released with every signature, in the own name' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER consultation_assembly_keep BEFORE UPDATE ON consultation_assembly
  FOR EACH ROW EXECUTE FUNCTION app_keep_assembly();

-- --------------------------------------------------------------------------------------------------------- sign-offs
-- By members who work on the account, in the own name, for a function that they have, of the revision that stands.
ALTER TABLE assembly_sign_off ENABLE ROW LEVEL SECURITY;
CREATE POLICY assembly_sign_off_read ON assembly_sign_off FOR SELECT
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]) AND (SELECT app_side()) = 'supplier');
CREATE POLICY assembly_sign_off_lent_read ON assembly_sign_off FOR SELECT
  USING (consultation_id = ANY ((SELECT app_lent())::uuid[]));
CREATE POLICY assembly_sign_off_insert ON assembly_sign_off FOR INSERT WITH CHECK (
  signed_by_id = app_actor() AND function = ANY (app_functions()) AND (SELECT app_side()) = 'supplier'
  AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM consultation_assembly a
              WHERE a.id = assembly_id AND a.account_id = assembly_sign_off.account_id
                AND a.consultation_id = assembly_sign_off.consultation_id
                AND a.revision = assembly_sign_off.revision AND a.released_at IS NULL));
CREATE TRIGGER assembly_sign_off_insert_only BEFORE UPDATE OR DELETE ON assembly_sign_off
  FOR EACH ROW EXECUTE FUNCTION app_refuse_change();
