import type { Actor } from '#app/domain/access/actor.ts'
import { isCustomer } from '#app/domain/access/policy.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { type ParticipantGrade, reaches } from './participant.ts'

/** What says how the actor stands to a consultation that it sees; of team and participants the own row alone. */
export interface Standing {
  account: { isRestricted: boolean; team: { membershipId: string }[] }
  participants: { grade: ParticipantGrade }[]
}

/** Its parts of a select: `account` is spread into what else is read of the account. */
export const standingOf = ({ membershipId }: Actor) =>
  ({
    account: {
      isRestricted: true,
      team: { where: { membershipId }, select: { membershipId: true } },
    },
    participants: { where: { membershipId }, select: { grade: true } },
  }) satisfies { account: Prisma.AccountSelect; participants: Prisma.Consultation$participantsArgs }

/** Whether the actor works on the account; a lent colleague sees this consultation alone. */
export function entersAccount(actor: Actor, { account }: Standing): boolean {
  return isCustomer(actor) || !account.isRestricted || account.team.length > 0
}

/** Whether being named gives the actor this grade. */
export function isNamed({ participants }: Standing, least: ParticipantGrade): boolean {
  return participants.some(({ grade }) => reaches(grade, least))
}

/** Whether the actor may do there what the grade is for: by the account, or by being named. */
export function stands(actor: Actor, known: Standing, least: ParticipantGrade): boolean {
  return entersAccount(actor, known) || isNamed(known, least)
}
