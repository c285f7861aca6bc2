import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { getAccount } from '#app/domain/accounts/queries/accounts.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { urgencies } from '../engine/log.ts'
import { levelEvents } from '../events.ts'
import type { LevelInput } from '../forms.ts'
import { clockPolicy } from '../policy.ts'
import { visibleCalendars } from '../scope.server.ts'

/** Decides what is promised from a day on: to everybody or one account, for every function or one. */
export async function decideLevel(actor: Actor, input: LevelInput): Promise<void> {
  await transact(async (tx) => {
    authorize(clockPolicy.decide(actor))
    const { targets, effectiveOn, accountId, function: fn, ...level } = input
    const customer = accountId ? await customerOf(tx, actor, accountId) : ''
    await requireCalendar(tx, actor, level.calendarId)
    const { id } = await tx.serviceLevel.create({
      data: {
        ...level,
        organizationId: actor.organizationId,
        accountId: accountId ?? null,
        function: fn ?? null,
        effectiveOn: new Date(`${effectiveOn}T00:00:00Z`),
        decidedById: actor.membershipId,
        decidedAt: now(),
      },
      select: { id: true },
    })
    await tx.serviceTarget.createMany({
      data: urgencies.map((urgency) => ({
        levelId: id,
        urgency,
        firstResponse: targets[urgency].first_response ?? null,
        nextResponse: targets[urgency].next_response ?? null,
        solution: targets[urgency].solution ?? null,
      })),
    })
    const payload = { customer, function: fn ?? null, effectiveOn, movesOpen: level.movesOpen }
    const subject = { id, organizationId: actor.organizationId, accountId: accountId ?? null }
    await record(tx, actor, levelEvents.changed(subject, payload, 'supplier'))
  })
}

async function customerOf(tx: Tx, actor: Actor, accountId: string): Promise<string> {
  try {
    const account = await getAccount(actor, accountId, tx)
    return account.customer.name
  } catch (error) {
    if (error instanceof NotFound) throw new Invalid('accountId', 'common:error.unknown')
    throw error
  }
}

async function requireCalendar(tx: Tx, actor: Actor, id: string): Promise<void> {
  const calendar = await tx.serviceCalendar.findFirst({
    where: { AND: [{ id }, visibleCalendars(actor)] },
    select: { id: true },
  })
  if (!calendar) throw new Invalid('calendarId', 'common:error.unknown')
}
