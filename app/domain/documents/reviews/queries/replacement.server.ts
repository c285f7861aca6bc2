import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { documentNumber } from '../../kinds.ts'
import { visibleAudience, visibleDocuments } from '../../scope.server.ts'

interface Replacement {
  id: string
  number: string
  title: string
  language: string
}

/** As part of the select of a withdrawal; `shownReplacement` says whether the reader may know of it. */
export function replacement(actor: Actor) {
  return {
    select: {
      id: true,
      kind: true,
      number: true,
      title: true,
      language: true,
      releasedVersion: { select: { status: true } },
      audience: { where: visibleAudience(actor), take: 1, select: { id: true } },
    },
  } satisfies Prisma.DocumentWithdrawal$replacementArgs
}

type Found = Prisma.DocumentGetPayload<ReturnType<typeof replacement>> | null

/** The same rule as `visibleDocuments`, of a row that came with another one; what is withdrawn itself replaces nothing. */
function shownReplacement(actor: Actor, found: Found): Replacement | null {
  if (found?.releasedVersion?.status !== 'released') return null
  if (actor.side === 'customer' && found.audience.length === 0) return null
  const { id, kind, number, title, language } = found
  return { id, number: documentNumber(kind, number), title, language }
}

/** A withdrawal with what is to be used instead, if the reader sees that as well. */
export function withReplacement<W extends { replacement: Found }>(
  actor: Actor,
  { replacement: found, ...withdrawal }: W,
) {
  return { ...withdrawal, replacement: shownReplacement(actor, found) }
}

/** Among what can replace a document: the other documents in force, by number. */
export async function listReplacements(actor: Actor, documentId: string, db: Database = prisma) {
  const rows = await db.document.findMany({
    where: {
      AND: [visibleDocuments(actor), { id: { not: documentId }, releasedVersion: { status: 'released' } }],
    },
    select: { id: true, kind: true, number: true, title: true },
    orderBy: [{ kind: 'asc' }, { number: 'desc' }],
    take: 1000,
  })
  return rows.map((row) => ({ id: row.id, number: documentNumber(row.kind, row.number), title: row.title }))
}
