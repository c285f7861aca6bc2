import { unscopedPrisma } from '#app/platform/database/database.server.ts'

/** Removes the saves of drafts that are no longer being written: of use only as long as two may meet in one. */
export async function unscopedPruneSaves(): Promise<number> {
  const { count } = await unscopedPrisma().documentDraftSave.deleteMany({
    where: { version: { status: { in: ['released', 'superseded', 'withdrawn'] } } },
  })
  return count
}
