import { beforeAll, describe, expect, test } from 'vitest'
import { mailPasswordReset } from '#app/domain/auth/commands/password.server.ts'
import { hashPassword } from '#app/domain/auth/password.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { type Answer, cookieOf, everyRoute, type Visit, visit } from '#tests/support/visit.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
const password = 'granite kettle orbit'
const email = 'lin@lumen.example'
beforeAll(async () => {
  world = await createWorld()
  const passwordHash = await hashPassword(password)
  await unscopedPrisma().credential.create({ data: { userId: world.people.lin.userId, passwordHash } })
})

async function go(pattern: string, given: Visit = {}, cookie = ''): Promise<Answer> {
  const route = everyRoute().find((each) => each.pattern === pattern)
  if (!route) throw new Error(`no route ${pattern}`)
  return visit(route, cookie, given)
}
const post = (pattern: string, body: Record<string, string>, cookie = '', params = {}) =>
  go(pattern, { method: 'POST', body, params }, cookie)
const fieldErrors = ({ value }: Answer) =>
  (value as { lastResult: { error?: Record<string, string[]> } }).lastResult.error
const cookieIn = ({ value }: Answer) => (value as Response).headers.get('Set-Cookie')?.split(';')[0] ?? ''

describe('signing in', () => {
  test('goes on to the page that was asked for, and nowhere else', async () => {
    const answer = await post('/sign-in', { email: email.toUpperCase(), password, to: '/consultations?q=a' })
    expect(answer).toMatchObject({ status: 302, location: '/consultations?q=a' })
    expect((await go('/sign-in', {}, cookieIn(answer))).location).toBe('/')
    expect((await post('/sign-in', { email, password, to: '//evil.example' })).location).toBe('/')
  })
  test('says at the field what is wrong, and never gives a password back', async () => {
    const wrong = await post('/sign-in', { email, password: 'wrong wrong wrong' })
    expect(wrong.status).toBe(422)
    expect(fieldErrors(wrong)).toEqual({ password: ['auth:error.signIn'] })
    expect(JSON.stringify(wrong.value)).not.toContain('wrong wrong')
    const empty = await post('/sign-in', { email: 'no address', password: '' })
    expect(fieldErrors(empty)).toEqual({ email: ['common:error.email'], password: ['common:error.required'] })
  })
  test('signing out ends the session', async () => {
    const cookie = await cookieOf(world, 'chen')
    expect((await post('/sign-out', {}, cookie)).location).toBe('/sign-in')
    expect((await go('/settings', {}, cookie)).location).toMatch(/^\/sign-in/)
  })
})

describe('a forgotten password', () => {
  test('gets one and the same answer for everybody', async () => {
    const known = await post('/forgotten-password', { email })
    const unknown = await post('/forgotten-password', { email: 'nobody@nowhere.example' })
    expect([known.status, known.location]).toEqual([302, '/forgotten-password?sent=1'])
    expect([unknown.status, unknown.location]).toEqual([known.status, known.location])
  })
  test('too many are told to wait', async () => {
    const answers = []
    for (let i = 0; i < 6; i += 1) {
      answers.push((await post('/forgotten-password', { email: 'often@nowhere.example' })).status)
    }
    expect(answers).toEqual([302, 302, 302, 302, 302, 429])
  })
  test('is set anew by the link, once', async () => {
    await mailPasswordReset({ email })
    const mail = await unscopedPrisma().mail.findFirstOrThrow({ where: { to: email } })
    const token = /reset-password\/([\w-]+)/.exec(mail.text)?.[1] ?? ''
    const params = { token }
    expect((await go('/reset-password/:token', { params })).value).toMatchObject({ isOpen: true })
    const short = await post('/reset-password/:token', { password: 'short' }, '', params)
    expect(fieldErrors(short)?.password?.[0]).toMatch(/^common:error.tooShort/)
    expect((await post('/reset-password/:token', { password }, '', params)).location).toBe('/sign-in')
    expect((await go('/reset-password/:token', { params })).value).toMatchObject({ isOpen: false })
    expect((await post('/reset-password/:token', { password }, '', params)).status).toBe(409)
  })
})

describe('what is one’s own', () => {
  test('settings are saved for the person', async () => {
    const cookie = await cookieOf(world, 'wu')
    const body = { language: 'zh', theme: 'dark', timeZone: 'Asia/Shanghai' }
    expect((await post('/settings', body, cookie)).location).toBe('/settings')
    expect(await unscopedPrisma().user.findUnique({ where: { id: world.people.wu.userId } })).toMatchObject(
      body,
    )
    const wrong = await post('/settings', { ...body, timeZone: 'Mars/Olympus' }, cookie)
    expect(fieldErrors(wrong)).toEqual({ timeZone: ['common:error.unknown'] })
  })
  test('language and theme of a browser are kept without signing in', async () => {
    const answer = await post('/preferences', { language: 'ru', to: '/sign-in' })
    expect(answer.location).toBe('/sign-in')
    const page = await go('/sign-in', {}, cookieIn(answer))
    expect(page.value).toMatchObject({ title: 'Вход · Counterpart' })
  })
  test('a membership of somebody else is no choice', async () => {
    const cookie = await cookieOf(world, 'tomas')
    const { membershipId } = world.people.lin
    expect((await post('/membership', { membershipId }, cookie)).status).toBe(404)
    expect(
      (await post('/membership', { membershipId: world.people.tomas.membershipId }, cookie)).location,
    ).toBe('/')
    expect((await post('/membership', { membershipId })).location).toBe('/sign-in')
  })
  test('the first set-up is over once an organization exists', async () => {
    expect((await go('/setup')).status).toBe(404)
  })
})
