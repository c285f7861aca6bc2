import type { Actor } from '#app/domain/access/actor.ts'
import type { DocumentKind } from '#app/domain/documents/kinds.ts'
import { prisma } from '#app/platform/database/database.server.ts'

/** As the database writes it into JSON, or as it gives it. */
export interface UnreadDocument {
  id: string
  kind: DocumentKind
  number: number
  title: string
  updatedAt: Date | string
  releasedAt: Date | string | null
}

export interface Glance {
  /** What was released to a customer's member and is not opened yet, the latest change first; none for the supplier. */
  unread: UnreadDocument[]
  /** Whether acknowledgements are asked of the actor's account, or were. */
  isAsked: boolean
  /** Whether a review waits for the actor. */
  isReviewing: boolean
}

/**
 * What there is at all, in one statement: most people have most kinds of matters not waiting, and need not ask for them.
 * Which documents are unread the database's function decides, by the rules of the scope (migration 0050); they are read
 * under row-level security.
 */
export async function glanceOf(actor: Actor, most: number): Promise<Glance> {
  const rows = await prisma.$queryRaw<Glance[]>`
    SELECT
      (SELECT coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'number', d.number, 'title', d.title,
                'updatedAt', d.updated_at, 'releasedAt', d.released_at) ORDER BY wanted.place), '[]')
       FROM unnest(CASE WHEN ${actor.side} = 'customer' THEN app_unread_documents(${most}::int) END)
            WITH ORDINALITY AS wanted (id, place)
       CROSS JOIN LATERAL (SELECT * FROM document WHERE document.id = wanted.id LIMIT 1) AS d) AS unread,
      ${actor.side} = 'customer' AND EXISTS (SELECT 1 FROM acknowledgement_request_account) AS "isAsked",
      EXISTS (SELECT 1 FROM citation_review
              WHERE owner_id = ${actor.membershipId}::uuid AND outcome IS NULL) AS "isReviewing"`
  return rows[0] ?? { unread: [], isAsked: false, isReviewing: false }
}
