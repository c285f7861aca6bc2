import type { Event } from '#app/platform/database/client/client.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { addJob } from '#app/platform/jobs.server.ts'
import { readAgreements } from '../queries/decided.server.ts'
import { clockEventTypes } from '../queries/log.server.ts'
import { deriveClocks } from './derive.server.ts'

const revisions = ['serviceCalendar.changed', 'serviceLevel.changed']

/**
 * The reaction to what moves a clock: the consultation's clocks are worked out anew, and pages that show it are told. After
 * a change of what was promised all clocks of the supplier are, in a job of their own. Runs any number of times.
 */
export async function followClocks({ id, type, subjectId, organizationId }: Event): Promise<void> {
  if (revisions.includes(type)) {
    const once = { jobKey: `clocks ${id}` }
    await unscopedPrisma().$transaction((tx) => addJob(tx, 'recomputeClocks', { eventId: id }, once))
  }
  if (clockEventTypes.includes(type)) await followOne(organizationId, subjectId)
}

/** The clocks of one consultation, and how it went between the sides: the latter also where nothing is promised. */
export async function followOne(organizationId: string, consultationId: string): Promise<void> {
  await unscopedPrisma().$transaction(async (tx) => {
    const agreements = await readAgreements(organizationId, tx)
    const changes = await deriveClocks(tx, organizationId, [consultationId], agreements)
    const changed = changes[0]?.after ?? changes[0]?.before
    if (changed) await tell(tx, changed)
  })
}

/** To whoever looks at it, as the trigger of events does: no event, because nobody did anything. */
async function tell(
  tx: Tx,
  {
    consultationId,
    accountId,
    organizationId,
  }: { consultationId: string; accountId: string; organizationId: string },
): Promise<void> {
  const heard = {
    ...{ id: consultationId, type: 'consultation.clocksMoved', organizationId, accountId, side: null },
    ...{ subjectType: 'consultation', subjectId: consultationId, actorId: null },
  }
  await tx.$executeRaw`SELECT pg_notify('event', ${JSON.stringify(heard)})`
}
