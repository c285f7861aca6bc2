import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { useTestDatabase } from '#tests/support/database.ts'
import { cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { eventTypes } from '../domain/documents/notes.ts'
import { approve, forLumen, removeRules, review, rule, submit } from '../domain/documents/reviews/support.ts'

useTestDatabase()
let world: World
const cookies = new Map<PersonName, string>()
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(removeRules)

async function as(person: PersonName, pattern: string, given: Visit = {}) {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  const cookie = cookies.get(person) ?? (await cookieOf(world, person))
  cookies.set(person, cookie)
  return visit(route, cookie, given)
}
/** What the release page's button carries for the names on it. */
const reachOf = async (person: PersonName, id: string) =>
  ((await as(person, '/documents/:id/release', { params: { id } })).value as { reach: { key: string } }).reach
    .key
const post = (person: PersonName, pattern: string, id: string, body: Visit['body'] = {}) =>
  as(person, pattern, { method: 'POST', params: { id }, body })

test('a rule is written with its form, and says at the field what is wrong', async () => {
  const write = (body: Visit['body']) => as('quinn', '/documents/review-rules/new', { method: 'POST', body })
  const wrong = await write({ kind: 'data_sheet', reviewerIds: [world.people.lin.membershipId] })
  expect(wrong).toMatchObject({
    status: 422,
    value: { lastResult: { error: { reviewerIds: ['reviews:error.notThere'] } } },
  })
  const body = { kind: 'data_sheet', reviewerFunction: 'quality', reviewerCount: '1', checklist: 'Units' }
  expect(await write(body)).toMatchObject({ status: 302, location: '/documents/review-rules' })
  expect(await write(body)).toMatchObject({
    status: 422,
    value: { lastResult: { error: { kind: ['reviews:error.ruleExists'] } } },
  })
  const list = await as('admin', '/documents/review-rules')
  expect(list.value).toMatchObject({ rules: [{ kind: 'data_sheet', checklist: ['Units'] }] })
})

test('from the submission over the review to a planned release', async () => {
  const { quinn, ingrid, dev } = world.people
  await rule(quinn, {
    reviewerIds: [dev.membershipId],
    approver: `member:${quinn.membershipId}`,
    checklist: 'Units',
  })
  const id = await submit(ingrid, forLumen(world))
  const page = await as('dev', '/documents/:id', { params: { id } })
  expect(page.value).toMatchObject({ abilities: { review: true, release: false, return: true } })
  const { round } = await review(dev, id)
  const seenAt = round.submittedAt.toISOString()
  const seen = { version: '1', seenAt, reach: await reachOf('quinn', id) }
  const early = await post('quinn', '/documents/:id/release', id, seen)
  expect(early).toMatchObject({ status: 409 })
  expect(JSON.stringify(early.value)).toContain('documents:error.reviewOpen')
  const item = { itemId: round.checklist[0]?.id ?? '', isChecked: 'yes' }
  expect((await post('dev', '/documents/:id/review/checklist', id, item)).status).toBe(302)
  const long = { seenAt, comment: 'x'.repeat(2001) }
  expect((await post('dev', '/documents/:id/review/approve', id, long)).status).toBe(422)
  const approved = await post('dev', '/documents/:id/review/approve', id, { seenAt, comment: 'Good.' })
  expect(approved).toMatchObject({ status: 302, location: `/documents/${id}/review` })
  expect((await as('dev', '/documents/:id/review/approve', { params: { id } })).status).toBe(409)
  const plan = (releaseAt: string) =>
    post('quinn', '/documents/:id/release', id, { ...seen, when: 'later', releaseAt })
  expect((await plan('')).status).toBe(422)
  expect(await plan('2020-01-01T08:00')).toMatchObject({
    status: 422,
    value: { lastResult: { error: { releaseAt: [expect.stringContaining('reviews:error.past')] } } },
  })
  const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10)
  expect((await plan(`${tomorrow}T08:00`)).status).toBe(302)
  const shown = await as('ingrid', '/documents/:id/review', { params: { id } })
  expect(shown.value).toMatchObject({
    scheduled: { decidedBy: { name: 'Quinn Abbott' } },
    abilities: { cancel: true, approve: false, release: false },
  })
  expect((await post('ingrid', '/documents/:id/release/cancel', id)).status).toBe(302)
  expect((await post('quinn', '/documents/:id/release', id, seen)).status).toBe(302)
  expect((await eventTypes(id)).slice(1)).toEqual([
    'submitted',
    'checklistChanged',
    'reviewCompleted',
    'releaseScheduled',
    'releaseCancelled',
    'released',
  ])
})

test('a release without the names that were confirmed is refused, and the page names them', async () => {
  const id = await submit(world.people.ingrid, forLumen(world))
  const { round } = await review(world.people.dev, id)
  const seen = { version: '1', seenAt: round.submittedAt.toISOString() }
  const later = { when: 'later', releaseAt: '2099-01-01T08:00' }
  for (const body of [seen, { ...seen, reach: '' }, { ...seen, ...later }]) {
    const refused = await post('dev', '/documents/:id/release', id, body)
    expect(refused).toMatchObject({
      status: 409,
      value: { lastResult: { error: { '': ['reviews:error.reachUnseen'] } } },
    })
  }
  const other = await post('dev', '/documents/:id/release', id, { ...seen, reach: 'another' })
  expect(other).toMatchObject({
    status: 409,
    value: { lastResult: { error: { '': ['reviews:error.reachMeanwhile'] } } },
  })
  expect((await as('dev', '/documents/:id/release', { params: { id } })).value).toMatchObject({
    reach: { sees: { groups: [{ parts: [{ names: ['林晓'] }] }] } },
  })
  expect((await eventTypes(id)).at(-1)).toBe('submitted')
})

test('two who release at once: one gets the page, the other a sentence with 409', async () => {
  const id = await submit(world.people.ingrid, forLumen(world))
  const { round } = await review(world.people.dev, id)
  const body = { version: '1', seenAt: round.submittedAt.toISOString(), reach: await reachOf('dev', id) }
  const both = await Promise.all(
    (['dev', 'quinn'] as const).map((person) => post(person, '/documents/:id/release', id, body)),
  )
  expect(both.map((answer) => answer.status).sort()).toEqual([302, 409])
  expect(JSON.stringify(both.find((answer) => answer.status === 409)?.value)).toContain(
    'documents:error.releasedMeanwhile',
  )
})

describe('home', () => {
  test('shows what is to review, and the list can be narrowed down to it', async () => {
    const { quinn, ingrid, dev } = world.people
    await rule(quinn, { reviewerIds: [dev.membershipId] })
    const id = await submit(ingrid)
    const waits = async () =>
      ((await as('dev', '/')).value as { waiting: { id: string; reason: string; href: string }[] }).waiting
    expect((await waits()).find((each) => each.id === id)).toMatchObject({
      reason: 'toReview',
      href: `/documents/${id}/review?version=1`,
    })
    const listed = async () =>
      ((await as('dev', '/documents', { query: '?review=mine' })).value as { page: { items: object[] } }).page
    expect((await listed()).items).toMatchObject([{ id }])
    await approve(dev, id)
    expect((await listed()).items).toEqual([])
    expect((await waits()).find((each) => each.id === id)).toMatchObject({ reason: 'toRelease' })
  })
})
