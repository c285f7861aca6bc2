import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { type Answer, cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

async function as(person: PersonName, pattern: string, given: Visit = {}): Promise<Answer> {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  return visit(route, await cookieOf(world, person), given)
}
const post = (person: PersonName, id: string, act: string, body: Record<string, string>) =>
  as(person, `/consultations/:id/${act}`, { method: 'POST', params: { id }, body })

async function ask(person: PersonName, changes: Record<string, string> = {}): Promise<string> {
  const body = {
    accountId: world.accounts.lumen,
    function: 'engineering',
    subject: 'Bearing noise',
    body: 'At 1,500 rpm',
    ...changes,
  }
  const answer = await as(person, '/consultations/new', { method: 'POST', body })
  expect(answer.status).toBe(302)
  return /\/consultations\/([0-9a-f-]{36})$/.exec(answer.location ?? '')?.[1] ?? ''
}

interface ThreadPage {
  thread: {
    status: string
    messages: { id: string; lane: string; html: string }[]
    answer: { html: string } | null
    abilities: Record<string, boolean>
    history: { type: string }[]
  }
}
const page = async (person: PersonName, id: string) =>
  ((await as(person, '/consultations/:id', { params: { id } })).value as ThreadPage).thread

interface ListPage {
  page: { items: { id: string; number: string; isUnread: boolean }[]; next: string | null }
  count: { shown: number; isMore: boolean }
}
const list = async (person: PersonName, query = '') =>
  (await as(person, '/consultations', { query })).value as ListPage

describe('a thread', () => {
  test('asked, written in, answered, accepted, reopened', async () => {
    const id = await ask('lin')
    expect(
      await post('ingrid', id, 'messages', { lane: 'shared', body: 'Which **bearing**?' }),
    ).toMatchObject({
      status: 302,
      location: expect.stringMatching(new RegExp(`^/consultations/${id}#m-`)),
    })
    const inPlace = await post('ingrid', id, 'messages', { lane: 'internal', body: 'x', inPlace: '1' })
    expect(inPlace).toMatchObject({ status: 200, value: { messageId: expect.any(String) } })
    expect((await post('ingrid', id, 'answer', { body: 'Use 6205-C3' })).status).toBe(302)
    const seen = await page('lin', id)
    expect(seen.messages.map((message) => message.lane)).toEqual(['shared', 'shared', 'shared'])
    expect(seen.messages[1]?.html).toContain('<strong>bearing</strong>')
    expect(seen.abilities).toMatchObject({
      accept: true,
      reopen: true,
      answer: false,
      assign: false,
      post: true,
    })
    expect((await page('chen', id)).abilities).toMatchObject({ accept: false, reopen: false, post: true })
    expect((await page('tomas', id)).abilities).toMatchObject({ answer: true, accept: false })
    const messageId = seen.messages[2]?.id ?? ''
    expect((await post('lin', id, 'accept', { messageId })).location).toBe(`/consultations/${id}`)
    expect((await page('lin', id)).answer?.html).toContain('6205-C3')
    expect((await post('lin', id, 'reopen', {})).status).toBe(422)
    expect((await post('lin', id, 'reopen', { reason: 'Still noisy' })).status).toBe(302)
    const reopened = await page('ingrid', id)
    expect(reopened.status).toBe('reopened')
    expect(reopened.history.map((event) => event.type.split('.')[1])).toEqual([
      'reopened',
      'accepted',
      'answered',
      'asked',
    ])
  })

  test('what was wrong comes back with what was typed', async () => {
    const id = await ask('lin')
    const empty = await post('ingrid', id, 'messages', { lane: 'shared', body: ' ' })
    expect(empty).toMatchObject({
      status: 422,
      value: { lastResult: { error: { body: ['common:error.required'] } } },
    })
    await post('ingrid', id, 'answer', { body: 'First' })
    const late = await post('tomas', id, 'answer', { body: 'Second' })
    expect(late).toMatchObject({
      status: 409,
      value: {
        lastResult: {
          error: { '': ['consultations:error.answeredMeanwhile'] },
          initialValue: { body: 'Second' },
        },
      },
    })
  })

  test('takes at most six statements with the two of the frame', async () => {
    const id = await ask('lin')
    for (let n = 0; n < 19; n += 1)
      await post('lin', id, 'messages', { lane: 'shared', body: `Message ${n}` })
    const cookie = await cookieOf(world, 'ingrid')
    const route = everyRoute().find((each) => each.pattern === '/consultations/:id')
    if (!route) throw new Error('no route')
    const { statements } = await countQueries(() => visit(route, cookie, { params: { id } }))
    // One of them reads the session.
    expect(statements.length - 1).toBeLessThanOrEqual(4)
  })
})

describe('the list', () => {
  test('filters by state, person, text and number, and marks what is unread', async () => {
    const id = await ask('wu', { function: 'quality', subject: 'Cartons are damp' })
    const mine = await list('wu', '?whose=mine')
    expect(mine.page.items.map((row) => row.id)).toEqual([id])
    expect(mine.page.items[0]?.isUnread).toBe(true)
    await page('wu', id)
    expect((await list('wu', '?whose=mine')).page.items[0]?.isUnread).toBe(false)
    const number = mine.page.items[0]?.number ?? ''
    expect((await list('ingrid', `?q=${number}`)).page.items.map((row) => row.id)).toEqual([id])
    expect((await list('ingrid', '?q=DAMP&status=new')).page.items.map((row) => row.id)).toEqual([id])
    expect((await list('ingrid', '?q=DAMP&status=accepted')).page.items).toEqual([])
    expect((await list('quinn', '?whose=function')).page.items.map((row) => row.id)).toEqual([id])
    expect((await list('rui')).page.items).toEqual([])
    expect((await list('ingrid', '?account=nonsense')).count).toEqual({ shown: 0, isMore: false })
  })

  test('pages by cursor, without losing or repeating a row', async () => {
    for (let n = 0; n < 52; n += 1) await ask('chen', { subject: `Page ${n}` })
    const first = await list('ingrid', '?q=Page')
    expect(first.page.items).toHaveLength(50)
    const second = await list('ingrid', `?q=Page&after=${first.page.next}`)
    const ids = [...first.page.items, ...second.page.items].map((row) => row.id)
    expect(new Set(ids).size).toBe(52)
    expect(second.page.next).toBeNull()
  })
})
