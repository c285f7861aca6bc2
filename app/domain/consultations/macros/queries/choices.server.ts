import { type Actor, memberFunctions } from '#app/domain/access/actor.ts'
import { listAccountNames } from '#app/domain/accounts/queries/accounts.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { macroReaches } from '../macro.ts'
import { macroPolicy } from '../policy.ts'

/** For whom the actor may keep a macro: for oneself, and for those it works with. */
export async function listChoices(actor: Actor) {
  const teams = await prisma.teamMember.findMany({
    where: { membershipId: actor.membershipId },
    select: { accountId: true },
  })
  const mine = (accountId: string) => teams.some((each) => each.accountId === accountId)
  const nobodys = { ownerId: actor.membershipId, function: null, isOnTeam: false }
  const functions = memberFunctions.filter((each) =>
    macroPolicy.write(actor, { ...nobodys, reach: 'function', function: each }),
  )
  const named = actor.side === 'supplier' ? await listAccountNames(actor) : []
  const accounts = named.filter(({ id }) =>
    macroPolicy.write(actor, { ...nobodys, reach: 'team', isOnTeam: mine(id) }),
  )
  const reaches = macroReaches.filter((reach) => {
    if (reach === 'function') return functions.length > 0
    if (reach === 'team') return accounts.length > 0
    return macroPolicy.write(actor, { ...nobodys, reach })
  })
  return { reaches, functions, accounts }
}
