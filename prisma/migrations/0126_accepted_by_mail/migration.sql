-- AlterTable
ALTER TABLE "reply_address" ADD COLUMN     "answer_edits" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "answer_id" UUID,
ADD COLUMN     "decision_id" UUID;
