import type { Tx } from '#app/platform/database/database.server.ts'

/** A further version begins with the table of the one that it follows. */
export async function copyParameters(tx: Tx, fromVersionId: string, versionId: string): Promise<void> {
  const rows = await tx.documentParameter.findMany({
    where: { versionId: fromVersionId },
    omit: { id: true },
    orderBy: { position: 'asc' },
  })
  await tx.documentParameter.createMany({ data: rows.map((row) => ({ ...row, versionId })) })
}
