import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { dayOf } from '../../clocks/queries/decided.server.ts'
import {
  getConsultation,
  type KnownConsultation,
  namedConsultation,
} from '../../queries/consultation.server.ts'
import { workEvents } from '../events.ts'
import type { DueInput } from '../forms.ts'
import { workPolicy } from '../policy.ts'
import { todayOf } from '../queries/today.server.ts'
import { keptStatuses } from '../work.ts'

const years = 2

/**
 * Promises a day of the supplier's own for a consultation, another one, or none any more. The customer is told of what it
 * may read, and of the taking back of what it read.
 */
export async function promiseDay(actor: Actor, consultationId: string, input: DueInput): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, consultationId, tx)
    authorize(workPolicy.promise(actor, consultation))
    if (keptStatuses.some((each) => each === consultation.status))
      throw new Conflict('consultations:refused.promise')
    const present = await tx.consultationDue.findUnique({ where: { consultationId: consultation.id } })
    const { dueOn, isShown } = input
    if (dueOn === undefined && !present) throw new Invalid('dueOn', 'common:error.required')
    if (dueOn !== undefined) {
      if (present && dayOf(present.dueOn) === dueOn && present.isShown === isShown)
        throw new Invalid('dueOn', 'work:error.sameDay')
      await requireAhead(tx, consultation, dueOn)
    }
    await store(tx, actor, consultation, input)
    const named = namedConsultation(consultation)
    const reads = isShown && dueOn !== undefined ? null : 'supplier'
    // A day that the customer has read does not vanish silently, and the one in its place is not told.
    const event =
      dueOn === undefined || (present?.isShown && !isShown)
        ? workEvents.dueTakenBack(consultation, named, present?.isShown ? null : 'supplier')
        : workEvents.dueSet(consultation, { ...named, dueOn }, reads)
    await record(tx, actor, event)
  })
}

async function requireAhead(tx: Tx, { organizationId }: KnownConsultation, dueOn: string): Promise<void> {
  const today = await todayOf(tx, organizationId)
  if (dueOn < today) throw new Invalid('dueOn', 'work:error.dayOver')
  const last = `${Number(today.slice(0, 4)) + years}${today.slice(4)}`
  if (dueOn > last) throw new Invalid('dueOn', 'work:error.dayTooFar', { years })
}

async function store(tx: Tx, actor: Actor, known: KnownConsultation, { dueOn, isShown }: DueInput) {
  const { id: consultationId, accountId, organizationId } = known
  if (dueOn === undefined) {
    await tx.consultationDue.deleteMany({ where: { consultationId } })
    return
  }
  const data = {
    ...{ dueOn: new Date(dueOn), isShown, setById: actor.membershipId, setAt: now() },
    ...{ remindedAt: null, missedAt: null },
  }
  await tx.consultationDue.upsert({
    where: { consultationId },
    create: { consultationId, accountId, organizationId, ...data },
    update: data,
  })
}
