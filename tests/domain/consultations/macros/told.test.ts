import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { listEvents } from '#app/domain/audit/queries.server.ts'
import { retireMacro, writeMacro } from '#app/domain/consultations/macros/commands/write.server.ts'
import { MacroForm } from '#app/domain/consultations/macros/forms.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as } from '../support.ts'

const world = useWorld()

const write = (actor: Actor, accountId: string, name: string) => {
  const input = MacroForm.parse({ name, reach: 'team', accountId, texts: { en: 'Hello' } })
  return as(actor, () => writeMacro(actor, null, input))
}

test('the macro of a restricted account’s team is told to nobody who may not enter that account', async () => {
  const { marcus, admin } = world.people
  const hidden = await write(marcus, world.accounts.aurora, 'Price of the retrofit')
  await as(marcus, () => retireMacro(marcus, hidden, true))
  await write(marcus, world.accounts.lumen, 'Firmware')
  const told = (actor: Actor) =>
    as(actor, async () => JSON.stringify((await listEvents(actor, { type: 'macro' })).items))
  expect(await told(admin)).toContain('Firmware')
  expect(await told(admin)).not.toContain('Price of the retrofit')
  await unscopedPrisma().membership.update({
    where: { id: marcus.membershipId },
    data: { isAdministrator: true },
  })
  expect(await told({ ...marcus, isAdministrator: true })).toContain('Price of the retrofit')
})
