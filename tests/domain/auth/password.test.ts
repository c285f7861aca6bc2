import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { authAudience } from '#app/domain/auth/audience.server.ts'
import {
  askPasswordReset,
  changePassword,
  mailPasswordReset,
  resetPassword,
} from '#app/domain/auth/commands/password.server.ts'
import { signIn } from '#app/domain/auth/commands/sign-in.server.ts'
import { userEvents } from '#app/domain/auth/events.ts'
import { hashPassword, requireStrongPassword, verifyPassword } from '#app/domain/auth/password.server.ts'
import { isResetOpen } from '#app/domain/auth/queries.server.ts'
import { openSession } from '#app/domain/auth/session.server.ts'
import { onEvent } from '#app/domain/events/on-event.server.ts'
import { sendDigest } from '#app/domain/notifications/digest.server.ts'
import { listNotifications } from '#app/domain/notifications/queries.server.ts'
import { reaction } from '#app/domain/notifications/react.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, TooMany } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

useTestDatabase()
let world: World
const old = 'granite kettle orbit'
const fresh = 'velvet anchor thirty'
beforeAll(async () => {
  world = await createWorld()
  const passwordHash = await hashPassword(old)
  await unscopedPrisma().credential.create({ data: { userId: world.people.lin.userId, passwordHash } })
})

const personal = {
  email: 'ingrid@halden.example',
  name: 'Ingrid Solberg',
  organizationName: 'Halden Components',
}

describe('the password rule', () => {
  test.each([
    ['password1234', 'wellKnown'],
    ['P@ssw0rd!2024', 'wellKnown'],
    ['sunshine2024!!', 'wellKnown'],
    ['!!!iloveyou123', 'wellKnown'],
    ['dragondragon', 'wellKnown'],
    ['пароль-2024!', 'wellKnown'],
    ['aaaaaaaaaaaa', 'repeated'],
    ['abababababab', 'repeated'],
    ['xyz1xyz1xyz1', 'repeated'],
    ['123456789012', 'sequence'],
    ['abcdefghijkl', 'sequence'],
    ['qwertyuiop12', 'sequence'],
    ['йцукенгшщзхъ', 'sequence'],
    ['IngridSolberg1', 'personal'],
    ['halden-2024-ingrid', 'personal'],
  ])('%s is %s', (password, weakness) => {
    const error = (() => {
      try {
        requireStrongPassword('password', password, personal)
      } catch (e) {
        return e
      }
    })()
    expect((error as Invalid | undefined)?.messageKey).toBe(`auth:error.password.${weakness}`)
  })
  test.each([
    'counterpart-demo',
    old,
    'correct horse battery',
    '九月的海边很安静也很凉快',
    'Tr4nsformer&Kettle',
  ])('%s is accepted', (password) => {
    requireStrongPassword('password', password, personal)
  })
  test('is kept as argon2id, whatever form the letters came in', async () => {
    const stored = await hashPassword('cafe\u0301 au lait noir')
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
    expect(await verifyPassword(stored, 'café au lait noir')).toBe(true)
    expect(await verifyPassword(null, old)).toBe(false)
  })
})

const linkOf = async () => {
  const mail = await unscopedPrisma().mail.findFirstOrThrow({
    where: { template: 'passwordReset' },
    orderBy: { id: 'desc' },
  })
  return /reset-password\/([\w-]+)/.exec(mail.text)?.[1] ?? ''
}
const email = 'lin@lumen.example'

/** By a mail at once, and by the bell of the person itself. Returns the mail. */
async function expectTold(type: keyof typeof authAudience, person: Actor) {
  const newest = { orderBy: { id: 'desc' } } as const
  const event = await unscopedPrisma().event.findFirstOrThrow({ where: { type }, ...newest })
  await onEvent(reaction(userEvents.definitions, authAudience))({ eventId: event.id })
  const bell = await runAsActor(person.membershipId, () =>
    listNotifications(person, { unreadOnly: true, after: null }),
  )
  expect(bell.items[0]).toMatchObject({ type, href: '/settings/sessions' })
  const mail = await unscopedPrisma().mail.findFirstOrThrow(newest)
  expect(mail).toMatchObject({ to: email, userId: person.userId, template: 'passwordChanged' })
  // And not a second time with what else rang.
  await sendDigest({ membershipId: person.membershipId })
  expect(await unscopedPrisma().mail.findFirstOrThrow(newest)).toEqual(mail)
  return mail
}

describe('a forgotten password', () => {
  test('is answered the same for everybody, and mailed to those who are there', async () => {
    const jobs = () => unscopedPrisma().$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM graphile_worker.jobs WHERE task_identifier = 'mailPasswordReset'`
    await askPasswordReset(email)
    await askPasswordReset('nobody@nowhere.example')
    expect(await jobs()).toEqual([{ n: 2 }])
    await mailPasswordReset({ email: 'nobody@nowhere.example' })
    expect(await unscopedPrisma().mail.count()).toBe(0)
    await mailPasswordReset({ email })
    expect(await unscopedPrisma().mail.findFirst()).toMatchObject({
      to: email,
      userId: world.people.lin.userId,
    })
    for (let i = 0; i < 4; i += 1) await askPasswordReset(email)
    await expect(askPasswordReset(email)).rejects.toThrow(TooMany)
  })

  test('is replaced once, within the hour, and every session ends', async () => {
    const { lin } = world.people
    await mailPasswordReset({ email })
    const first = await linkOf()
    await mailPasswordReset({ email })
    const second = await linkOf()
    await openSession(lin.userId, lin.membershipId)
    expect(await isResetOpen(second)).toBe(true)
    await expect(resetPassword(second, 'password1234')).rejects.toThrow(Invalid)
    await resetPassword(second, fresh)
    expect(await unscopedPrisma().session.count({ where: { userId: lin.userId } })).toBe(0)
    for (const used of [first, second]) await expect(resetPassword(used, fresh)).rejects.toThrow(Conflict)
    await expect(signIn({ email, password: old })).rejects.toThrow(Invalid)
    await signIn({ email, password: fresh })
    await expectTold('user.passwordReset', lin)
  })

  test('the link is over after an hour', async () => {
    await mailPasswordReset({ email })
    const link = await linkOf()
    const back = setClock(() => new Date(Date.now() + 3_601_000))
    try {
      expect(await isResetOpen(link)).toBe(false)
      await expect(resetPassword(link, fresh)).rejects.toThrow(Conflict)
    } finally {
      back()
    }
  })
})

test('changing the password asks for the present one and ends the other sessions', async () => {
  const { lin } = world.people
  await openSession(lin.userId, lin.membershipId)
  const [kept] = await unscopedPrisma().session.findMany({ where: { userId: lin.userId } })
  await openSession(lin.userId, lin.membershipId)
  const signedIn = {
    ...{ sessionHash: kept?.id ?? '', userId: lin.userId, email, language: 'en', theme: 'system' },
    ...{ timeZone: 'UTC', actor: lin, freshCookie: null },
  }
  const change = (currentPassword: string, password: string) =>
    changePassword(lin, signedIn, { currentPassword, password })
  await expect(change('not the password', old)).rejects.toThrow(Invalid)
  await expect(change(fresh, 'linlinlinlin')).rejects.toThrow(Invalid)
  await change(fresh, old)
  expect(
    (await unscopedPrisma().session.findMany({ where: { userId: lin.userId } })).map((s) => s.id),
  ).toEqual([kept?.id])
  await unscopedPrisma().user.update({ where: { id: lin.userId }, data: { language: 'zh' } })
  await change(old, fresh)
  expect((await expectTold('user.passwordChanged', lin)).subject).toBe('您的密码已更改')
})
