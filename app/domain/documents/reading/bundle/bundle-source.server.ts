import type { Actor } from '#app/domain/access/actor.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { getVersionPage } from '../../queries/page.server.ts'

/**
 * A version that the actor was found to see, with the keys of its files: what a bundle is written from.
 * @throws NotFound
 */
export async function getBundleSource(
  actor: Actor,
  documentId: string,
  number: number | null,
  db: Database = prisma,
) {
  const { document, version } = await getVersionPage(actor, documentId, number, db)
  const links = await db.documentVersionFile.findMany({
    relationLoadStrategy: 'join',
    where: { versionId: version.id },
    orderBy: { position: 'asc' },
    select: { file: { select: { id: true, key: true, name: true, size: true, type: true, sha256: true } } },
  })
  const { article, files: _, ...rest } = version
  const earlier = document.versions.find(
    (each) => each.version < version.version && each.status === 'superseded',
  )
  return {
    folder: `${document.number}-v${version.version}`,
    document,
    version: rest,
    html: article.html,
    hasFormulas: article.hasFormulas,
    supersedes: earlier?.version ?? null,
    files: links.map(({ file }, index) => ({ file, path: `files/${index + 1}-${safeName(file.name)}` })),
  }
}
export type BundleSource = Awaited<ReturnType<typeof getBundleSource>>

/** As every system can write it: no separators, no signs that Windows refuses, not too long. */
function safeName(name: string): string {
  const plain = name.replace(/[\\/:*?"<>|]|\p{Cc}/gu, '_')
  const ending = /\.[^.]{1,10}$/.exec(plain)?.[0] ?? ''
  return plain.slice(0, plain.length - ending.length).slice(0, 100) + ending
}
