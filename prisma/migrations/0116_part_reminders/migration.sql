-- AlterTable
ALTER TABLE "consultation_part" ADD COLUMN     "missed_at" TIMESTAMPTZ(3),
ADD COLUMN     "reminded_at" TIMESTAMPTZ(3);
