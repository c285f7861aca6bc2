import { beforeAll, describe, expect, test } from 'vitest'
import {
  revokeSession,
  savePreferences,
  switchMembership,
} from '#app/domain/auth/commands/sessions.server.ts'
import { signIn, signOut } from '#app/domain/auth/commands/sign-in.server.ts'
import { hashPassword } from '#app/domain/auth/password.server.ts'
import { listSessions } from '#app/domain/auth/queries.server.ts'
import { findSession, type SignedIn } from '#app/domain/auth/session.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { requestOrigin } from '#app/platform/database/request.server.ts'
import { Invalid, NotFound, TooMany } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
const password = 'granite kettle orbit'
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0'

beforeAll(async () => {
  world = await createWorld()
  const passwordHash = await hashPassword(password)
  const { lin, rui } = world.people
  await unscopedPrisma().credential.createMany({
    data: [lin, rui].map(({ userId }) => ({ userId, passwordHash })),
  })
})

const from = <T>(ipAddress: string, work: () => Promise<T>) =>
  requestOrigin.run({ requestId: 'test', ipAddress, userAgent: firefox }, work)

function requestWith(cookie: string): Request {
  return new Request('http://localhost/', { headers: { Cookie: cookie.split(';')[0] ?? '' } })
}
async function session(cookie: string): Promise<SignedIn> {
  const found = await findSession(requestWith(cookie))
  if (!found) throw new Error('no session')
  return found
}
const enter = (email = 'lin@lumen.example') => from('10.0.0.1', () => signIn({ email, password }))

describe('signing in', () => {
  test('opens a session of which only the hash is stored', async () => {
    const cookie = await enter()
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    const signedIn = await session(cookie)
    expect(signedIn.actor).toMatchObject({
      name: '林晓',
      side: 'customer',
      organizationName: 'Lumen Appliances',
    })
    const stored = await unscopedPrisma().session.findMany({ where: { userId: signedIn.userId } })
    expect(stored.map((s) => s.id)).toContain(signedIn.sessionHash)
    expect(cookie).not.toContain(signedIn.sessionHash)
    const event = await unscopedPrisma().event.findFirstOrThrow({ where: { type: 'user.signedIn' } })
    expect(event).toMatchObject({
      actorId: signedIn.actor?.membershipId,
      side: 'customer',
      ipAddress: '10.0.0.1',
    })
  })

  test('answers the same for an unknown address and a wrong password', async () => {
    const answers = []
    for (const email of ['lin@lumen.example', 'nobody@lumen.example', 'chen@lumen.example']) {
      const started = performance.now()
      const error = await from('10.0.0.2', () => signIn({ email, password: 'wrong wrong wrong' })).catch(
        (e) => e,
      )
      answers.push({ key: (error as Invalid).messageKey, field: (error as Invalid).field })
      expect(performance.now() - started).toBeGreaterThan(245)
    }
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
    const refused = await unscopedPrisma().event.findMany({ where: { type: 'user.signInRefused' } })
    expect(refused.map((e) => [e.actorId, e.organizationId])).toEqual([
      [null, world.organizations.lumen],
      [null, world.organizations.lumen],
    ])
  })

  test('is limited by address and place, and begins anew after a success', async () => {
    const wrong = () =>
      from('10.0.0.3', () => signIn({ email: 'rui@aurora.example', password: 'wrong wrong wrong' }))
    const right = () => from('10.0.0.3', () => signIn({ email: 'rui@aurora.example', password }))
    for (let i = 0; i < 9; i += 1) await expect(wrong()).rejects.toThrow(Invalid)
    await right()
    const tries = await Promise.allSettled(Array.from({ length: 12 }, wrong))
    expect(tries.filter((t) => t.status === 'rejected' && t.reason instanceof TooMany)).toHaveLength(2)
    await expect(right()).rejects.toThrow(TooMany)
    await from('10.0.0.4', () => signIn({ email: 'rui@aurora.example', password }))
    const keys = await unscopedPrisma().rateLimit.findMany()
    expect(JSON.stringify(keys.map((k) => k.key))).not.toMatch(/rui@|10\.0\./)
  })

  test('who has no active membership is signed in without one', async () => {
    const { rui } = world.people
    await unscopedPrisma().membership.update({
      where: { id: rui.membershipId },
      data: { deactivatedAt: new Date() },
    })
    const cookie = await from('10.0.0.5', () => signIn({ email: 'rui@aurora.example', password }))
    expect((await session(cookie)).actor).toBeNull()
    await unscopedPrisma().membership.update({
      where: { id: rui.membershipId },
      data: { deactivatedAt: null },
    })
  })
})

describe('sessions', () => {
  test('slide, are noted, and end after 30 days', async () => {
    const cookie = await enter()
    const days = (n: number) => new Date(Date.now() + n * 86_400_000)
    const before = await session(cookie)
    const back = setClock(() => days(1))
    try {
      await session(cookie)
    } finally {
      back()
    }
    const stored = await unscopedPrisma().session.findUniqueOrThrow({ where: { id: before.sessionHash } })
    expect(stored.lastUsedAt.getTime()).toBeGreaterThan(days(0.9).getTime())
    await unscopedPrisma().session.update({
      where: { id: before.sessionHash },
      data: { expiresAt: days(10) },
    })
    expect((await session(cookie)).freshCookie).toContain('Max-Age')
    await unscopedPrisma().session.update({
      where: { id: before.sessionHash },
      data: { expiresAt: days(-1) },
    })
    expect(await findSession(requestWith(cookie))).toBeNull()
  })

  test('are listed in words and revoked by their owner alone', async () => {
    const [mine, other] = [await session(await enter()), await session(await enter())]
    const { lin } = world.people
    const listed = await listSessions(mine)
    expect(listed[0]).toMatchObject({
      isPresent: true,
      ipAddress: '10.0.0.1',
      device: { browser: 'Firefox', system: 'Linux' },
    })
    const strangers = await session(await enter('rui@aurora.example'))
    await expect(revokeSession(lin, mine, strangers.sessionHash)).rejects.toThrow(NotFound)
    await revokeSession(lin, mine, other.sessionHash)
    expect((await listSessions(mine)).map((s) => s.id)).not.toContain(other.sessionHash)
    await revokeSession(lin, mine)
    expect((await listSessions(mine)).map((s) => s.id)).toEqual([mine.sessionHash])
  })

  test('end by signing out', async () => {
    const cookie = await enter()
    const cleared = await signOut(requestWith(cookie), await session(cookie))
    expect(cleared).toContain('Max-Age=0')
    expect(await findSession(requestWith(cookie))).toBeNull()
  })

  test('act as another own membership, and as nobody else’s', async () => {
    const { lin, chen } = world.people
    const second = await unscopedPrisma().membership.create({
      data: {
        userId: lin.userId,
        organizationId: world.organizations.aurora,
        side: 'customer',
        name: 'Lin',
        functions: [],
      },
    })
    const cookie = await enter()
    const signedIn = await session(cookie)
    await switchMembership(signedIn, second.id)
    expect((await session(cookie)).actor?.organizationName).toBe('Aurora Refrigeração')
    await expect(switchMembership(signedIn, chen.membershipId)).rejects.toThrow(NotFound)
    await unscopedPrisma().membership.update({
      where: { id: second.id },
      data: { deactivatedAt: new Date() },
    })
    await expect(switchMembership(signedIn, second.id)).rejects.toThrow(NotFound)
    expect(await findSession(requestWith(cookie))).toBeNull()
  })
})

test('preferences are the person’s own', async () => {
  const { chen } = world.people
  const settings = { language: 'zh' as const, theme: 'dark' as const, timeZone: 'Asia/Shanghai' }
  await runAsActor(chen.membershipId, () => savePreferences(chen, settings))
  expect(await unscopedPrisma().user.findUniqueOrThrow({ where: { id: chen.userId } })).toMatchObject(
    settings,
  )
})
