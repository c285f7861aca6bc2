import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { lanesOf } from './consultation.ts'

/**
 * The consultations of the accounts that the actor may enter: colleagues work on one matter together. For the supplier
 * it says which ones are left out, because most are not: so the database walks the newest first and stops early,
 * where it would otherwise collect those of every account and sort them.
 */
export function visibleConsultations(actor: Actor): Prisma.ConsultationWhereInput {
  if (actor.side === 'customer') return { account: visibleAccounts(actor) }
  const withoutMe = { isRestricted: true, team: { none: { membershipId: actor.membershipId } } }
  return { organizationId: actor.organizationId, NOT: { account: withoutMe } }
}

/** What both sides read, and the notes of the own side. */
export function visibleMessages(actor: Actor): Prisma.MessageWhereInput {
  return { lane: { in: lanesOf(actor.side) } }
}

/** Files follow the lane of their message. */
export function visibleMessageFiles(actor: Actor): Prisma.MessageFileWhereInput {
  return { lane: { in: lanesOf(actor.side) }, message: { consultation: visibleConsultations(actor) } }
}
