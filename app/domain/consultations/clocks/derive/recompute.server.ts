import { z } from 'zod'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { readAgreements } from '../queries/decided.server.ts'
import { type Change, deriveClocks } from './derive.server.ts'

const Payload = z.object({ eventId: z.uuid() })

/** So many consultations at a time: a batch takes a moment, and others get a word in between. */
const batchSize = 500
const patience = { timeout: 120_000, maxWait: 30_000 }

/**
 * After a change of a calendar or of what is promised: all clocks of the supplier, batch by batch, with a record of what
 * moved. A job that was broken off goes through them again and finds what is left.
 */
export async function recomputeAfter(payload: unknown): Promise<void> {
  const { eventId } = Payload.parse(payload)
  const database = unscopedPrisma()
  const event = await database.event.findUnique({ where: { id: eventId } })
  if (!event) return
  const { organizationId, subjectId: causeId } = event
  await database.clockRecomputation.upsert({
    where: { id: eventId },
    create: { id: eventId, organizationId, causeId, startedAt: now() },
    update: {},
    select: { id: true },
  })
  const consultations = await recomputeClocks(organizationId, eventId)
  await database.clockRecomputation.update({
    where: { id: eventId },
    data: { consultations, finishedAt: now() },
    select: { id: true },
  })
}

/**
 * Works out all clocks of a supplier.
 * @param recomputationId where what moves is written down; none where nobody changed anything.
 * @returns how many consultations were gone through.
 */
export async function recomputeClocks(organizationId: string, recomputationId?: string): Promise<number> {
  const database = unscopedPrisma()
  const agreements = await readAgreements(organizationId, database)
  let count = 0
  for (let after: string | undefined; ; ) {
    const batch = await database.consultation.findMany({
      where: { organizationId, ...(after ? { id: { gt: after } } : {}) },
      select: { id: true },
      orderBy: { id: 'asc' },
      take: batchSize,
    })
    if (batch.length === 0) return count
    const ids = batch.map(({ id }) => id)
    await database.$transaction(async (tx) => {
      const changes = await deriveClocks(tx, organizationId, ids, agreements)
      if (recomputationId) await writeMoves(tx, recomputationId, changes)
    }, patience)
    count += batch.length
    after = ids.at(-1)
  }
}

/**
 * What was asked before courses were kept has none: some of them with each call, the newest first, until all have one. Their
 * clocks are worked out as well, and stay what they are.
 */
export async function catchUpCourses(): Promise<void> {
  const database = unscopedPrisma()
  const missing = await database.$queryRaw<{ organizationId: string; ids: string[] }[]>`
    SELECT organization_id AS "organizationId", array_agg(id) AS ids FROM (
      SELECT c.id, c.organization_id FROM consultation c
      WHERE NOT EXISTS (SELECT 1 FROM consultation_course o WHERE o.consultation_id = c.id)
      ORDER BY c.id DESC LIMIT ${batchSize}::int) AS batch
    GROUP BY organization_id`
  for (const { organizationId, ids } of missing) {
    const agreements = await readAgreements(organizationId, database)
    await database.$transaction((tx) => deriveClocks(tx, organizationId, ids, agreements), patience)
  }
}

async function writeMoves(tx: Tx, recomputationId: string, changes: Change[]): Promise<void> {
  const date = (at: number | null | undefined) => (at == null ? null : new Date(at))
  const moves = changes.flatMap(({ before, after }) => {
    const row = after ?? before
    if (!row || (before && after && before.state === after.state && before.dueAt === after.dueAt)) return []
    const { consultationId, kind, cycle, accountId } = row
    return {
      ...{ recomputationId, consultationId, kind, cycle, accountId },
      ...{ stateBefore: before?.state ?? null, stateAfter: after?.state ?? null },
      ...{ dueBefore: date(before?.dueAt), dueAfter: date(after?.dueAt) },
    }
  })
  if (moves.length > 0) await tx.clockMove.createMany({ data: moves, skipDuplicates: true })
}
