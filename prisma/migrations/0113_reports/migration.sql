-- CreateTable
CREATE TABLE "consultation_course" (
    "consultation_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "turn" "side",
    "to_customer" INTEGER NOT NULL,
    "to_supplier" INTEGER NOT NULL,
    "reassignments" INTEGER NOT NULL,
    "reopenings" INTEGER NOT NULL,
    "was_answered" BOOLEAN NOT NULL,
    "at_supplier" BIGINT,
    "at_customer" BIGINT,

    CONSTRAINT "consultation_course_pkey" PRIMARY KEY ("consultation_id")
);

-- CreateIndex
CREATE INDEX "consultation_course_account_id_idx" ON "consultation_course"("account_id");

-- CreateIndex
CREATE INDEX "consultation_organization_id_created_at_idx" ON "consultation"("organization_id", "created_at");

-- CreateIndex
CREATE INDEX "consultation_clock_organization_id_started_at_idx" ON "consultation_clock"("organization_id", "started_at");

-- AddForeignKey
ALTER TABLE "consultation_course" ADD CONSTRAINT "consultation_course_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Worked out by jobs, on the owner's connection, as the clocks are: nobody writes one. Both sides read the same.
ALTER TABLE consultation_course ENABLE ROW LEVEL SECURITY;
CREATE POLICY consultation_course_read ON consultation_course FOR SELECT
  USING (account_id = ANY ((SELECT app_accounts())::uuid[]));
-- Whoever was added to the consultation alone reads of it what the clocks tell as well (0111).
CREATE POLICY consultation_course_lent_read ON consultation_course FOR SELECT
  USING (consultation_id = ANY ((SELECT app_lent())::uuid[]));
