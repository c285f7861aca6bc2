import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { documentNumber, readNumberStart } from '../../kinds.ts'
import { filtered, inForce } from '../../queries/list-filter.server.ts'
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

/** So many are offered while somebody types. */
const most = 8

/** What can replace a document, by what was typed of a number or a title: other documents in force. */
export async function suggestReplacements(
  actor: Actor,
  documentId: string,
  typed: string,
  db: Database = prisma,
) {
  const q = typed.trim().slice(0, 100)
  const start = readNumberStart(q)
  const asked: Prisma.DocumentWhereInput = start
    ? { kind: start.kind, number: { gte: start.from, lt: start.below } }
    : filtered(actor, { q: q || undefined })
  const rows = await db.document.findMany({
    where: { AND: [visibleDocuments(actor), inForce, { id: { not: documentId } }, asked] },
    select: { id: true, kind: true, number: true, title: true },
    orderBy: start ? { number: 'asc' } : [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: most,
  })
  return rows.map((row) => ({ id: row.id, number: documentNumber(row.kind, row.number), title: row.title }))
}
