import type { Database } from '#app/platform/database/database.server.ts'

// A customer's list without a filter asks functions of the database that state the scope themselves (app/decisions/050).

/** The documents in force that the actor may read, the newest release first. */
export async function newestDocumentIds(most: number, db: Database): Promise<string[]> {
  const [row] = await db.$queryRaw<{ ids: string[] }[]>`SELECT app_newest_documents(${most}::int) AS ids`
  return row?.ids ?? []
}

/** How many there are, up to `most`. */
export async function countReadableDocuments(most: number, db: Database): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT app_count_documents(${most}::int) AS count`
  return row?.count ?? 0
}
