import { beforeAll, describe, expect, test } from 'vitest'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { type Answer, cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { type PersonName, useWorld } from '#tests/support/world.ts'
import { noteInForce } from '../domain/consultations/offers/support.ts'
import { ask } from '../domain/consultations/support.ts'

const world = useWorld()
let source: string
let aurora: string
let note: string

async function as(person: PersonName, pattern: string, given: Visit = {}): Promise<Answer> {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  return visit(route, await cookieOf(world, person), given)
}

beforeAll(async () => {
  const { lin, rui, dev } = world.people
  source = await ask(lin, world.accounts.lumen, { subject: 'Inverter trips in hot weather at noon' })
  aurora = await ask(rui, world.accounts.aurora, { subject: 'Our inverter trips when weather is hot' })
  note = await noteInForce(dev, source, [{ accountId: null, functions: ['engineering'] }])
})

const offer = (person: PersonName, body: Record<string, string | string[]>) =>
  as(person, '/documents/:id/offers', { method: 'POST', params: { id: note }, body })
const say = (person: PersonName, id: string, body: Record<string, string>) =>
  as(person, '/consultations/:id/offers', { method: 'POST', params: { id }, body })

describe('offering a note', () => {
  test('has a page for the supplier alone', async () => {
    for (const person of ['lin', 'rui', 'wu'] as const)
      expect((await as(person, '/documents/:id/offers', { params: { id: note } })).status).toBe(404)
    const seen = await as('dev', '/documents/:id/offers', { params: { id: note } })
    expect(seen.status).toBe(200)
    expect(JSON.stringify(seen.value)).toContain('Aurora')
    const walled = await as('ingrid', '/documents/:id/offers', { params: { id: note } })
    expect(walled.status).toBe(200)
    expect(JSON.stringify(walled.value)).not.toContain('Aurora')
  })

  test('needs a choice that is there: nothing, nonsense and too many come back to the form', async () => {
    const empty = await offer('dev', { version: '1' })
    expect(empty.status).toBe(422)
    expect(JSON.stringify(empty.value)).toContain('offers:error.none')
    expect((await offer('dev', { version: '', consultationIds: source })).status).toBe(422)
    expect((await offer('dev', { version: '9'.repeat(400), consultationIds: source })).status).toBe(422)
    expect((await offer('dev', { version: '1', consultationIds: 'nonsense' })).status).toBe(422)
    const many = Array.from({ length: 101 }, () => crypto.randomUUID())
    expect((await offer('dev', { version: '1', consultationIds: many })).status).toBe(422)
    expect((await offer('ingrid', { version: '1', consultationIds: aurora })).status).toBe(422)
    expect((await offer('dev', { version: '2', consultationIds: source })).status).toBe(409)
  })

  test('goes to whom was chosen; whoever offers it there again is told', async () => {
    expect((await offer('dev', { version: '1', consultationIds: [source, aurora] })).status).toBe(302)
    const again = await offer('ingrid', { version: '1', consultationIds: source })
    expect(again.status).toBe(409)
    expect(JSON.stringify(again.value)).toContain('offers:error.already')
  })
})

describe('an offered note', () => {
  const offerIdIn = async (consultationId: string) =>
    (await unscopedPrisma().noteOffer.findFirstOrThrow({ where: { consultationId } })).id

  test('is on the thread and on its page, and no other customer is', async () => {
    for (const pattern of ['/consultations/:id', '/consultations/:id/offers']) {
      const seen = await as('lin', pattern, { params: { id: source } })
      expect(seen.status).toBe(200)
      const text = JSON.stringify(seen.value)
      expect(text).toContain('TN-')
      for (const word of ['Aurora', aurora, 'Rui']) expect(text).not.toContain(word)
      const blind = JSON.stringify((await as('wu', pattern, { params: { id: source } })).value)
      expect(blind).not.toContain('TN-')
      expect((await as('rui', pattern, { params: { id: source } })).status).toBe(404)
    }
  })

  test('is said once to answer it or not', async () => {
    const offerId = await offerIdIn(source)
    expect((await say('lin', source, { offerId, outcome: 'perhaps' })).status).toBe(422)
    expect((await say('lin', source, { offerId: 'x', outcome: 'helpful' })).status).toBe(422)
    expect((await say('lin', aurora, { offerId, outcome: 'helpful' })).status).toBe(404)
    expect((await say('rui', aurora, { offerId, outcome: 'helpful' })).status).toBe(404)
    expect((await say('wu', source, { offerId, outcome: 'helpful' })).status).toBe(404)
    expect((await say('dev', source, { offerId, outcome: 'helpful' })).status).toBe(403)
    expect((await say('lin', source, { offerId, outcome: 'helpful' })).status).toBe(302)
    const again = await say('lin', source, { offerId, outcome: 'dismissed' })
    expect(again.status).toBe(409)
    expect(JSON.stringify(again.value)).toContain('offers:error.decided')
  })
})
