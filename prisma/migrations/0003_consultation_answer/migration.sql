-- AlterTable
ALTER TABLE "consultation" ADD COLUMN     "answer_message_id" UUID;

-- AddForeignKey
ALTER TABLE "consultation_view" ADD CONSTRAINT "consultation_view_consultation_id_fkey" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
