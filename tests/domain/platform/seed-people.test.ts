import { beforeAll, expect, test } from 'vitest'
import { listMemberships } from '#app/domain/accounts/queries/members.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { guest } from '#prisma/seed/cast.ts'
import { formerScenes } from '#prisma/seed/former.ts'
import { tellBeginning } from '#prisma/seed/index.ts'
import { kestrelScenes } from '#prisma/seed/kestrel/index.ts'
import { signInLines } from '#prisma/seed/sign-ins.ts'
import { play } from '#prisma/seed/timeline.ts'
import { useTestDatabase } from '#tests/support/database.ts'

useTestDatabase()
beforeAll(async () => {
  const world = await tellBeginning()
  await play([...formerScenes(world), ...kestrelScenes()])
  setClock(() => new Date())
}, 60_000)

test('who is printed can sign in, and nobody else', async () => {
  // The guest comes with the consultation that it is in.
  const printed = signInLines()
    .flatMap((line) => /\S+@\S+/.exec(line)?.[0] ?? [])
    .filter((email) => email !== guest.email)
  const members = await unscopedPrisma().user.findMany({
    where: { memberships: { some: { deactivatedAt: null } }, credential: { isNot: null } },
    select: { email: true },
  })
  expect(members.map(({ email }) => email).sort()).toEqual(printed.toSorted())
})

test('one has left, and the name of another who left was erased wherever it stood', async () => {
  const former = await unscopedPrisma().membership.findMany({
    where: { deactivatedAt: { not: null } },
    select: { name: true, erasedAt: true },
    orderBy: { name: 'asc' },
  })
  expect(former).toMatchObject([
    { name: 'Greta Lund', erasedAt: null },
    { name: 'Удалённый сотрудник', erasedAt: expect.any(Date) },
  ])
  const told = JSON.stringify([
    await unscopedPrisma().event.findMany(),
    await unscopedPrisma().user.findMany(),
    await unscopedPrisma().invitation.findMany(),
    await unscopedPrisma().mail.findMany(),
  ])
  expect(told).not.toContain('Николай Громов')
  expect(told).not.toContain('nikolai@')
})

test('Aurora has two suppliers under one sign-in, and Quinn stands on both sides', async () => {
  const suppliersOf = await unscopedPrisma().account.findMany({
    where: { customer: { memberships: { some: { user: { email: 'rui@aurora.example' } } } } },
    select: { supplier: { select: { name: true } } },
  })
  expect(suppliersOf.map(({ supplier }) => supplier.name).sort()).toEqual([
    'Halden Components',
    'Kestrel Capacitors',
  ])
  const quinn = await unscopedPrisma().user.findUniqueOrThrow({ where: { email: 'quinn@halden.example' } })
  expect((await listMemberships(quinn.id)).map((each) => [each.organizationName, each.side])).toEqual([
    ['Halden Components', 'supplier'],
    ['Halden Components', 'customer'],
  ])
})
