import type { Actor } from '#app/domain/access/actor.ts'
import type { DocumentKind } from '#app/domain/documents/kinds.ts'
import { Prisma } from '#app/platform/database/client/client.ts'
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
 * under row-level security. The supplier's statement leaves out what is a customer's alone: planning it took longer than
 * finding nothing.
 */
export async function glanceOf({ side, membershipId }: Actor, most: number): Promise<Glance> {
  const ofCustomer = side === 'customer' ? Prisma.sql`${customersOwn(most)},` : Prisma.empty
  const rows = await prisma.$queryRaw<(Pick<Glance, 'isReviewing'> & Partial<Glance>)[]>`
    SELECT ${ofCustomer}
      EXISTS (SELECT 1 FROM citation_review
              WHERE owner_id = ${membershipId}::uuid AND outcome IS NULL) AS "isReviewing"`
  return { unread: [], isAsked: false, isReviewing: false, ...rows[0] }
}

function customersOwn(most: number): Prisma.Sql {
  return Prisma.sql`
      (SELECT coalesce(json_agg(json_build_object('id', d.id, 'kind', d.kind, 'number', d.number, 'title', d.title,
                'updatedAt', d.updated_at, 'releasedAt', d.released_at) ORDER BY wanted.place), '[]')
       FROM unnest(app_unread_documents(${most}::int)) WITH ORDINALITY AS wanted (id, place)
       CROSS JOIN LATERAL (SELECT * FROM document WHERE document.id = wanted.id LIMIT 1) AS d) AS unread,
      EXISTS (SELECT 1 FROM acknowledgement_request_account) AS "isAsked"`
}
