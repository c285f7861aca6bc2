import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { hasFunction, isSupplier } from '#app/domain/access/policy.ts'
import type { MacroReach } from './macro.ts'

interface Known {
  reach: MacroReach
  ownerId: string | null
  function: MemberFunction | null
  /** Whether the actor serves the account of a team's one. */
  isOnTeam: boolean
}

/** Everybody has macros of one's own; those of others are kept by whoever they are for, and by those who look after all. */
export const macroPolicy = {
  write: (actor: Actor, { reach, ownerId, function: of, isOnTeam }: Known): boolean => {
    if (reach === 'personal') return ownerId === actor.membershipId
    if (reach === 'team' && !isSupplier(actor)) return false
    if (actor.isAdministrator) return true
    if (reach === 'team') return isOnTeam
    if (reach === 'function') return of !== null && hasFunction(actor, of)
    return isSupplier(actor) && hasFunction(actor, 'account_management')
  },
}
