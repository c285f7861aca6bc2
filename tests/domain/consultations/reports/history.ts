import { afterAll, beforeAll } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { pauseClocks } from '#app/domain/consultations/clocks/commands/pause.server.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { assignConsultation } from '#app/domain/consultations/commands/assign.server.ts'
import { reopenConsultation } from '#app/domain/consultations/commands/reopen.server.ts'
import { rateAnswer } from '#app/domain/consultations/decisions/commands/rate.server.ts'
import { mergeConsultation } from '#app/domain/consultations/linking/commands/merge.server.ts'
import type { AskedReport } from '#app/domain/consultations/reports/asked.ts'
import { getReport } from '#app/domain/consultations/reports/queries/report.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { useWorld, type World } from '#tests/support/world.ts'
import { at, promise, react } from '../clocks/support.ts'
import { as, ask } from '../support.ts'

/** Where the history stops: Wednesday, ten in the morning. */
export const present = '03T10:00'

/**
 * A week of Halden in June 2026; Monday is the first. Open from 09:00 to 17:00 UTC; promised are a first response within
 * 4 hours, the next within 8, the solution within 24. What became of each stands beside it.
 */
export async function tellHistory(world: World): Promise<Record<string, string>> {
  const { lin, chen, ingrid, marcus, quinn, rui, admin } = world.people
  const { lumen, aurora } = world.accounts
  at('01T08:00')
  await promise(admin)
  const answer = (actor: Actor, id: string) =>
    as(actor, () => answerConsultation(actor, id, { body: 'Change the fan', fileIds: [] }))
  at('01T09:00')
  // Answered after 3 h, accepted after one more, rated 5.
  const accepted = await ask(lin, lumen, { subject: 'Accepted' })
  // Answered after 6 h: too late. Another member of the supplier has it meanwhile.
  const late = await ask(chen, lumen, { subject: 'Late', function: 'purchasing' })
  // Of the other customer: never answered.
  const others = await ask(rui, aurora, { subject: 'Confidential' })
  at('01T10:00')
  // Answered after 4 h to the minute; reopened on Tuesday at nine, answered again at eleven.
  const reopened = await ask(lin, lumen, { subject: 'Reopened' })
  await as(marcus, () =>
    assignConsultation(marcus, late, {
      assigneeId: quinn.membershipId,
      previousId: marcus.membershipId,
    }),
  )
  at('01T12:00')
  const messageId = await answer(ingrid, accepted)
  at('01T13:00')
  await as(lin, () => acceptAnswer(lin, accepted, { messageId }))
  await as(lin, () => rateAnswer(lin, accepted, { messageId, steps: 3, word: '' }))
  await as(lin, () => rateAnswer(lin, accepted, { messageId, steps: 5, word: 'Quick and clear' }))
  at('01T14:00')
  await answer(ingrid, reopened)
  at('01T15:00')
  await answer(quinn, late)
  at('01T16:00')
  // Written down for the customer, answered after half an hour.
  const writtenDown = await ask(marcus, lumen, { subject: 'By telephone', askedById: lin.membershipId })
  at('01T16:30')
  await answer(ingrid, writtenDown)
  at('02T09:00')
  await as(lin, () => reopenConsultation(lin, reopened, 'It trips again'))
  // Nobody answers: due on Tuesday at 13:00.
  const overdue = await ask(lin, lumen, { subject: 'Overdue' })
  // Asked back after an hour, and waits for the customer.
  const paused = await ask(lin, lumen, { subject: 'Paused' })
  const merged = await ask(lin, lumen, { subject: 'Asked twice' })
  at('02T10:00')
  await as(ingrid, () => pauseClocks(ingrid, paused, { reason: 'waiting', body: 'Which firmware?' }))
  at('02T11:00')
  await answer(ingrid, reopened)
  await as(ingrid, () => mergeConsultation(ingrid, merged, paused))
  at('03T09:30')
  // Not due yet.
  const open = await ask(lin, lumen, { subject: 'Just asked' })
  at(present)
  const ids = { accepted, late, others, reopened, writtenDown, overdue, paused, merged, open }
  for (const id of Object.values(ids)) await react(id)
  return ids
}

/** The week of the history. */
export const june: AskedReport = { from: '2026-06-01', to: '2026-06-07', by: 'account' }

/** As somebody reads that week, narrowed or broken down otherwise. */
export const report = (actor: Actor, changes: Partial<AskedReport> = {}) =>
  as(actor, () => getReport(actor, { ...june, ...changes }))

/** Called once at the top of a test file: its world has had that week; `ids` are filled from the first `beforeAll` on. */
export function useHistory(): { world: World; ids: Record<string, string> } {
  const world = useWorld()
  const ids: Record<string, string> = {}
  beforeAll(async () => {
    Object.assign(ids, await tellHistory(world))
  })
  afterAll(() => void setClock(() => new Date()))
  return { world, ids }
}
