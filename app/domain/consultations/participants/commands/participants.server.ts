import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { getConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { participantEvents } from '../events.ts'
import type { GradeInput, ParticipantInput, RemovalInput } from '../forms.ts'
import { participantPolicy } from '../policy.ts'
import { colleaguesOf, visibleParticipants } from '../scope.server.ts'

/**
 * Names a colleague of the own side in a consultation: it hears of it from now on, and is let in where the account alone
 * would not.
 * @throws NotFound, Forbidden, Invalid for somebody who is not of the own side, Conflict for who is named already
 */
export async function addParticipant(actor: Actor, id: string, input: ParticipantInput): Promise<void> {
  await transact(async (tx) => {
    const consultation = await getConsultation(actor, id, tx)
    authorize(participantPolicy.name(actor, consultation))
    const member = await tx.membership.findFirst({
      where: { AND: [{ id: input.memberId }, colleaguesOf(actor)] },
      select: { id: true, name: true },
    })
    if (!member) throw new Invalid('memberId', 'participants:error.notOfSide')
    const { accountId } = consultation
    const row = { consultationId: consultation.id, accountId, membershipId: member.id, side: actor.side }
    const added = { grade: input.grade, addedById: actor.membershipId, addedAt: now() }
    const { count } = await tx.consultationParticipant.createMany({
      data: [{ ...row, ...added }],
      skipDuplicates: true,
    })
    if (count === 0) throw new Conflict('participants:error.alreadyThere', { name: member.name })
    const payload = { ...namedConsultation(consultation), memberId: member.id, name: member.name }
    await record(
      tx,
      actor,
      participantEvents.participantAdded(consultation, { ...payload, grade: input.grade }),
    )
  })
}

/**
 * Gives somebody of the own side another grade. The same one again changes nothing and leaves no event.
 * @throws NotFound, Forbidden, Conflict when somebody else was faster
 */
export async function changeGrade(actor: Actor, id: string, input: GradeInput): Promise<void> {
  await transact(async (tx) => {
    const { consultation, participant, named } = await openParticipant(tx, actor, id, input.memberId)
    authorize(participantPolicy.name(actor, consultation))
    const { grade } = input
    if (participant.revision === input.revision && participant.grade === grade) return
    const { count } = await tx.consultationParticipant.updateMany({
      where: { ...participant.key, revision: input.revision },
      data: { grade, revision: { increment: 1 } },
    })
    if (count !== 1) throw new Conflict('participants:error.changed', { name: named.name })
    const payload = { ...named, grade, previousGrade: participant.grade }
    await record(tx, actor, participantEvents.participantChanged(consultation, payload))
  })
}

/**
 * Takes somebody of the own side out again, or oneself: at once, on all pages that are open.
 * @throws NotFound, Forbidden, Conflict when somebody else was faster
 */
export async function removeParticipant(actor: Actor, id: string, input: RemovalInput): Promise<void> {
  await transact(async (tx) => {
    const { consultation, participant, named } = await openParticipant(tx, actor, id, input.memberId)
    authorize(participantPolicy.remove(actor, consultation, input.memberId))
    // Before it is so: whoever leaves may write nothing there afterwards.
    await record(tx, actor, participantEvents.participantRemoved(consultation, named))
    const { count } = await tx.consultationParticipant.deleteMany({
      where: { ...participant.key, revision: input.revision },
    })
    if (count !== 1) throw new Conflict('participants:error.changed', { name: named.name })
  })
}

/** One of the own side; the other side's are nobody to change. */
async function openParticipant(tx: Tx, actor: Actor, id: string, membershipId: string) {
  const consultation = await getConsultation(actor, id, tx)
  const key = { consultationId: consultation.id, membershipId }
  const found = await tx.consultationParticipant.findFirst({
    where: { AND: [{ ...key, side: actor.side }, visibleParticipants(actor)] },
    select: { grade: true, revision: true, member: { select: { name: true } } },
  })
  if (!found) throw new NotFound()
  const { member, ...participant } = found
  const named = { ...namedConsultation(consultation), memberId: membershipId, name: member.name }
  return { consultation, participant: { ...participant, key }, named }
}
