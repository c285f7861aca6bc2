import { beforeAll, describe, expect, test } from 'vitest'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { plain } from '#tests/support/visibility/finders.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()
useTestStorage()
let world: World
let records: Records
beforeAll(async () => {
  world = await createWorld()
  records = await createRecords(world)
})

describe('what ends at once', () => {
  const countOf = (name: PersonName) =>
    runAsActor(
      world.people[name].membershipId,
      async () => (await prisma.consultation.count()) + (await prisma.document.count()),
    )

  test('a deactivated member sees nothing, and everything again when it is reactivated', async () => {
    const where = { id: world.people.lin.membershipId }
    const before = await countOf('lin')
    expect(before).toBeGreaterThan(0)
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: new Date() } })
    expect(await countOf('lin')).toBe(0)
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: null } })
    expect(await countOf('lin')).toBe(before)
  })

  test('a closed account is lost to the customer and kept for the supplier', async () => {
    const where = { id: world.accounts.lumen }
    await unscopedPrisma().account.update({ where, data: { closedAt: new Date() } })
    expect(await countOf('lin')).toBe(0)
    expect(await countOf('ingrid')).toBeGreaterThan(0)
    await unscopedPrisma().account.update({ where, data: { closedAt: null } })
  })

  test('who leaves the team of a restricted account loses it', async () => {
    const where = {
      accountId_membershipId: {
        accountId: world.accounts.aurora,
        membershipId: world.people.dev.membershipId,
      },
    }
    const find = () =>
      runAsActor(world.people.dev.membershipId, () => plain.consultation(records.consultations.aurora))
    expect(await find()).not.toBeNull()
    await unscopedPrisma().teamMember.delete({ where })
    expect(await find()).toBeNull()
  })
})
