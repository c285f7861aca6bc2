import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { storeFile } from '#app/platform/storage.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { eventTypes, released, submitted, upload } from '../domain/documents/notes.ts'

// What is stored goes beside the test's own folder, not into the application's.
const storage = join(tmpdir(), `counterpart-files-${process.pid}`)
process.env.STORAGE_URL = `file:${storage}`
useTestDatabase()
let world: World
const cookies = new Map<PersonName, string>()
beforeAll(async () => {
  world = await createWorld()
})
afterAll(() => rm(storage, { recursive: true, force: true }))

async function as(person: PersonName, pattern: string, given: Visit = {}) {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  const cookie = cookies.get(person) ?? (await cookieOf(world, person))
  cookies.set(person, cookie)
  return visit(route, cookie, given)
}

const forLumen = () => ({ accountIds: [world.accounts.lumen], functions: ['engineering' as const] })
const filled = () => ({
  title: 'Bearing currents',
  language: 'en',
  body: '# Cause\n\ntext',
  accountIds: [world.accounts.lumen],
  functions: ['engineering', 'quality'],
})
const idOf = (location: string | null) => /\/documents\/([0-9a-f-]{36})/.exec(location ?? '')?.[1] ?? ''

describe('writing', () => {
  test('from the form to the release', async () => {
    const created = await as('ingrid', '/documents/new', { method: 'POST', body: filled() })
    expect(created.status).toBe(302)
    const id = idOf(created.location)
    const params = { id }
    const edit = (await as('ingrid', '/documents/:id/edit', { params })).value as { draft: { seenAt: Date } }
    const seenAt = edit.draft.seenAt.toISOString()
    const body = { ...filled(), title: 'Bearing currents in drives', seenAt }
    expect(await as('ingrid', '/documents/:id/edit', { method: 'POST', params, body })).toMatchObject({
      status: 302,
      location: `/documents/${id}?version=1`,
    })
    const write = (text: string) =>
      as('ingrid', '/documents/:id/edit', { method: 'POST', params, body: { ...body, body: text } })
    expect(await write('# Cause\n\nanother')).toMatchObject({ status: 302 })
    const again = await write('# Cause\n\na third')
    const compared = { parts: [{ mine: '# Cause\n\na third', theirs: '# Cause\n\nanother' }] }
    const lastResult = { error: { '': ['writing:compare.error'] } }
    expect(again).toMatchObject({ status: 409, value: { lastResult, compared } })
    expect((await as('ingrid', '/documents/:id/submit', { method: 'POST', params })).status).toBe(302)
    expect((await as('ingrid', '/documents/:id/release', { params })).status).toBe(403)
    const page = (await as('dev', '/documents/:id/release', { params })).value as {
      version: { submittedAt: Date; version: number }
      reach: { key: string; sees: { groups: { parts: { names: string[] }[] }[] } }
    }
    expect(page.reach.sees.groups).toMatchObject([{ name: 'Lumen Appliances', parts: [{ names: ['林晓'] }] }])
    const seen = { version: '1', seenAt: page.version.submittedAt.toISOString(), reach: page.reach.key }
    const stale = { ...seen, seenAt: new Date(0).toISOString() }
    const refused = await as('dev', '/documents/:id/release', { method: 'POST', params, body: stale })
    expect(refused.status).toBe(409)
    const done = await as('dev', '/documents/:id/release', { method: 'POST', params, body: seen })
    expect(done).toMatchObject({ status: 302, location: `/documents/${id}` })
    expect(await eventTypes(id)).toEqual(['created', 'edited', 'edited', 'submitted', 'released'])
  })

  test('says at the field what is missing and keeps what was typed', async () => {
    const body = { ...filled(), title: '', functions: [] }
    const answer = await as('ingrid', '/documents/new', { method: 'POST', body })
    expect(answer).toMatchObject({
      status: 422,
      value: {
        lastResult: { error: { title: ['common:error.required'] }, initialValue: { body: filled().body } },
      },
    })
    const unseen = await as('ingrid', '/documents/new', {
      method: 'POST',
      body: { ...filled(), functions: [] },
    })
    expect(unseen).toMatchObject({
      value: { lastResult: { error: { functions: ['documents:error.functionsMissing'] } } },
    })
  })

  test('a return and a withdrawal need a reason', async () => {
    const id = await submitted(world.people.ingrid, forLumen())
    const params = { id }
    const post = (act: string, body: Record<string, string>) =>
      as('dev', `/documents/:id/${act}`, { method: 'POST', params, body })
    expect((await post('return', { reason: ' ' })).status).toBe(422)
    expect((await post('return', { reason: 'Units are missing.' })).status).toBe(302)
    expect((await post('withdraw', { version: '1' })).status).toBe(422)
    expect((await post('withdraw', { version: '1', reason: 'Not needed' })).status).toBe(302)
    expect((await post('return', { reason: 'x' })).status).toBe(409)
  })

  test('the preview is for those who write, and safe', async () => {
    const body = { body: '**x** <script>alert(1)</script>' }
    const answer = await as('ingrid', '/documents/preview', { method: 'POST', body })
    const { html } = (await (answer.value as Response).json()) as { html: string }
    expect(html).toBe('<p><strong>x</strong> &#x3C;script>alert(1)&#x3C;/script></p>')
    expect((await as('lin', '/documents/preview', { method: 'POST', body })).status).toBe(403)
  })
})

describe('reading', () => {
  interface Shown {
    title: string
    reading: { openCount: number } | null
    history: unknown[]
    abilities: { ask: boolean; release: boolean }
    document: object
  }

  test('the page records the opening and shows what is recorded; fetching ahead records nothing', async () => {
    const id = await released(world.people.ingrid, world.people.dev, forLumen())
    const params = { id }
    const ahead = await as('lin', '/documents/:id', { params, headers: { 'Sec-Purpose': 'prefetch' } })
    expect((ahead.value as Shown).reading).toBeNull()
    expect(await eventTypes(id)).not.toContain('opened')
    const page = (await as('lin', '/documents/:id', { params })).value as Shown
    expect(page).toMatchObject({
      reading: { openCount: 1 },
      history: [],
      abilities: { ask: true },
    })
    expect(page.title).toMatch(/^TN-\d{4} Efficiency/)
    expect(page.document).not.toHaveProperty('audience')
    expect((await as('marcus', '/documents/:id', { params })).value).toMatchObject({ reading: null })
    const evidence = (await as('marcus', '/documents/:id/evidence', { params })).value
    expect(evidence).toMatchObject({ rows: [{ name: '林晓', reading: { openCount: 1 } }] })
  })

  test('is not found by who may not see it, nor with a strange id or version', async () => {
    const id = await released(world.people.ingrid, world.people.dev, forLumen())
    for (const person of ['chen', 'lumenAdmin', 'rui', 'auroraAdmin'] as const) {
      expect((await as(person, '/documents/:id', { params: { id } })).status).toBe(404)
    }
    expect((await as('lin', '/documents/:id', { params: { id: 'nonsense' } })).status).toBe(404)
    expect((await as('lin', '/documents/:id', { params: { id }, query: '?version=7' })).status).toBe(404)
    for (const act of ['edit', 'release', 'return', 'audience', 'withdraw']) {
      expect((await as('lin', `/documents/:id/${act}`, { params: { id } })).status).toBeGreaterThanOrEqual(
        403,
      )
    }
  })

  test('a file comes through its document, and its beginning counts as one download', async () => {
    const { ingrid, dev, lin } = world.people
    const path = join(tmpdir(), `counterpart-${crypto.randomUUID()}`)
    await writeFile(path, '%PDF')
    const fileId = await upload(ingrid, '效率 7,5 kW.pdf')
    const { key } = await unscopedPrisma().file.findUniqueOrThrow({ where: { id: fileId } })
    await storeFile(path, key)
    const id = await released(ingrid, dev, { ...forLumen(), fileIds: [fileId] })
    const get = (person: PersonName, headers: Record<string, string> = {}, method: Visit['method'] = 'GET') =>
      as(person, '/documents/:id/files/:fileId', { params: { id, fileId }, headers, method })
    const whole = (await get('lin')).value as Response
    expect(await whole.text()).toBe('%PDF')
    expect(whole.headers.get('Content-Disposition')).toContain("filename*=UTF-8''%E6%95%88%E7%8E%87")
    expect((await get('lin', { Range: 'bytes=2-3' })).status).toBe(206)
    expect((await get('lin', {}, 'HEAD')).status).toBe(200)
    expect((await eventTypes(id)).filter((type) => type === 'downloaded')).toHaveLength(1)
    // Nearly the whole of it, without its first byte, is a download of its own where none is known.
    expect((await get('dev', { Range: 'bytes=1-' })).status).toBe(206)
    expect((await get('dev', { Range: 'bytes=2-' })).status).toBe(206)
    expect((await get('chen')).status).toBe(404)
    expect((await get('rui')).status).toBe(404)
    expect((await eventTypes(id)).filter((type) => type === 'downloaded')).toHaveLength(2)
    const evidence = await unscopedPrisma().documentReading.findMany({ where: { documentId: id } })
    expect(evidence).toMatchObject([{ membershipId: lin.membershipId, downloadCount: 1, openCount: 0 }])
  })

  test('the list tells each side what is its own', async () => {
    const list = async (person: PersonName, query = '') => {
      const { value } = await as(person, '/documents', { query })
      return value as { page: { items: object[] }; canCreate: boolean; count: { shown: number } }
    }
    expect(await list('ingrid')).toMatchObject({ canCreate: true })
    expect(await list('marcus')).toMatchObject({ canCreate: false })
    const customer = await list('lin')
    expect(customer.page.items.every((item) => (item as { status: null }).status === null)).toBe(true)
    expect(customer.count.shown).toBe(customer.page.items.length)
    expect((await list('chen')).page.items).toEqual([])
    expect((await list('lin', '?after=broken&language=xx&product=1')).page.items).toEqual([])
  })
})
