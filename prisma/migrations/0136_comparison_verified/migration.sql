-- What was agreed is measured and verified (app/decisions/123). A new value of an enum is used in the next migration at the earliest.
ALTER TYPE "comparison_status" ADD VALUE 'verified' AFTER 'trial';
