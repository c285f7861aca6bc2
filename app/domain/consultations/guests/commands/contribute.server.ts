import type { MemberFunction } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { partEvents } from '../../parts/events.ts'
import type { GuestContribution } from '../forms.ts'
import type { Seat } from '../queries/seats.server.ts'
import { getGuestConsultation } from '../queries/thread.server.ts'
import { numbered } from './write.server.ts'

interface Outcome {
  outcome: 'done' | 'unknown' | 'settled' | 'changed'
  question: string
  function: MemberFunction
  askedById: string
  assigneeId: string | null
}

/**
 * Saves what a guest writes for the part that it owns, hands it in, or takes it back. It is the supplier's own: the other side
 * sees it once it stands in the answer.
 * @throws NotFound, Forbidden for who reads alone, Conflict when it was changed meanwhile or nothing is answered any more
 */
export async function contributeAsGuest(
  seat: Seat,
  partId: string | undefined,
  { act, contribution = '', fileIds, revision }: GuestContribution,
): Promise<void> {
  if (seat.grade !== 'write') throw new Forbidden()
  const id = requireId(partId)
  await transact(async (tx) => {
    const place = await getGuestConsultation(tx)
    const [done] = await tx.$queryRaw<Outcome[]>`
      SELECT outcome, question, function, asked_by AS "askedById", assignee AS "assigneeId"
      FROM app_guest_contribute(${id}::uuid, ${revision}::int, ${act}, ${contribution}, ${fileIds}::uuid[],
                                ${now()}::timestamptz)`
    if (!done || done.outcome === 'unknown') throw new NotFound()
    if (done.outcome === 'settled') throw new Conflict('guests:part.error.settled')
    if (done.outcome === 'changed') throw new Conflict('guests:part.error.changed')
    if (act === 'save') return
    const { question, function: fn, askedById, assigneeId } = done
    const told = [...new Set([askedById, assigneeId].filter((one) => one !== null))]
    const event = act === 'handIn' ? partEvents.partContributed : partEvents.partTakenBack
    await record(
      tx,
      seat,
      event(place, { ...numbered(place), told, partId: id, question, function: fn }, 'supplier'),
    )
  })
}
