-- What the end product is like with each option (app/decisions/122).
CREATE TYPE "better_direction" AS ENUM ('higher', 'lower', 'neither');

ALTER TABLE "quantity"
ADD COLUMN "kind" TEXT NOT NULL DEFAULT '',
ADD COLUMN "label" TEXT NOT NULL DEFAULT '',
ADD COLUMN "direction" "better_direction",
ADD COLUMN "method" TEXT NOT NULL DEFAULT '',
ADD COLUMN "conditions" TEXT NOT NULL DEFAULT '';

-- A characteristic has a kind and a direction; it may do without a name for formulas. Nothing else has them.
ALTER TABLE quantity ADD CONSTRAINT quantity_characteristic CHECK (
  (role = 'characteristic') = (kind <> '') AND (role = 'characteristic') = (direction IS NOT NULL)
  AND (role = 'characteristic' OR (name <> '' AND label = '' AND method = '' AND conditions = '')));
