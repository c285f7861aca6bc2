import type { Actor } from '#app/domain/access/actor.ts'
import {
  addParticipant,
  changeGrade,
  removeParticipant,
} from '#app/domain/consultations/participants/commands/participants.server.ts'
import type { ParticipantGrade } from '#app/domain/consultations/participants/participant.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { as } from '../support.ts'

/** Names somebody as the actor. */
export const name = (actor: Actor, id: string, member: Actor, grade: ParticipantGrade) =>
  as(actor, () => addParticipant(actor, id, { memberId: member.membershipId, grade }))

export const change = (actor: Actor, id: string, member: Actor, grade: ParticipantGrade, revision = 1) =>
  as(actor, () => changeGrade(actor, id, { memberId: member.membershipId, grade, revision }))

export const remove = (actor: Actor, id: string, member: Actor, revision = 1) =>
  as(actor, () => removeParticipant(actor, id, { memberId: member.membershipId, revision }))

export const participantsOf = (consultationId: string) =>
  unscopedPrisma().consultationParticipant.findMany({
    where: { consultationId },
    orderBy: { addedAt: 'asc' },
  })
