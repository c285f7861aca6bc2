import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { assumptionOf, draftOf, sharedBy } from '../domain/comparisons/comparison-cases.ts'

useTestDatabase()
let world: World
const cookies = new Map<PersonName, string>()
beforeAll(async () => {
  world = await createWorld()
})

async function as(person: PersonName, path: string, given: Visit = {}) {
  const route = everyRoute().find((each) => each.pattern === `/comparisons${path}`)
  if (!route) throw new Error(`no route ${path}`)
  const cookie = cookies.get(person) ?? (await cookieOf(world, person))
  cookies.set(person, cookie)
  return visit(route, cookie, given)
}
const post = (
  person: PersonName,
  path: string,
  params: Record<string, string>,
  body: Record<string, string>,
) => as(person, path, { method: 'POST', params, body })
const errorsOf = (value: unknown) =>
  (value as { lastResult: { error?: Record<string, string[]> } }).lastResult.error

const filled = () => ({
  accountId: world.accounts.lumen,
  title: 'Drive',
  currency: 'CNY',
  ratePercent: '8.5',
  horizonYears: '3',
  'volumes[0].quantity': '1,200',
  'options[0].key': 'n1',
  'options[0].name': 'Present',
  'options[1].key': 'n2',
  'options[1].name': 'New',
  'lines[0].key': 'n1',
  'lines[0].name': 'Material',
  'lines[0].category': 'material',
  'lines[0].basis': 'per_unit',
  'lines[0].values.n1': '12.5',
  'lines[0].values.n2': '11',
})

describe('the form of a new comparison', () => {
  test('is read as the language writes numbers, and leads to the draft', async () => {
    const created = await post('marcus', '/new', {}, filled())
    expect(created).toMatchObject({
      status: 302,
      location: expect.stringMatching(/^\/comparisons\/[0-9a-f-]{36}$/),
    })
    const id = created.location?.split('/').at(-1) ?? ''
    const { value } = await as('marcus', '/:id', { params: { id } })
    expect(value).toMatchObject({
      comparison: { currency: 'CNY', discountRate: '0.085', horizonYears: 3 },
      result: { alternatives: [{ firstYearSaving: '1800' }] },
    })
  })

  test('says at each field what is wrong with it', async () => {
    const wrong = {
      ...filled(),
      title: ' ',
      ratePercent: '',
      horizonYears: '2.5',
      'volumes[0].quantity': '-1',
      'options[1].name': '',
      'lines[0].values.n1': 'ten',
      'lines[0].values.n2': '1.0000000001',
    }
    const { status, value } = await post('marcus', '/new', {}, wrong)
    expect(status).toBe(422)
    expect(errorsOf(value)).toEqual({
      title: ['common:error.required'],
      ratePercent: ['common:error.required'],
      horizonYears: ['comparisons:error.wholeYears'],
      'volumes[0].quantity': ['common:error.tooSmall {"min":0}'],
      'options[1].name': ['common:error.required'],
      'lines[0].values.n1': ['comparisons:error.notANumber {"example":"1234.5"}'],
      'lines[0].values.n2': ['comparisons:error.tooManyPlaces {"places":9}'],
    })
  })

  test('grows by a button without scripts', async () => {
    const intent = JSON.stringify({
      type: 'insert',
      payload: { name: 'options', defaultValue: { key: 'n3', name: '' } },
    })
    const { value } = await post('marcus', '/new', {}, { ...filled(), __intent__: intent })
    expect(
      (value as { lastResult: { initialValue: { options: object[] } } }).lastResult.initialValue.options,
    ).toHaveLength(3)
  })

  test('is for those who make comparisons', async () => {
    for (const person of ['tomas', 'chen'] as const) {
      expect((await as(person, '/new')).status).toBe(403)
      expect((await post(person, '/new', {}, filled())).status).toBe(403)
    }
  })
})

describe('the page', () => {
  test('costs at most four statements, and offers what the person may do', async () => {
    const id = await sharedBy([world.people.marcus, world.people.dev], world.accounts.lumen)
    await as('chen', '/:id', { params: { id } })
    const { result, statements } = await countQueries(() => as('chen', '/:id', { params: { id } }))
    // The first reads the session.
    expect(statements.length).toBeLessThanOrEqual(5)
    expect(result.value).toMatchObject({
      side: 'customer',
      abilities: { changeStructure: false, share: false, copy: false, setValue: true, sign: true },
    })
    const { value } = await as('tomas', '/:id', { params: { id } })
    expect(value).toMatchObject({ abilities: { setValue: false, sign: false } })
    for (const stranger of ['sofia', 'wu'] as const) {
      expect((await as(stranger, '/:id', { params: { id } })).status).toBe(404)
    }
    expect((await as('marcus', '/:id', { params: { id: 'nothing' } })).status).toBe(404)
  })

  test('the structure is changed by its form, and a conflict keeps what was typed', async () => {
    const id = await draftOf(world.people.marcus, world.accounts.lumen)
    const { accountId: _, ...body } = { ...filled(), revision: '1' }
    expect((await post('marcus', '/:id/edit', { id }, body)).status).toBe(302)
    const again = await post('ingrid', '/:id/edit', { id }, body)
    expect(again.status).toBe(409)
    expect(errorsOf(again.value)).toEqual({ '': ['comparisons:error.structureMoved {"revision":2}'] })
  })
})

describe('a value', () => {
  test('is saved in place or by its page; wrong and late ones come back', async () => {
    const id = await sharedBy([world.people.marcus, world.people.dev], world.accounts.lumen)
    const { id: assumptionId } = await assumptionOf(id, ['Drive', 'Present drive'])
    const params = { id, assumptionId }
    const path = '/:id/assumptions/:assumptionId'
    const wrong = await post('chen', path, params, { value: 'much' })
    expect([wrong.status, errorsOf(wrong.value)?.value]).toEqual([
      422,
      ['comparisons:error.notANumber {"example":"1234.5"}'],
    ])
    expect(await post('chen', path, params, { value: '55', inPlace: '1' })).toMatchObject({
      status: 200,
      value: { isSaved: true },
    })
    const late = await post('lin', path, params, { value: '56' })
    expect(late.status).toBe(409)
    const { value } = await as('lin', path, { params })
    const { customer } = (value as { assumption: { customer: { changedAt: Date } } }).assumption
    const seenAt = customer.changedAt.toISOString()
    expect(await post('lin', path, params, { value: '56', seenAt })).toMatchObject({
      status: 302,
      location: `/comparisons/${id}#a-${assumptionId}`,
    })
    expect((await as('tomas', path, { params })).status).toBe(403)
    expect((await as('sofia', path, { params })).status).toBe(404)
  })
})

test('from the draft to the agreement', async () => {
  const id = await draftOf(world.people.marcus, world.accounts.lumen)
  const params = { id }
  expect((await post('marcus', '/:id/approval', params, { act: 'ask' })).status).toBe(302)
  const unreasoned = await post('dev', '/:id/approval', params, { act: 'sendBack' })
  expect([unreasoned.status, errorsOf(unreasoned.value)]).toEqual([
    422,
    { reason: ['common:error.required'] },
  ])
  expect((await post('dev', '/:id/approval', params, { act: 'approve' })).status).toBe(302)
  const page = (await as('marcus', '/:id/share', { params })).value as { readers: { name: string }[] }
  expect(page.readers.map((reader) => reader.name).sort()).toEqual(['林晓', '陈伟'])
  expect((await post('marcus', '/:id/share', params, {})).status).toBe(302)
  expect((await as('marcus', '/:id/share', { params })).location).toBe(`/comparisons/${id}`)
  const { hash } = (await as('chen', '/:id/sign', { params })).value as { hash: string }
  const unmeant = await post('chen', '/:id/sign', params, { hash })
  expect([unmeant.status, errorsOf(unmeant.value)]).toEqual([
    422,
    { isMeant: ['comparisons:error.confirmSignature'] },
  ])
  const other = await post('chen', '/:id/sign', params, { hash: 'f'.repeat(64), isMeant: 'on' })
  expect(other.status).toBe(409)
  expect((await as('chen', '/:id/agreement', { params })).status).toBe(404)
  expect((await post('chen', '/:id/sign', params, { hash, isMeant: 'on' })).location).toBe(
    `/comparisons/${id}`,
  )
  expect((await as('chen', '/:id/sign', { params })).location).toBe(`/comparisons/${id}`)
  const signed = await post('marcus', '/:id/sign', params, { hash, isMeant: 'on' })
  expect(signed.location).toBe(`/comparisons/${id}/agreement`)
  const { value } = await as('chen', '/:id/agreement', { params })
  expect(value).toMatchObject({ agreement: { isIntact: true, isReproduced: true } })
  const copied = await post('marcus', '/:id/copy', params, {})
  expect(copied.location).toMatch(/^\/comparisons\/[0-9a-f-]{36}\/edit$/)
  expect((await post('chen', '/:id/copy', params, {})).status).toBe(403)
})
