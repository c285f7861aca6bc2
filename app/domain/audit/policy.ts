import type { Actor } from '#app/domain/access/actor.ts'

export const auditPolicy = {
  /** The administrators of a side, for their own organization and its accounts. */
  view: (actor: Actor): boolean => actor.isAdministrator,
}
