-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "membership_id" UUID NOT NULL,
    "document_id" UUID,
    "product_id" UUID,
    "family_id" UUID,
    "kind" "document_kind",
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "subscription_document_id_idx" ON "subscription"("document_id");

-- CreateIndex
CREATE INDEX "subscription_product_id_idx" ON "subscription"("product_id");

-- CreateIndex
CREATE INDEX "subscription_family_id_idx" ON "subscription"("family_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_membership_id_document_id_key" ON "subscription"("membership_id", "document_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_membership_id_product_id_key" ON "subscription"("membership_id", "product_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_membership_id_family_id_key" ON "subscription"("membership_id", "family_id");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_membership_id_kind_key" ON "subscription"("membership_id", "kind");

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_membership_id_fkey" FOREIGN KEY ("membership_id") REFERENCES "membership"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "product"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "product_family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE subscription ADD CONSTRAINT subscription_one_thing
  CHECK (num_nonnulls(document_id, product_id, family_id, kind) = 1);

-- A person's own; what it is about has to exist for that person.
ALTER TABLE subscription ENABLE ROW LEVEL SECURITY;
CREATE POLICY subscription_own ON subscription FOR ALL USING (membership_id = app_actor())
  WITH CHECK (membership_id = app_actor()
              AND (document_id IS NULL OR EXISTS (SELECT 1 FROM document d WHERE d.id = document_id))
              AND (product_id IS NULL OR EXISTS (SELECT 1 FROM product p WHERE p.id = product_id))
              AND (family_id IS NULL OR EXISTS (SELECT 1 FROM product_family f WHERE f.id = family_id)));
