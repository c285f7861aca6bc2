import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries } from '#app/platform/database/database.server.ts'
import { type Answer, cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { type PersonName, useWorld } from '#tests/support/world.ts'
import { ask } from '../domain/consultations/support.ts'

const world = useWorld()
let id: string

async function as(person: PersonName, pattern: string, given: Visit = {}): Promise<Answer> {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  return visit(route, await cookieOf(world, person), { params: { id }, ...given })
}
const post = (person: PersonName, part: string, body: Record<string, string>) =>
  as(person, `/consultations/:id/${part}`, { method: 'POST', body })
const quinn = () => ({ memberId: world.people.quinn.membershipId })

beforeAll(async () => {
  id = await ask(world.people.rui, world.accounts.aurora)
})

describe('people of a consultation', () => {
  test('are named, changed and taken out on pages of their own, with a toast', async () => {
    expect(await post('marcus', 'people', { ...quinn(), grade: 'write' })).toMatchObject({
      status: 302,
      location: `/consultations/${id}/people`,
    })
    const page = await as('marcus', '/consultations/:id/people')
    expect(page).toMatchObject({
      status: 200,
      value: {
        participants: { supplier: [{ name: 'Quinn Abbott', grade: 'write', isLent: true }], customer: [] },
      },
    })
    const thread = () => as('quinn', '/consultations/:id')
    const { result, statements } = await countQueries(thread)
    expect(result).toMatchObject({
      status: 200,
      value: { thread: { abilities: { post: true, answer: false } } },
    })
    // With the cookie of this test and the mark of what was seen.
    expect(statements.length).toBeLessThanOrEqual(9)
    expect((await post('quinn', 'messages', { lane: 'shared', body: 'Seen' })).status).toBe(302)
    // Only reading, from the next message on: a refusal, and the composer keeps the text.
    expect((await post('marcus', 'people/change', { ...quinn(), grade: 'read', revision: '1' })).status).toBe(
      302,
    )
    expect((await post('quinn', 'messages', { lane: 'shared', body: 'Late' })).status).toBe(403)
    const question = await as('marcus', '/consultations/:id/people/remove', {
      query: `?member=${world.people.quinn.membershipId}`,
    })
    expect(question).toMatchObject({
      status: 200,
      value: { participant: { name: 'Quinn Abbott', revision: 2 } },
    })
    const taken = await post('marcus', 'people/remove', { ...quinn(), revision: '2' })
    expect(taken).toMatchObject({ status: 302, location: `/consultations/${id}/people` })
    expect((await thread()).status).toBe(404)
    expect((await post('quinn', 'messages', { lane: 'shared', body: 'Late' })).status).toBe(404)
  })

  test('whoever leaves is led to the list, because the thread is gone', async () => {
    await post('marcus', 'people', { ...quinn(), grade: 'read' })
    const left = await post('quinn', 'people/remove', { ...quinn(), revision: '1' })
    expect(left).toMatchObject({ status: 302, location: '/consultations' })
  })

  test('every page of the thread opens for a lent colleague, or is refused as what stays with the team', async () => {
    await post('marcus', 'people', { ...quinn(), grade: 'write' })
    const pages = {
      '': 200,
      ...{
        '/people': 200,
        '/messages': 200,
        '/clocks': 200,
        '/similar': 200,
        '/checklists': 200,
        '/macros': 200,
      },
      ...{ '/readers': 200, '/links': 200, '/work/tags': 200, '/work/snooze': 200 },
      ...{ '/assign': 403, '/answer': 403, '/close': 403, '/pause': 403, '/urgency': 403, '/work/due': 403 },
      '/take-over': 403,
    }
    const answered: Record<string, number> = {}
    for (const part of Object.keys(pages)) {
      answered[part] = (await as('quinn', `/consultations/:id${part}`)).status
    }
    expect(answered).toEqual(pages)
    await post('marcus', 'people/remove', { ...quinn(), revision: '1' })
    for (const part of Object.keys(pages)) {
      expect((await as('quinn', `/consultations/:id${part}`)).status, part).toBe(404)
    }
  })

  test('what is wrong comes back with its reason, and nothing happens', async () => {
    const twice = { ...quinn(), grade: 'write' }
    await post('marcus', 'people', twice)
    const again = await post('marcus', 'people', twice)
    expect(again.status).toBe(409)
    expect(JSON.stringify(again.value)).toContain('participants:error.alreadyThere')
    const stale = await post('marcus', 'people/change', { ...twice, grade: 'decide', revision: '7' })
    expect(stale.status).toBe(409)
    const wrong = [
      { memberId: '', grade: 'write' },
      { memberId: 'x'.repeat(100_000), grade: 'write' },
      { ...quinn(), grade: 'own' },
      { memberId: world.people.sofia.membershipId, grade: 'write' },
    ]
    for (const body of wrong) expect((await post('marcus', 'people', body)).status).toBe(422)
    for (const revision of ['', '0', '-1', '1e99', 'x']) {
      expect((await post('marcus', 'people/remove', { ...quinn(), revision })).status).toBe(422)
    }
  })
})
