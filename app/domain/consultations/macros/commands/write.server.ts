import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { macroEvents } from '../events.ts'
import type { MacroInput } from '../forms.ts'
import { macroPolicy } from '../policy.ts'
import { getMacro, isOnTeam } from '../queries/macros.server.ts'

/**
 * Writes a macro, a new one when no id is given. What was sent with it stays as it was sent.
 * @throws NotFound, Forbidden, Invalid, Conflict
 */
export async function writeMacro(actor: Actor, id: string | null, input: MacroInput): Promise<string> {
  return transact(async (tx) => {
    const known = id ? await getMacro(actor, id, tx) : null
    if (known) authorize(macroPolicy.write(actor, known))
    const { reach, name, texts, takesOver, asksBack, revision } = input
    const place = await placeOf(tx, actor, input)
    authorize(
      macroPolicy.write(actor, { ...place, reach, isOnTeam: await isOnTeam(actor, place.accountId, tx) }),
    )
    // A customer neither takes over nor stops the clocks.
    const acts = actor.side === 'supplier' ? { takesOver, asksBack } : {}
    const data = { reach, name, texts, ...place, ...acts, updatedById: actor.membershipId, updatedAt: now() }
    const { organizationId, side } = actor
    const macroId = id ?? uuidv7()
    if (known) {
      const { count } = await tx.consultationMacro.updateMany({
        where: { id: macroId, revision: revision ?? known.revision },
        data: { ...data, revision: { increment: 1 } },
      })
      if (count === 0) throw new Conflict('macros:error.changedMeanwhile')
    } else {
      await tx.consultationMacro.create({
        data: { id: macroId, organizationId, side, ...data },
        select: { id: true },
      })
    }
    const subject = { id: macroId, organizationId, accountId: place.accountId }
    await record(tx, actor, macroEvents.written(subject, told({ reach, name }), side))
    return macroId
  })
}

/**
 * Takes a macro out of the choice, or brings it back.
 * @throws NotFound, Forbidden
 */
export async function retireMacro(actor: Actor, id: string, isRetired: boolean): Promise<void> {
  await transact(async (tx) => {
    const macro = await getMacro(actor, id, tx)
    authorize(macroPolicy.write(actor, macro))
    if ((macro.retiredAt !== null) === isRetired) return
    await tx.consultationMacro.update({
      where: { id },
      data: { retiredAt: isRetired ? now() : null, updatedById: actor.membershipId, updatedAt: now() },
      select: { id: true },
    })
    const { organizationId, side } = actor
    const happened = isRetired ? macroEvents.retired : macroEvents.restored
    const subject = { id, organizationId, accountId: macro.accountId }
    await record(tx, actor, happened(subject, told(macro), side))
  })
}

/** A team's one is told of in its account, to whoever may enter that. */
const told = ({ reach, name }: Pick<MacroInput, 'reach' | 'name'>) => ({
  reach,
  name: reach === 'personal' ? '' : name,
})

/** Whose it is: the actor's, a function's, a team's that was found in the actor's scope, or everybody's. */
async function placeOf(tx: Tx, actor: Actor, { reach, function: of, accountId }: MacroInput) {
  const nobodys = { ownerId: null, function: null, accountId: null }
  if (reach === 'personal') return { ...nobodys, ownerId: actor.membershipId }
  if (reach === 'function') return { ...nobodys, function: of ?? null }
  if (reach === 'organization') return nobodys
  const account = await tx.account.findFirst({
    where: { AND: [{ id: accountId ?? '' }, visibleAccounts(actor)] },
    select: { id: true },
  })
  if (!account) throw new Invalid('accountId', 'common:error.unknown')
  return { ...nobodys, accountId: account.id }
}
