import type { Tx } from '#app/platform/database/database.server.ts'

/**
 * A new version begins with the translations of the one before. As long as its own text is the same they fit; from the
 * first change on they are outdated, until somebody confirms or changes them.
 */
export async function takeTranslations(tx: Tx, versions: { from: string; to: string }): Promise<void> {
  const taken = await tx.documentTranslation.findMany({
    where: { versionId: versions.from },
    select: {
      documentId: true,
      organizationId: true,
      language: true,
      title: true,
      body: true,
      sourceVersion: true,
      sourceHash: true,
      translatorId: true,
      updatedAt: true,
    },
  })
  await tx.documentTranslation.createMany({
    data: taken.map((each) => ({ ...each, versionId: versions.to })),
  })
}
