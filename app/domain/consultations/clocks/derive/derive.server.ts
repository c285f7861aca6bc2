import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { clocksOf } from '../engine/clocks.ts'
import { courseOf } from '../engine/course.ts'
import type { Agreements } from '../queries/decided.server.ts'
import { readLogs } from '../queries/log.server.ts'
import { storeCourses } from './courses.server.ts'
import {
  type ClockRow,
  isSame,
  keyOf,
  removeClocks,
  rowOf,
  storeClocks,
  storedClocks,
} from './rows.server.ts'

/** A clock as it was and as it is now; null where there was or is none. */
export interface Change {
  before: ClockRow | null
  after: ClockRow | null
}

/**
 * Works the clocks of consultations out of their logs, and how they went between the sides, and stores what differs from what
 * is stored. Whoever else does so for this supplier at the same time waits, so that a log that was read earlier is never
 * written later.
 * @returns which clocks changed.
 */
export async function deriveClocks(
  tx: Tx,
  organizationId: string,
  ids: readonly string[],
  { agreementFor }: Agreements,
): Promise<Change[]> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext(${`clocks ${organizationId}`}))`
  const present = now().getTime()
  const logs = await readLogs(ids, tx)
  const derived = logs.flatMap((each) =>
    clocksOf(each.log, agreementFor(each.accountId, each.function), present).map((clock) =>
      rowOf(each, clock),
    ),
  )
  await storeCourses(
    tx,
    logs.map((each) => ({
      ...{ consultationId: each.id, accountId: each.accountId, organizationId: each.organizationId },
      ...courseOf(each.log, agreementFor(each.accountId, each.function), present),
    })),
  )
  const changes = changesOf(await storedClocks(tx, ids), derived)
  await storeClocks(
    tx,
    changes.flatMap(({ after }) => after ?? []),
  )
  await removeClocks(
    tx,
    changes.flatMap(({ before, after }) => (after === null && before ? before : [])),
  )
  return changes
}

function changesOf(stored: ClockRow[], derived: ClockRow[]): Change[] {
  const known = new Map(stored.map((row) => [keyOf(row), row]))
  const changed = derived.flatMap((after): Change[] => {
    const before = known.get(keyOf(after)) ?? null
    known.delete(keyOf(after))
    return before && isSame(before, after) ? [] : [{ before, after }]
  })
  return [...changed, ...[...known.values()].map((before) => ({ before, after: null }))]
}
