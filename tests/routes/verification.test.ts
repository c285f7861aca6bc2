import { beforeAll, describe, expect, test } from 'vitest'
import { useTestDatabase } from '#tests/support/database.ts'
import { cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { measuring } from '../domain/comparisons/verification-cases.ts'

useTestDatabase()
let world: World
const cookies = new Map<PersonName, string>()
beforeAll(async () => {
  world = await createWorld()
})
const { agreed, measured, verifiedMonth, planOf, quantityOf, view, enter } = measuring(() => world)

async function as(person: PersonName, pattern: string, given: Visit = {}) {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  const cookie = cookies.get(person) ?? (await cookieOf(world, person))
  cookies.set(person, cookie)
  return visit(route, cookie, given)
}
const at = (path: string) => `/comparisons/:id/verification${path}`
const post = (
  person: PersonName,
  path: string,
  params: Record<string, string>,
  body: Record<string, string>,
) => as(person, at(path), { method: 'POST', params, body })
const errorsOf = (value: unknown) =>
  (value as { lastResult: { error?: Record<string, string[]> } }).lastResult.error

const rows = {
  'quantities[0].name': 'Energy',
  'quantities[0].unit': 'kWh',
  'quantities[0].category': 'energy',
  'quantities[0].place': 'Line 3',
  'quantities[0].measuredFrom': '2026-03-01',
  'quantities[0].baseline': '1,250.5',
  'quantities[0].price': '0.16',
  'quantities[1].name': '',
  'quantities[1].unit': '',
}

describe('the plan', () => {
  test('is read as the language writes numbers; what is wrong stands at its field, what was typed stays', async () => {
    const id = await agreed()
    const { optionId } = await planOf(id)
    const body = {
      ...rows,
      optionId,
      ipmvpOption: 'C',
      boundary: 'Line 3',
      startsOn: '2026-03',
      periods: '6',
      revision: '0',
    }
    const wrong = await post(
      'marcus',
      '/plan',
      { id },
      { ...body, 'quantities[0].price': '-1', startsOn: 'March' },
    )
    expect(wrong.status).toBe(422)
    expect(Object.keys(errorsOf(wrong.value) ?? {})).toEqual(['startsOn', 'quantities[0].price'])
    expect(wrong.value).toMatchObject({ lastResult: { initialValue: { boundary: 'Line 3' } } })
    expect(await post('marcus', '/plan', { id }, body)).toMatchObject({
      status: 302,
      location: `/comparisons/${id}/verification`,
    })
    expect((await view('chen', id)).plan).toMatchObject({
      ipmvpOption: 'C',
      quantities: [{ baseline: '1250.5' }],
    })
    const late = await post('lin', '/plan', { id }, body)
    expect([late.status, errorsOf(late.value)?.['']]).toEqual([
      409,
      ['verification:error.planMoved {"revision":1}'],
    ])
    expect((await as('lin', at('/plan'), { params: { id } })).value).toMatchObject({
      revision: 1,
      draft: { boundary: 'Line 3' },
    })
  })

  test('is signed by its hash and with a tick', async () => {
    const id = await agreed()
    const { optionId } = await planOf(id)
    await post(
      'lin',
      '/plan',
      { id },
      {
        ...rows,
        optionId,
        ipmvpOption: 'B',
        boundary: 'All',
        startsOn: '2026-03',
        periods: '1',
        revision: '0',
      },
    )
    const { value } = await as('chen', at('/sign'), { params: { id } })
    const { hash } = (value as { subject: { hash: string } }).subject
    const unticked = await post('chen', '/sign', { id }, { matter: 'plan', hash })
    expect([unticked.status, errorsOf(unticked.value)?.isMeant]).toEqual([
      422,
      ['verification:error.confirm'],
    ])
    const other = await post('chen', '/sign', { id }, { matter: 'plan', hash: 'a'.repeat(64), isMeant: 'on' })
    expect(other.status).toBe(409)
    expect((await post('chen', '/sign', { id }, { matter: 'plan', hash, isMeant: 'on' })).status).toBe(302)
    expect((await as('chen', at('/sign'), { params: { id } })).status).toBe(302)
  })
})

describe('a month', () => {
  test('is entered by its form; empty, huge and late values come back', async () => {
    const id = await measured({ periods: 3 })
    const params = { id, month: '1' }
    const reading = { 'readings[0].quantityId': await quantityOf(id) }
    const enterIt = (value: string, more = {}) =>
      post('lin', '/months/:month', params, {
        ...reading,
        'readings[0].value': value,
        volume: '1,000',
        revision: '0',
        ...more,
      })
    for (const [value, more, field] of [
      ['', {}, 'readings[0].value'],
      ['9'.repeat(40), {}, 'readings[0].value'],
      ['5', { volume: '' }, 'volume'],
      ['5', { 'readings[0].nonRoutine': '7' }, 'readings[0].nonRoutineReason'],
    ] as const) {
      const { status, value: reply } = await enterIt(value, more)
      expect([status, Object.keys(errorsOf(reply) ?? {})]).toEqual([422, [field]])
    }
    expect((await enterIt('-20.25')).status).toBe(302)
    expect((await enterIt('1')).status).toBe(409)
    const { value } = await as('marcus', at('/months/:month'), { params })
    expect(value).toMatchObject({ latest: { saving: '420.25' }, canSign: true, revision: 1 })
    for (const month of ['0', '4', 'x', '111'])
      expect((await as('lin', at('/months/:month'), { params: { id, month } })).status).toBe(404)
  })

  test('is read by both sides, and by nobody else', async () => {
    const id = await measured()
    await enter('marcus', id, 1)
    for (const [person, status] of [
      ['chen', 200],
      ['tomas', 200],
      ['wu', 404],
      ['sofia', 404],
    ] as const) {
      expect((await as(person, at('/months/:month'), { params: { id, month: '1' } })).status).toBe(status)
      expect((await as(person, at(''), { params: { id } })).status).toBe(status)
    }
    expect((await as('tomas', at(''), { params: { id } })).value).toMatchObject({
      abilities: { enter: false, sign: false },
    })
  })
})

test('the ledger as a page and as files', async () => {
  const id = await measured()
  await verifiedMonth(id, 1, '370')
  const { value } = await as('chen', '/savings', { query: '?by=category&year=2026' })
  expect(value).toMatchObject({
    asked: { by: 'category', year: 2026 },
    ledger: { totals: [{ currency: 'EUR' }] },
  })
  expect((await as('wu', '/savings')).value).toMatchObject({ ledger: { rows: [] } })
  for (const format of ['csv', 'xlsx'])
    expect((await as('chen', '/savings/export', { query: `?format=${format}` })).status).toBe(200)
})
