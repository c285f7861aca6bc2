-- Costs by batch and by event. New values of an enum cannot be used in the transaction that adds them.
ALTER TYPE "cost_basis" ADD VALUE 'per_batch' BEFORE 'one_off';
ALTER TYPE "cost_basis" ADD VALUE 'per_event' BEFORE 'one_off';
