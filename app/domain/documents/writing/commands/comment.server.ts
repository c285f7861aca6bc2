import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { isUniqueViolation, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { renderBlocks } from '#app/platform/markdown.server.ts'
import { documentEvents } from '../../events.ts'
import { documentPolicy } from '../../policy.ts'
import { getDocument, namedVersion } from '../../queries/document.server.ts'
import { visibleComments } from '../../scope.server.ts'
import { quoteOf } from '../comments/place.ts'
import type { CommentInput } from '../forms.ts'

/** Remarks on a paragraph of a version, or answers a remark. */
export async function comment(actor: Actor, documentId: string, input: CommentInput): Promise<string> {
  return transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    authorize(documentPolicy.comment(actor, document))
    const version = document.versions.find((each) => each.version === input.version)
    if (!version) throw new NotFound()
    const { organizationId } = document
    const by = { authorId: actor.membershipId, createdAt: now() }
    const place = { versionId: version.id, documentId, organizationId }
    const parent = input.parentId
      ? await tx.documentComment.findFirst({
          where: {
            AND: [visibleComments(actor), { id: input.parentId, versionId: version.id, parentId: null }],
          },
          select: { id: true, block: true, quote: true },
        })
      : null
    if (input.parentId && !parent) throw new NotFound()
    const anchor = parent ?? { block: input.block, quote: await quoteAt(version.id, input.block, tx) }
    const { id } = await tx.documentComment.create({
      data: {
        ...place,
        ...by,
        block: anchor.block,
        quote: anchor.quote,
        parentId: parent?.id ?? null,
        body: input.body,
      },
      select: { id: true },
    })
    const payload = { ...namedVersion(document, version), comment: parent?.id ?? id }
    await record(tx, actor, documentEvents.commented(document, payload, 'supplier'))
    return id
  })
}

async function quoteAt(versionId: string, block: number, tx: Parameters<typeof getDocument>[2]) {
  const version = await tx?.documentVersion.findUnique({ where: { id: versionId }, select: { body: true } })
  const html = renderBlocks(version?.body ?? '')[block]
  // The text was changed while somebody wrote a remark on its last paragraph.
  if (html === undefined) throw new Invalid('body', 'writing:comments.noParagraph')
  return quoteOf(html)
}

/** Says that a remark was dealt with; the version that it stands in. */
export async function resolveComment(actor: Actor, documentId: string, commentId: string): Promise<number> {
  try {
    return await transact(async (tx) => {
      const document = await getDocument(actor, documentId, tx)
      authorize(documentPolicy.comment(actor, document))
      const found = isId(commentId)
        ? await tx.documentComment.findFirst({
            where: { AND: [visibleComments(actor), { id: commentId, documentId, parentId: null }] },
            select: { id: true, versionId: true },
          })
        : null
      const version = document.versions.find((each) => each.id === found?.versionId)
      if (!found || !version) throw new NotFound()
      const { organizationId } = document
      await tx.documentCommentResolution.create({
        data: { commentId, organizationId, resolvedById: actor.membershipId, resolvedAt: now() },
        select: { commentId: true },
      })
      const payload = { ...namedVersion(document, version), comment: commentId }
      await record(tx, actor, documentEvents.commentResolved(document, payload, 'supplier'))
      return version.version
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Conflict('writing:comments.resolvedAlready')
    throw error
  }
}
