import type { Actor } from '#app/domain/access/actor.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'

/** The own ones, and those of the own side of the organization; a team's one to whoever may enter its account. */
export function visibleMacros(actor: Actor): Prisma.ConsultationMacroWhereInput {
  const { organizationId, side, membershipId } = actor
  return {
    AND: [
      { organizationId, side },
      { OR: [{ reach: { not: 'personal' } }, { ownerId: membershipId }] },
      { OR: [{ accountId: null }, { account: visibleAccounts(actor) }] },
    ],
  }
}

/** Those of them that are offered in a consultation of an account. */
export function offeredMacros(actor: Actor, accountId: string): Prisma.ConsultationMacroWhereInput {
  return {
    AND: [
      visibleMacros(actor),
      { retiredAt: null },
      { OR: [{ reach: { not: 'function' } }, { function: { in: actor.functions } }] },
      {
        OR: [
          { accountId: null },
          { accountId, account: { team: { some: { membershipId: actor.membershipId } } } },
        ],
      },
    ],
  }
}
