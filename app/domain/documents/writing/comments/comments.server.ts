import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { documentPolicy } from '../../policy.ts'
import { getDocument } from '../../queries/document.server.ts'
import { tabsOf } from '../../queries/tabs.server.ts'
import { visibleComments } from '../../scope.server.ts'
import { placeOfText, renderParts } from '../render.server.ts'
import { placeOf, quoteOf } from './place.ts'

const person = { select: { id: true, name: true } } as const
const remark = { id: true, body: true, createdAt: true, author: person } as const

/**
 * A version paragraph by paragraph with the remarks on each, for the supplier's side; without a number the newest.
 * Remarks whose paragraph has changed stand apart.
 * @throws NotFound, Forbidden
 */
export async function getComments(
  actor: Actor,
  documentId: string,
  number: number | null,
  db: Database = prisma,
) {
  const document = await getDocument(actor, documentId, db)
  authorize(documentPolicy.comment(actor, document))
  const version = document.versions.find((each) => number === null || each.version === number)
  if (!version) throw new NotFound()
  const { body, comments } = await db.documentVersion.findUniqueOrThrow({
    relationLoadStrategy: 'join',
    where: { id: version.id },
    select: {
      body: true,
      comments: {
        where: { AND: [visibleComments(actor), { parentId: null }] },
        orderBy: { id: 'asc' },
        select: {
          ...remark,
          block: true,
          quote: true,
          replies: { orderBy: { id: 'asc' }, select: remark },
          resolution: { select: { resolvedAt: true, resolvedBy: person } },
        },
      },
    },
  })
  const blocks = await renderParts(actor, placeOfText(document), body, db)
  const quotes = blocks.map(quoteOf)
  const placed = comments.map((each) => ({ ...each, at: placeOf(each, quotes) }))
  return {
    document,
    version,
    tabs: tabsOf(actor, document, version),
    blocks: blocks.map((html, index) => ({ html, threads: placed.filter((each) => each.at === index) })),
    lost: placed.filter((each) => each.at === null),
    open: comments.filter((each) => !each.resolution).length,
  }
}
export type CommentThread = Awaited<ReturnType<typeof getComments>>['lost'][number]
