-- The terms under which costs change over the years (app/decisions/122).
CREATE TYPE "rate_kind" AS ENUM ('nominal', 'real');
CREATE TYPE "cost_timing" AS ENUM ('year_end', 'mid_year');

ALTER TABLE "comparison"
ADD COLUMN "product_name" TEXT NOT NULL DEFAULT '',
ADD COLUMN "product_text" TEXT NOT NULL DEFAULT '',
ADD COLUMN "rate_kind" "rate_kind" NOT NULL DEFAULT 'nominal',
ADD COLUMN "inflation" DECIMAL(9,6),
ADD COLUMN "timing" "cost_timing" NOT NULL DEFAULT 'year_end',
ADD COLUMN "escalation" JSONB NOT NULL DEFAULT '{}';

ALTER TABLE "cost_line"
ADD COLUMN "batch_size" DECIMAL(28,9),
ADD COLUMN "events_per_year" DECIMAL(28,9),
ADD COLUMN "year" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN "lives" JSONB NOT NULL DEFAULT '{}';

-- A real rate is converted by inflation; amounts are nominal.
ALTER TABLE comparison ADD CONSTRAINT comparison_inflation CHECK ((rate_kind = 'real') = (inflation IS NOT NULL));
ALTER TABLE comparison ADD CONSTRAINT comparison_escalation CHECK (jsonb_typeof(escalation) = 'object');
-- Each basis has what it counts by, and nothing that belongs to another.
ALTER TABLE cost_line ADD CONSTRAINT cost_line_counts_by CHECK (
  (basis = 'per_batch') = (batch_size IS NOT NULL) AND (batch_size IS NULL OR batch_size > 0)
  AND (basis = 'per_event') = (events_per_year IS NOT NULL) AND (events_per_year IS NULL OR events_per_year >= 0)
  AND (basis = 'one_off' OR (year = 0 AND lives = '{}')) AND year BETWEEN 0 AND 60 AND jsonb_typeof(lives) = 'object');
