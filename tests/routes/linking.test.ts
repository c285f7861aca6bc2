import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries } from '#app/platform/database/database.server.ts'
import { type Answer, cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { type PersonName, useWorld } from '#tests/support/world.ts'
import { ask } from '../domain/consultations/support.ts'

const world = useWorld()
let one: string
let two: string

async function as(person: PersonName, pattern: string, given: Visit = {}): Promise<Answer> {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  return visit(route, await cookieOf(world, person), given)
}
const post = (
  person: PersonName,
  pattern: string,
  params: Record<string, string>,
  body: Record<string, string>,
) => as(person, pattern, { method: 'POST', params, body })

beforeAll(async () => {
  one = await ask(world.people.lin, world.accounts.lumen)
  two = await ask(world.people.lin, world.accounts.lumen, { subject: 'Fan is loud' })
})

describe('related and merged', () => {
  test('are marked on a page of their own, and the thread stays a few statements', async () => {
    const found = await as('ingrid', '/consultations/:id/links', { params: { id: one }, query: '?q=loud' })
    expect(found).toMatchObject({ status: 200, value: { found: [{ id: two, isOfAccount: true }] } })
    expect(await post('ingrid', '/consultations/:id/links', { id: one }, { otherId: two })).toMatchObject({
      status: 302,
      location: `/consultations/${one}/links`,
    })
    const merged = await post('ingrid', '/consultations/:id/merge', { id: two }, { intoId: one })
    expect(merged).toMatchObject({ status: 302, location: `/consultations/${one}` })
    const thread = () => as('ingrid', '/consultations/:id', { params: { id: one } })
    const { result, statements } = await countQueries(thread)
    expect(result.value).toMatchObject({ thread: { mergedHere: [{ id: two }], related: [{ id: two }] } })
    // With the cookie of this test and the mark of what was seen.
    expect(statements.length).toBeLessThanOrEqual(9)
  })

  test('what is refused comes back to the form with its reason', async () => {
    const again = await post('ingrid', '/consultations/:id/merge', { id: two }, { intoId: one })
    expect(again.status).toBe(409)
    expect(JSON.stringify(again.value)).toContain('linking:error.mergedAlready')
    const written = await post(
      'ingrid',
      '/consultations/:id/messages',
      { id: two },
      { lane: 'shared', body: 'Hello' },
    )
    expect(written.status).toBe(409)
    expect(JSON.stringify(written.value)).toContain('linking:error.isMerged')
    expect((await post('ingrid', '/consultations/:id/links', { id: one }, { otherId: 'C-12' })).status).toBe(
      422,
    )
    expect((await post('ingrid', '/consultations/:id/links', { id: one }, { otherId: one })).status).toBe(422)
  })
})

describe('macros', () => {
  const texts = { 'texts.en': 'Hello {{asker.name}}, about {{product}}' }

  test('fill in the composer without scripts; what is open is not sent', async () => {
    const kept = await post(
      'ingrid',
      '/consultations/macros/new',
      {},
      { name: 'Hello', reach: 'personal', ...texts },
    )
    expect(kept).toMatchObject({ status: 302, location: '/consultations/macros' })
    const offered = await as('ingrid', '/consultations/:id/macros', { params: { id: one } })
    const [macro] = (offered.value as { macros: { id: string }[] }).macros
    const query = `?macro=${macro?.id}&lane=shared&language=en`
    const page = await as('ingrid', '/consultations/:id/messages', { params: { id: one }, query })
    expect(page.value).toMatchObject({
      macro: { text: 'Hello 林晓, about ⟦product⟧', unfilled: ['product'] },
    })
    const body = { lane: 'shared', body: 'Hello 林晓, about ⟦product⟧', macroId: macro?.id ?? '' }
    const open = await post('ingrid', '/consultations/:id/messages', { id: one }, body)
    expect(open.status).toBe(422)
    expect(JSON.stringify(open.value)).toContain('⟦product⟧')
    const sent = await post(
      'ingrid',
      '/consultations/:id/messages',
      { id: one },
      { ...body, body: 'Hello 林晓' },
    )
    expect(sent.status).toBe(302)
    // Somebody else’s fills in nothing.
    const others = await as('dev', '/consultations/:id/messages', { params: { id: one }, query })
    expect(others.value).toMatchObject({ macro: null })
  })

  test('an unknown variable is named', async () => {
    const body = { name: 'Price', reach: 'personal', 'texts.en': '{{price}}' }
    const answer = await post('ingrid', '/consultations/macros/new', {}, body)
    expect(answer.status).toBe(422)
    expect(JSON.stringify(answer.value)).toContain('{{price}}')
  })
})
