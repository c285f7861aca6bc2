-- The whole life of a comparison (app/decisions/121). New values of an enum cannot be used in the transaction that adds
-- them: what uses them follows in the next migration.
ALTER TYPE "comparison_status" ADD VALUE 'approved' BEFORE 'shared';
ALTER TYPE "comparison_status" ADD VALUE 'discussion' BEFORE 'agreed';
ALTER TYPE "comparison_status" ADD VALUE 'trial' AFTER 'agreed';
ALTER TYPE "comparison_status" ADD VALUE 'closed' AFTER 'trial';
ALTER TYPE "comparison_status" ADD VALUE 'rejected' AFTER 'closed';
ALTER TYPE "comparison_status" ADD VALUE 'withdrawn' AFTER 'rejected';
