import type { Actor } from '#app/domain/access/actor.ts'
import { hasFunction } from '#app/domain/access/policy.ts'

export const checklistPolicy = {
  /** What is checked each time is decided by administrators and account managers, each for the own side. */
  writeTemplate: (actor: Actor) => actor.isAdministrator || hasFunction(actor, 'account_management'),
}
