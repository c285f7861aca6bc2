-- DropIndex
DROP INDEX "document_audience_document_id_account_id_key";

-- AlterTable
ALTER TABLE "document_audience" ADD COLUMN     "family_id" UUID,
ADD COLUMN     "variant_id" UUID;

-- CreateIndex
CREATE INDEX "document_audience_family_id_idx" ON "document_audience"("family_id");

-- CreateIndex
CREATE INDEX "document_audience_variant_id_idx" ON "document_audience"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "document_audience_document_id_account_id_family_id_variant__key" ON "document_audience"("document_id", "account_id", "family_id", "variant_id");

-- AddForeignKey
ALTER TABLE "document_audience" ADD CONSTRAINT "document_audience_family_id_fkey" FOREIGN KEY ("family_id") REFERENCES "product_family"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "document_audience" ADD CONSTRAINT "document_audience_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "variant"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The same with what is empty taken for a value, of which the models cannot speak.
CREATE UNIQUE INDEX document_audience_line_key
  ON document_audience (document_id, account_id, family_id, variant_id) NULLS NOT DISTINCT;

-- A line narrowed by a variant stands under the account that the variant is made for, so it is seen where its account is.
ALTER TABLE document_audience ADD CONSTRAINT document_audience_narrowed_once
  CHECK (variant_id IS NULL OR (account_id IS NOT NULL AND family_id IS NULL));
CREATE FUNCTION app_keep_audience() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS
$$
BEGIN
  IF (NEW.variant_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM variant v WHERE v.id = NEW.variant_id AND v.account_id = NEW.account_id
          AND v.organization_id = NEW.organization_id))
     OR (NEW.family_id IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM product_family f WHERE f.id = NEW.family_id AND f.organization_id = NEW.organization_id)) THEN
    RAISE EXCEPTION 'an audience is narrowed by variants of its account and by own families'
      USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER document_audience_keep BEFORE INSERT OR UPDATE ON document_audience
  FOR EACH ROW WHEN (NEW.variant_id IS NOT NULL OR NEW.family_id IS NOT NULL) EXECUTE FUNCTION app_keep_audience();

-- The families of which the actor's accounts have a variant.
CREATE FUNCTION app_families() RETURNS uuid[] LANGUAGE sql STABLE SECURITY DEFINER PARALLEL SAFE SET search_path = public, pg_temp AS
$$
  SELECT coalesce(array_agg(DISTINCT p.family_id), '{}') FROM variant v JOIN product p ON p.id = v.product_id
  WHERE v.account_id = ANY ((SELECT app_accounts())::uuid[])
$$;

ALTER POLICY document_audience_customer ON document_audience USING (
  (SELECT app_side()) = 'customer'
  AND (account_id = ANY ((SELECT app_accounts())::uuid[])
       OR (account_id IS NULL AND organization_id = ANY ((SELECT app_suppliers())::uuid[])))
  AND (family_id IS NULL OR family_id = ANY ((SELECT app_families())::uuid[])));

-- The functions of search run as the owner and state the same rule themselves: each of them that does is narrowed as well.
DO $$
DECLARE
  rule CONSTANT text := '\(a\.account_id = ANY \((accounts|\(SELECT app_accounts\(\)\)::uuid\[\])\)\s+'
    'OR \(a\.account_id IS NULL AND a\.organization_id = ANY \((suppliers|\(SELECT app_suppliers\(\)\)::uuid\[\])\)\)\)';
  known record;
BEGIN
  FOR known IN SELECT p.oid, p.prosrc FROM pg_proc p
               WHERE p.pronamespace = 'public'::regnamespace AND p.prokind = 'f' AND p.prosrc ~ rule LOOP
    EXECUTE regexp_replace(pg_get_functiondef(known.oid), rule,
      '(a.family_id IS NULL OR a.family_id = ANY ((SELECT app_families())::uuid[])) AND \&', 'g');
  END LOOP;
END
$$;
