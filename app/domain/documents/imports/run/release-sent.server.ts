import { unscopedPrisma } from '#app/platform/database/database.server.ts'

/** What was sent is needed no more: as an upload that nobody attached it is swept. */
export async function unscopedReleaseSent(importId: string): Promise<void> {
  await unscopedPrisma().$transaction(async (tx) => {
    const links = await tx.documentImportFile.findMany({ where: { importId }, select: { fileId: true } })
    await tx.documentImportFile.deleteMany({ where: { importId } })
    const ids = links.map(({ fileId }) => fileId)
    await tx.file.updateMany({ where: { id: { in: ids } }, data: { attachedAt: null } })
  })
}
