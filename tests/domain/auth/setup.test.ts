import { expect, test } from 'vitest'
import {
  isSetupOpen,
  prepareFirstStart,
  setUp,
  unscopedAdmitSupplier,
} from '#app/domain/auth/setup.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'

useTestDatabase()

const input = (code: string) => ({
  ...{
    code,
    organizationName: 'Halden Components',
    language: 'en' as const,
    timeZone: 'America/Los_Angeles',
  },
  ...{ name: 'Avery Cole', email: 'avery@halden.example', password: 'granite kettle orbit' },
})

test('the first start asks for a one-time code, which works once', async () => {
  const starts = await Promise.all([prepareFirstStart(), prepareFirstStart(), prepareFirstStart()])
  const codes = starts.filter((start) => start !== null)
  expect(codes).toHaveLength(1)
  const code = codes[0]?.code ?? ''
  expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}$/)
  expect(JSON.stringify(await unscopedPrisma().setupCode.findMany())).not.toContain(code)

  const back = setClock(() => new Date(Date.now() + 120_000))
  const later = await prepareFirstStart().finally(back)
  await expect(setUp(input(code))).rejects.toThrow(Invalid)
  await expect(setUp({ ...input(later?.code ?? ''), password: 'password1234' })).rejects.toThrow(Invalid)
  expect(await isSetupOpen()).toBe(true)

  const typed = (later?.code ?? '').toLowerCase().replaceAll('-', ' ')
  const tries = await Promise.allSettled([setUp(input(typed)), setUp(input(typed))])
  expect(tries.filter((t) => t.status === 'fulfilled')).toHaveLength(1)
  const membership = await unscopedPrisma().membership.findFirstOrThrow({ include: { organization: true } })
  expect(membership).toMatchObject({
    side: 'supplier',
    isAdministrator: true,
    organization: { name: 'Halden Components' },
  })
  expect(await unscopedPrisma().organization.count()).toBe(1)
  expect(await isSetupOpen()).toBe(false)
  expect(await prepareFirstStart()).toBeNull()
  await expect(setUp(input(typed))).rejects.toThrow(Invalid)
})

test('one more supplier comes in with a code that works once, for a day, and for a new address', async () => {
  const second = {
    ...{ organizationName: 'Kestrel Capacitors', email: 'noor@kestrel.example', name: 'Noor Haddad' },
    password: 'violet harbour ledger',
  }
  const late = await unscopedAdmitSupplier()
  const back = setClock(() => new Date(Date.now() + 25 * 3_600_000))
  expect(await isSetupOpen()).toBe(false)
  await expect(setUp({ ...input(late), ...second }).finally(back)).rejects.toMatchObject({ field: 'code' })

  const replaced = await unscopedAdmitSupplier()
  const code = await unscopedAdmitSupplier()
  expect(await isSetupOpen()).toBe(true)
  await expect(setUp({ ...input(replaced), ...second })).rejects.toMatchObject({ field: 'code' })
  await expect(setUp(input(code))).rejects.toMatchObject({ field: 'email' })
  // A refusal does not use the code up.
  expect(await setUp({ ...input(code), ...second })).toMatch(/^[^=]+=.+/)
  expect(await isSetupOpen()).toBe(false)
  const organizations = await unscopedPrisma().organization.findMany({ orderBy: { id: 'asc' } })
  expect(organizations.map(({ name }) => name)).toEqual(['Halden Components', 'Kestrel Capacitors'])
  await expect(setUp({ ...input(code), ...second, email: 'third@kestrel.example' })).rejects.toThrow(Invalid)
})
