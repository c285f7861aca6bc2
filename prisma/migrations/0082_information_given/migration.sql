-- AlterEnum
ALTER TYPE "acknowledgement_fact_kind" ADD VALUE 'information_given';

-- The supplier answers what a customer asked. Compared as text: the transaction that adds a value cannot use it.
DROP POLICY acknowledgement_fact_insert ON acknowledgement_fact;
CREATE POLICY acknowledgement_fact_insert ON acknowledgement_fact FOR INSERT WITH CHECK (
  member_id = app_actor()
  AND ((SELECT app_side()) = 'supplier' AND kind::text IN ('implemented', 'information_given')
       OR (SELECT app_side()) = 'customer'
          AND kind::text IN ('information_requested', 'samples_requested', 'accepted', 'conditional', 'rejected'))
  AND EXISTS (SELECT 1 FROM acknowledgement_request_account a
              WHERE a.id = request_account_id AND a.account_id = acknowledgement_fact.account_id));
