-- AlterTable
ALTER TABLE "document_scheduled_release" ADD COLUMN     "confirmed_ids" UUID[];

-- What is planned already was decided with the names before the eyes: those who are in the audience now.
UPDATE document_scheduled_release s SET confirmed_ids = ARRAY(
  SELECT m.id FROM membership m
  WHERE m.side = 'customer' AND m.deactivated_at IS NULL AND EXISTS (
    SELECT 1 FROM document_audience a
    JOIN account c ON c.supplier_id = s.organization_id AND c.customer_id = m.organization_id
      AND c.closed_at IS NULL AND (a.account_id IS NULL OR a.account_id = c.id)
    WHERE a.document_id = s.document_id AND a.functions && m.functions
      AND (a.family_id IS NULL OR EXISTS (
        SELECT 1 FROM variant v JOIN product p ON p.id = v.product_id
        WHERE v.account_id = c.id AND p.family_id = a.family_id))));
