import { beforeAll, describe, expect, test } from 'vitest'
import { type Answer, cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { type PersonName, useWorld } from '#tests/support/world.ts'
import { messagesIn } from '../domain/consultations/notes/support.ts'
import { ask } from '../domain/consultations/support.ts'

const world = useWorld()
let id: string

async function as(person: PersonName, pattern: string, given: Visit = {}): Promise<Answer> {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  return visit(route, await cookieOf(world, person), given)
}

beforeAll(async () => {
  id = await ask(world.people.lin, world.accounts.lumen, { body: 'It trips at Lumen.' })
})

const begin = (body: Record<string, string | string[]>) =>
  as('ingrid', '/consultations/:id/note', { method: 'POST', params: { id }, body })

describe('a note from a consultation', () => {
  test('needs a title and a message: what is missing comes back to the form', async () => {
    const empty = await begin({ title: '', kind: 'technical_note' })
    expect(empty.status).toBe(422)
    expect(JSON.stringify(empty.value)).toContain('notes:error.noMessage')
    const huge = await begin({ title: 'x'.repeat(201), kind: 'technical_note', messageIds: 'nonsense' })
    expect(huge.status).toBe(422)
  })

  test('leads to its marks, and is not submitted while one is open', async () => {
    const [message] = await messagesIn(id)
    const begun = await begin({ title: 'Trips', kind: 'technical_note', messageIds: message?.id ?? '' })
    expect(begun.status).toBe(302)
    const note = begun.location?.split('/')[2] ?? ''
    expect(begun.location).toBe(`/documents/${note}/redaction`)
    const params = { id: note }
    const page = await as('ingrid', '/documents/:id/redaction', { params })
    expect(page.value).toMatchObject({ open: [{ text: 'Lumen', kind: 'organization', field: 'body' }] })
    // Of the names of other customers nothing comes along.
    expect(JSON.stringify(page.value)).not.toContain('Aurora')
    expect((await as('ingrid', '/documents/:id/submit', { method: 'POST', params })).status).toBe(409)
    const document = (person: PersonName) => as(person, '/documents/:id', { params })
    expect((await document('ingrid')).value).toMatchObject({ origin: { id } })
    expect((await document('lin')).status).toBe(404)
    const decision = { field: 'body', from: '12', folded: 'lumen', outcome: 'remove' }
    const stale = { ...decision, seenAt: '2026-01-01T00:00:00Z' }
    const late = await as('ingrid', '/documents/:id/redaction', { method: 'POST', params, body: stale })
    expect(late.status).toBe(409)
  })
})
