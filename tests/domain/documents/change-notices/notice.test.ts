import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { writeNotice } from '#app/domain/documents/change-notices/commands/write-notice.server.ts'
import { IdtaRecord } from '#app/domain/documents/change-notices/export/idta.ts'
import { serveNotice } from '#app/domain/documents/change-notices/export/serve.server.ts'
import { NoticeForm, type NoticeInput } from '#app/domain/documents/change-notices/forms.ts'
import { listNotices } from '#app/domain/documents/change-notices/queries/list.server.ts'
import { getNoticePage } from '#app/domain/documents/change-notices/queries/notice.server.ts'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { ask, asks, declare } from '../acknowledgements/requests.ts'
import { as, note, release } from '../notes.ts'

useTestDatabase()
let world: World
let people: World['people']
beforeAll(async () => {
  world = await createWorld()
  people = world.people
  const { lumen, aurora } = world.accounts
  const variant = (accountId: string, number: string) =>
    unscopedPrisma().variant.create({
      data: { organizationId: world.organizations.halden, accountId, productId: world.product, number },
    })
  await variant(lumen, 'CMD-075-4-L1')
  await variant(aurora, 'CMD-075-4-A1')
  // Another supplier has parts of the same numbers.
  const other = await unscopedPrisma().organization.create({
    data: { name: 'Other Drives', language: 'en', timeZone: 'UTC' },
  })
  const family = await unscopedPrisma().productFamily.create({
    data: { organizationId: other.id, code: 'CMD', name: 'Drives' },
  })
  const data = { organizationId: other.id, familyId: family.id, name: 'Drive' }
  await unscopedPrisma().product.create({ data: { ...data, number: 'CMD-075-4' } })
  await unscopedPrisma().product.create({ data: { ...data, number: 'CMD-110-4' } })
})

const says = (input: Partial<NoticeInput> = {}): NoticeInput => ({
  type: 'pcn',
  pattern: 'CMD-050-4..CMD-150-4',
  reasons: ['MATER'],
  categories: ['ACEL'],
  cause: 'The capacitor’s maker ends its series.',
  impacts: ['reliability'],
  impactNote: '',
  marking: 'Date code from 2627 on',
  PCN: '2026-03-02',
  SOP: '2026-04-01',
  changes: [{ name: 'Lifetime at 40 °C', unit: 'h', old: '5000', new: '7500' }],
  replacements: [],
  ...input,
})

async function draft(kind: 'change_notice' | 'technical_note' = 'change_notice') {
  const { lumen, aurora } = world.accounts
  const reach = { accountIds: [lumen, aurora], functions: ['engineering' as const, 'purchasing' as const] }
  const { id } = await as(people.dev, () =>
    createDocument(people.dev, note({ kind, title: 'Capacitor', ...reach })),
  )
  return id
}
const write = (actor: Actor, id: string, input = says()) => as(actor, () => writeNotice(actor, id, input))
async function released() {
  const id = await draft()
  await write(people.dev, id)
  await as(people.dev, () => submitVersion(people.dev, id))
  await release(people.quinn, id)
  return id
}
const pageOf = (actor: Actor, id: string) => as(actor, () => getNoticePage(actor, id, null))

describe('writing', () => {
  test('a range means the own parts in it and their variants, never another supplier’s', async () => {
    const id = await draft()
    await write(people.dev, id)
    const page = await pageOf(people.dev, id)
    expect(page.notice?.parts.map(({ number }) => number)).toEqual([
      'CMD-075-4',
      'CMD-075-4-A1',
      'CMD-075-4-L1',
    ])
    expect(page.accounts.map(({ name, parts }) => [name, parts])).toEqual([
      ['Aurora Refrigeração', ['CMD-075-4-A1']],
      ['Lumen Appliances', ['CMD-075-4-L1']],
    ])
    expect(page.accounts[0]?.early).toEqual([{ code: 'SOP', on: '2026-04-01', earliest: '2026-05-31' }])
    // What only another supplier has is none of ours.
    await expect(write(people.dev, id, says({ pattern: 'CMD-110-4' }))).rejects.toMatchObject({
      field: 'pattern',
    })
    await expect(write(people.dev, id, says({ pattern: 'CMD-100-4..CMD-120-4' }))).rejects.toThrow(Invalid)
  })

  test('is for the author of a draft, and for notices alone', async () => {
    const id = await draft()
    await expect(write(people.ingrid, id)).rejects.toThrow(Forbidden)
    await expect(write(people.lin, id)).rejects.toThrow(NotFound)
    await expect(write(people.dev, await draft('technical_note'))).rejects.toThrow(NotFound)
    await expect(write(people.dev, await released())).rejects.toThrow(Conflict)
  })

  test('nothing is submitted before it says what changes; from then on it is fixed', async () => {
    const id = await draft()
    await expect(as(people.dev, () => submitVersion(people.dev, id))).rejects.toThrow(Conflict)
    await write(people.dev, id)
    await as(people.dev, () => submitVersion(people.dev, id))
    const rows = unscopedPrisma()
    await expect(
      rows.changeNotice.updateMany({ where: { documentId: id }, data: { cause: 'x' } }),
    ).rejects.toThrow(/immutable/)
    await expect(rows.changeNoticePart.deleteMany({ where: { number: 'CMD-075-4' } })).rejects.toThrow(
      /immutable/,
    )
  })

  test('the form names what is missing at its field', () => {
    const form = { type: 'pdn', pattern: 'A-120..A-100', PCN: '2026-03-02' }
    const { error } = NoticeForm.safeParse(form)
    const fields = error?.issues.map(({ path }) => path.join('.')) ?? []
    expect(fields).toContain('pattern')
    const whole = NoticeForm.safeParse({ ...form, pattern: 'A-1' }).error?.issues.map(({ path }) => path[0])
    expect(whole).toEqual(['reasons', 'categories', 'EOP'])
    const row = NoticeForm.safeParse({ ...says(), replacements: '', changes: [{ old: '1', new: '2' }, {}] })
    expect(row.error?.issues.map(({ path }) => path.join('.'))).toEqual(['changes.0.name'])
  })
})

describe('reading', () => {
  test('a customer sees the products and its own variant, and nothing of whom else it concerns', async () => {
    const id = await released()
    const lin = await pageOf(people.lin, id)
    expect(lin.notice?.parts.map(({ number }) => number)).toEqual(['CMD-075-4', 'CMD-075-4-L1'])
    expect(lin.accounts).toEqual([])
    expect(JSON.stringify(lin)).not.toMatch(/-A1|Aurora|CMD-150/)
    await expect(pageOf(people.wu, id)).rejects.toThrow(NotFound)
    const wall = await as(people.lin, async () => [
      await prisma.changeNoticePart.count({ where: { number: 'CMD-075-4-A1' } }),
      await prisma.changeNoticePattern.count(),
    ])
    expect(wall).toEqual([0, 0])
    // Ingrid is not on Aurora's team.
    const ingrid = await pageOf(people.ingrid, id)
    expect(ingrid.accounts.map(({ name }) => name)).toEqual(['Lumen Appliances'])
  })

  test('the overview counts the accounts by state', async () => {
    const id = await released()
    await ask(world, id, asks([world.accounts.lumen, world.accounts.aurora], { purchasing: 0 }))
    await declare(people.lin, id, 'engineering')
    const rowOf = async (actor: Actor) =>
      (await as(actor, () => listNotices(actor))).find((row) => row.id === id)
    expect((await rowOf(people.marcus))?.states.sort()).toEqual(['acknowledged', 'sent'])
    expect((await rowOf(people.rui))?.states).toEqual(['sent'])
    expect(await rowOf(people.wu)).toBeUndefined()
  })

  test('is exported as a record of IDTA 02036 and as CSV, with what the reader sees', async () => {
    const id = await released()
    const fetch = async (actor: Actor, query: string) =>
      (await as(actor, () => serveNotice(actor, id, new URLSearchParams(query)))).text()
    const record = IdtaRecord.parse(JSON.parse(await fetch(people.lin, 'version=1')))
    expect(record.AffectedPartNumbers).toEqual([
      { AffectedPartNumber: 'CMD-075-4' },
      { AffectedPartNumber: 'CMD-075-4-L1' },
    ])
    expect(record).toMatchObject({ Manufacturer: 'Halden Components', PcnType: 'PCN' })
    const csv = await fetch(people.marcus, 'version=1&format=csv')
    expect(csv.split('\r\n')).toHaveLength(5)
    expect(csv).toContain('"CMD-075-4-A1"')
    expect(IdtaRecord.safeParse({ ...record, PcnType: 'PDN' }).success).toBe(false)
  })
})
