import type { Actor } from '#app/domain/access/actor.ts'
import { listMembersOfAccount } from '#app/domain/accounts/queries/members-of-account.server.ts'
import { isSecond, makesComparisons } from '../policy.ts'

interface Prepared {
  accountId: string
  ownerId: string
  changedById: string | null
}

/** Who could approve it once the actor has asked for it. */
export async function listApprovers(actor: Actor, comparison: Prepared) {
  const members = await listMembersOfAccount(actor, comparison.accountId)
  return members
    .filter((member) => makesComparisons(member) && isSecond(member, comparison))
    .map(({ membershipId, name, functions }) => ({ id: membershipId, name, functions }))
}
