import { beforeAll, describe, expect, test } from 'vitest'
import { countQueries, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { type Answer, cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
const cookies = new Map<string, string>()
beforeAll(async () => {
  world = await createWorld()
})

async function as(person: PersonName | null, pattern: string, given: Visit = {}): Promise<Answer> {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  const cookie = cookies.get(person ?? '') ?? (await cookieOf(world, person))
  cookies.set(person ?? '', cookie)
  return visit(route, cookie, given)
}
const fieldErrors = ({ value }: Answer) =>
  (value as { lastResult: { error?: Record<string, string[]> } }).lastResult.error
const lumen = () => ({ id: world.accounts.lumen })

describe('pages of an account', () => {
  test('say who is whose counterpart, and what one may do', async () => {
    const page = (await as('lin', '/accounts/:id', { params: lumen() })).value
    expect(page).toMatchObject({
      head: { number: 'A-1', name: 'Halden Components', seesTeam: false },
      own: [{ name: 'Ingrid Solberg', function: 'engineering' }],
      abilities: { close: false, reopen: false },
      isPending: false,
    })
    expect((page as { gaps: number }).gaps).toBe(8)
    expect(JSON.stringify(page)).not.toContain('Quinn')
  })
  test('cost few statements', async () => {
    for (const pattern of ['/accounts', '/accounts/:id', '/accounts/:id/coverage', '/members', '/products']) {
      await as('admin', pattern, { params: lumen() })
      const { statements } = await countQueries(() => as('admin', pattern, { params: lumen() }))
      expect(statements.length, pattern).toBeLessThanOrEqual(6)
    }
  })
  test('show the matrix of a site', async () => {
    const site = await unscopedPrisma().site.create({
      data: { accountId: world.accounts.lumen, name: 'Hefei', countryCode: 'CN', timeZone: 'Asia/Shanghai' },
    })
    const body = { function: 'engineering', siteId: site.id, membershipId: world.people.dev.membershipId }
    const saved = await as('marcus', '/accounts/:id/coverage', { method: 'POST', params: lumen(), body })
    expect(saved.location).toBe(`/accounts/${world.accounts.lumen}/coverage?site=${site.id}`)
    const page = (
      await as('marcus', '/accounts/:id/coverage', { params: lumen(), query: `?site=${site.id}` })
    ).value
    const rows = (page as { rows: { function: string; cells: unknown[] }[] }).rows
    expect(rows.find((row) => row.function === 'engineering')?.cells[0]).toMatchObject({
      supplier: { name: 'Dev Patel', isInherited: false },
      customer: { name: '林晓', isInherited: true },
    })
  })
})

test('opening an account: from the form to the first administrator’s first page', async () => {
  const body = {
    ...{ customerName: 'Norte Frio', language: 'pt', timeZone: 'Europe/Lisbon' },
    ...{ administratorName: 'Rita Gomes', email: 'Rita@norte.example' },
  }
  const missing = await as('marcus', '/accounts/new', {
    method: 'POST',
    body: { ...body, customerName: ' ' },
  })
  expect(fieldErrors(missing)).toEqual({ customerName: ['common:error.required'] })
  const opened = await as('marcus', '/accounts/new', { method: 'POST', body })
  const id = /[0-9a-f-]{36}$/.exec(opened.location ?? '')?.[0] ?? ''
  expect((await as('marcus', '/accounts/:id', { params: { id } })).value).toMatchObject({
    isPending: true,
    invitations: [{ email: 'rita@norte.example', state: 'open' }],
  })
  const mail = await unscopedPrisma().mail.findFirstOrThrow({ where: { to: 'rita@norte.example' } })
  expect(mail.subject).toContain('Norte Frio')
  const token = /invitation\/([\w-]+)/.exec(mail.text)?.[1] ?? ''
  const route = '/invitation/:token'
  expect((await as(null, route, { params: { token } })).value).toMatchObject({
    invitation: { state: 'open', isKnown: false },
  })
  const weak = { name: 'Rita Gomes', password: 'ritagomes1234' }
  const refused = await as(null, route, { method: 'POST', params: { token }, body: weak })
  expect(fieldErrors(refused)).toEqual({ password: ['auth:error.password.personal'] })
  const given = { name: 'Rita Gomes', password: 'granite kettle orbit' }
  const joined = await as(null, route, { method: 'POST', params: { token }, body: given })
  expect(joined).toMatchObject({ status: 302, location: '/' })
  const cookie = (joined.value as Response).headers.get('Set-Cookie')?.split(';')[0] ?? ''
  cookies.set('ana', cookie)
  expect((await as('ana', '/accounts')).value).toMatchObject({
    page: { items: [{ name: 'Halden Components' }] },
  })
  expect((await as('marcus', '/accounts/:id', { params: { id } })).value).toMatchObject({ isPending: false })
  cookies.delete('ana')
})

describe('members', () => {
  test('are invited, changed and deactivated, with a word each time', async () => {
    const body = { name: 'Mei', email: 'mei@lumen.example', functions: ['quality', 'logistics'] }
    expect((await as('lumenAdmin', '/members/invite', { method: 'POST', body })).location).toBe('/members')
    const again = await as('lumenAdmin', '/members/invite', { method: 'POST', body })
    expect(fieldErrors(again)).toEqual({ email: ['accounts:error.alreadyInvited'] })
    const params = { id: world.people.wu.membershipId }
    const change = { name: '吴敏', functions: 'logistics', isAdministrator: 'on' }
    expect((await as('lumenAdmin', '/members/:id', { method: 'POST', params, body: change })).status).toBe(
      302,
    )
    const wu = await unscopedPrisma().membership.findUniqueOrThrow({ where: { id: params.id } })
    expect(wu).toMatchObject({ functions: ['logistics'], isAdministrator: true })
    expect((await as('lumenAdmin', '/members/:id/deactivate', { method: 'POST', params })).status).toBe(302)
    expect((await as('lumenAdmin', '/members/:id/deactivate', { method: 'POST', params })).status).toBe(409)
  })
  test('cannot be looked at by another organization', async () => {
    const params = { id: world.people.lin.membershipId }
    expect((await as('admin', '/members/:id', { params })).status).toBe(404)
    expect((await as('lin', '/members/:id', { params })).value).toMatchObject({ canChange: false })
  })
})
