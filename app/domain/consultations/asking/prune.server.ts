import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { draftDays } from './queries/drafts.server.ts'

/** Removes drafts that nobody has touched for a long time. */
export async function unscopedPruneQuestionDrafts(): Promise<number> {
  const before = new Date(now().getTime() - draftDays * 86_400_000)
  const { count } = await unscopedPrisma().consultationDraft.deleteMany({
    where: { updatedAt: { lt: before } },
  })
  return count
}
