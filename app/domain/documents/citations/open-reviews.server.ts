import { record } from '#app/domain/events/record.server.ts'
import type { Event } from '#app/platform/database/client/client.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { documentEvents } from '../events.ts'
import { documentNumber } from '../kinds.ts'
import { addWorkingDays, reviewLimits } from './citation.ts'

interface Dependant {
  citationId: string
  accountId: string | null
  side: 'supplier' | 'customer' | null
  ownerId: string
  openReviewId: string | null
}

/**
 * The reaction to a release: each dependant of an earlier version gets a review, with its owner and ten working days.
 * One that waits already is held against the newer version instead. Runs any number of times for one event.
 */
export async function openReviews(event: Event): Promise<void> {
  if (event.type !== 'document.released') return
  const { version } = documentEvents.definitions['document.released'].payload.parse(event.payload)
  await unscopedPrisma().$transaction(
    async (tx) => {
      const released = await tx.documentVersion.findUnique({
        where: { documentId_version: { documentId: event.subjectId, version } },
        select: {
          id: true,
          title: true,
          document: { select: { id: true, organizationId: true, kind: true, number: true } },
        },
      })
      if (!released) return
      const { document } = released
      const named = { number: documentNumber(document.kind, document.number), title: released.title, version }
      const dueOn = addWorkingDays(event.occurredAt, reviewLimits.workingDays)
      for (const dependant of await dependantsOf(tx, document.id, version)) {
        if (dependant.openReviewId) {
          await tx.citationReview.update({
            where: { id: dependant.openReviewId },
            data: { toVersionId: released.id },
          })
          continue
        }
        const { citationId, ownerId, accountId, side } = dependant
        await tx.citationReview.create({
          data: {
            ...{ citationId, ownerId, dueOn, toVersionId: released.id, createdAt: event.occurredAt },
            ...{ citedDocumentId: document.id, organizationId: document.organizationId },
          },
        })
        const payload = { ...named, ownerId, dueOn: dueOn.toISOString().slice(0, 10) }
        await record(tx, null, documentEvents.reviewOpened({ ...document, accountId }, payload, side))
      }
    },
    { timeout: 60_000 },
  )
}

/**
 * One citation for each source that relies on an earlier version and was not held against this one yet. Its owner is
 * the owner of the citing document, the comparison's, or of a message whoever has the consultation if that is the
 * writer's own side, else the writer. A version that is no longer in force relies on nothing.
 */
function dependantsOf(tx: Tx, documentId: string, version: number): Promise<Dependant[]> {
  return tx.$queryRaw<Dependant[]>`
    SELECT s.id AS "citationId", s.account_id AS "accountId", s.side::text AS side, s.owner_id AS "ownerId",
           waiting.id AS "openReviewId"
    FROM (
      SELECT DISTINCT ON (coalesce(c.version_id, c.message_id, c.assumption_id)) c.id, c.account_id,
             CASE c.lane WHEN 'internal' THEN 'supplier' WHEN 'private' THEN 'customer'
                         ELSE CASE WHEN c.version_id IS NOT NULL OR comparison.status = 'draft' THEN 'supplier' END END AS side,
             CASE WHEN c.version_id IS NOT NULL THEN citing.owner_id
                  WHEN c.assumption_id IS NOT NULL THEN comparison.owner_id
                  WHEN author.side = 'supplier' OR author.deactivated_at IS NOT NULL THEN coalesce(q.assignee_id, m.author_id)
                  ELSE m.author_id END AS owner_id
      FROM citation c
      JOIN document_version cited ON cited.id = c.cited_version_id AND cited.version < ${version}::int
      LEFT JOIN document_version v ON v.id = c.version_id LEFT JOIN document citing ON citing.id = v.document_id
      LEFT JOIN message m ON m.id = c.message_id LEFT JOIN consultation q ON q.id = m.consultation_id
      LEFT JOIN membership author ON author.id = m.author_id
      LEFT JOIN assumption a ON a.id = c.assumption_id LEFT JOIN comparison ON comparison.id = a.comparison_id
      WHERE c.cited_document_id = ${documentId}::uuid AND (v.id IS NULL OR v.status IN ('submitted', 'released'))
      ORDER BY coalesce(c.version_id, c.message_id, c.assumption_id), c.id) AS s
    LEFT JOIN citation_review waiting ON waiting.citation_id = s.id AND waiting.outcome IS NULL
    WHERE NOT EXISTS (
      SELECT 1 FROM citation_review r JOIN document_version t ON t.id = r.to_version_id
      WHERE r.citation_id = s.id AND t.version >= ${version}::int)`
}
