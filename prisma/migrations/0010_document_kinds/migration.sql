-- CreateEnum
CREATE TYPE "security_class" AS ENUM ('open', 'restricted', 'confidential');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "document_kind" ADD VALUE 'application_note';
ALTER TYPE "document_kind" ADD VALUE 'data_sheet';
ALTER TYPE "document_kind" ADD VALUE 'drawing';
ALTER TYPE "document_kind" ADD VALUE 'certificate';
ALTER TYPE "document_kind" ADD VALUE 'instruction';
ALTER TYPE "document_kind" ADD VALUE 'change_notice';

-- AlterTable
ALTER TABLE "document" ADD COLUMN     "security_class" "security_class" NOT NULL DEFAULT 'restricted',
ADD COLUMN     "vdi_class" TEXT NOT NULL DEFAULT '02-01';

-- AlterTable
ALTER TABLE "document_version" ADD COLUMN     "effective_on" DATE,
ADD COLUMN     "expires_on" DATE,
ADD COLUMN     "keywords" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "summary" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "document_family" (
    "document_id" UUID NOT NULL,
    "family_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "document_family_pkey" PRIMARY KEY ("document_id","family_id")
);

-- CreateTable
CREATE TABLE "document_variant" (
    "document_id" UUID NOT NULL,
    "variant_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,

    CONSTRAINT "document_variant_pkey" PRIMARY KEY ("document_id","variant_id")
);

-- CreateIndex
CREATE INDEX "document_family_family_id_idx" ON "document_family"("family_id");

-- CreateIndex
CREATE INDEX "document_variant_variant_id_idx" ON "document_variant"("variant_id");

-- CreateIndex
CREATE INDEX "document_variant_account_id_idx" ON "document_variant"("account_id");

-- AddForeignKey
ALTER TABLE "document_family" ADD CONSTRAINT "document_family_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_family" ADD CONSTRAINT "document_family_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "product_family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_variant" ADD CONSTRAINT "document_variant_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "document"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_variant" ADD CONSTRAINT "document_variant_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What it concerns: the supplier writes it; a reader sees it with the document, and variants of the own accounts alone.
ALTER TABLE document_family ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_family_supplier ON document_family FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY document_family_customer ON document_family FOR SELECT USING (
  (SELECT app_side()) = 'customer' AND EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));

ALTER TABLE document_variant ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_variant_supplier ON document_variant FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier'
         AND account_id = ANY ((SELECT app_accounts())::uuid[]));
CREATE POLICY document_variant_customer ON document_variant FOR SELECT USING (
  (SELECT app_side()) = 'customer' AND account_id = ANY ((SELECT app_accounts())::uuid[])
  AND EXISTS (SELECT 1 FROM document d WHERE d.id = document_id));

ALTER TABLE document ADD CONSTRAINT document_vdi_class_form CHECK (vdi_class ~ '^0[1-4]-0[1-6]$');
ALTER TABLE document_version ADD CONSTRAINT document_version_validity
  CHECK (effective_on IS NULL OR expires_on IS NULL OR effective_on <= expires_on);

-- What a version says is fixed from submission on: its summary, keywords and dates as well.
CREATE OR REPLACE FUNCTION app_keep_version() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'document versions are never deleted' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF (NEW.document_id, NEW.organization_id, NEW.version, NEW.author_id, NEW.created_at)
     IS DISTINCT FROM (OLD.document_id, OLD.organization_id, OLD.version, OLD.author_id, OLD.created_at)
     OR (OLD.status <> 'draft' AND NEW.status <> 'draft'
         AND (NEW.title, NEW.body, NEW.language, NEW.change_note, NEW.summary, NEW.keywords, NEW.effective_on, NEW.expires_on)
             IS DISTINCT FROM
             (OLD.title, OLD.body, OLD.language, OLD.change_note, OLD.summary, OLD.keywords, OLD.effective_on, OLD.expires_on))
     OR (OLD.status NOT IN ('draft', 'submitted') AND NEW.status IN ('draft', 'submitted'))
     OR (OLD.status NOT IN ('draft', 'submitted')
         AND (NEW.released_at, NEW.released_by_id) IS DISTINCT FROM (OLD.released_at, OLD.released_by_id)) THEN
    RAISE EXCEPTION 'a released document version is immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;

-- Its kind and number are those under which people know it.
CREATE FUNCTION app_keep_document() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF (NEW.organization_id, NEW.kind, NEW.number) IS DISTINCT FROM (OLD.organization_id, OLD.kind, OLD.number) THEN
    RAISE EXCEPTION 'the kind and the number of a document are fixed' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER document_keep BEFORE UPDATE ON document FOR EACH ROW EXECUTE FUNCTION app_keep_document();
