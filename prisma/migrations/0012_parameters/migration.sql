-- CreateEnum
CREATE TYPE "parameter_fit" AS ENUM ('fit', 'form', 'function', 'other');

-- CreateTable
CREATE TABLE "document_parameter" (
    "id" UUID NOT NULL,
    "version_id" UUID NOT NULL,
    "document_id" UUID NOT NULL,
    "organization_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "symbol" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "conditions" TEXT NOT NULL DEFAULT '',
    "min" TEXT,
    "typ" TEXT,
    "max" TEXT,
    "unit" TEXT NOT NULL DEFAULT '',
    "fit" "parameter_fit" NOT NULL DEFAULT 'function',
    "is_shared" BOOLEAN NOT NULL DEFAULT true,
    "dimension" TEXT NOT NULL DEFAULT '',
    "base_min" DOUBLE PRECISION,
    "base_typ" DOUBLE PRECISION,
    "base_max" DOUBLE PRECISION,

    CONSTRAINT "document_parameter_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_parameter_dimension_symbol_idx" ON "document_parameter"("dimension", "symbol");

-- CreateIndex
CREATE UNIQUE INDEX "document_parameter_version_id_symbol_key" ON "document_parameter"("version_id", "symbol");

-- AddForeignKey
ALTER TABLE "document_parameter" ADD CONSTRAINT "document_parameter_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "document_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The supplier's; a customer sees the shared lines of the versions that it sees.
ALTER TABLE document_parameter ENABLE ROW LEVEL SECURITY;
CREATE POLICY document_parameter_supplier ON document_parameter FOR ALL
  USING (organization_id = (SELECT app_organization()) AND (SELECT app_side()) = 'supplier');
CREATE POLICY document_parameter_customer ON document_parameter FOR SELECT USING (
  (SELECT app_side()) = 'customer' AND is_shared AND EXISTS (SELECT 1 FROM document_version v WHERE v.id = version_id));

ALTER TABLE document_parameter ADD CONSTRAINT document_parameter_has_value
  CHECK (min IS NOT NULL OR typ IS NOT NULL OR max IS NOT NULL);

CREATE FUNCTION app_keep_parameter() RETURNS trigger LANGUAGE plpgsql AS
$$
BEGIN
  IF EXISTS (SELECT 1 FROM document_version v
             WHERE v.id = coalesce(NEW.version_id, OLD.version_id) AND v.status <> 'draft') THEN
    RAISE EXCEPTION 'the parameters of a submitted document version are immutable' USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END
$$;
CREATE TRIGGER document_parameter_keep BEFORE INSERT OR UPDATE OR DELETE ON document_parameter
  FOR EACH ROW EXECUTE FUNCTION app_keep_parameter();
