import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { markRead, markSubjectRead } from '#app/domain/notifications/commands.server.ts'
import { sendMail } from '#app/domain/notifications/delivery.server.ts'
import { sendDigest } from '#app/domain/notifications/digest.server.ts'
import { countUnread, listNotifications } from '#app/domain/notifications/queries.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'

const folder = vi.hoisted(() => {
  const made = `${process.env.TMPDIR ?? '/tmp'}/counterpart-outbox-${process.pid}`
  process.env.DATA_DIR = made
  process.env.PUBLIC_URL = 'https://portal.example'
  return made
})
useTestDatabase()

let world: World
beforeAll(async () => {
  world = await createWorld()
})
beforeEach(async () => {
  await unscopedPrisma().notification.deleteMany()
  await unscopedPrisma().mail.deleteMany()
})

let number = 0
/** Rings a member's bell as the reaction does. */
async function ring(to: Actor, accountId = world.accounts.lumen) {
  number += 1
  const database = unscopedPrisma()
  const consultation = await database.consultation.create({
    data: {
      accountId,
      organizationId: world.organizations.halden,
      number,
      subject: `Question ${number}`,
      function: 'engineering',
      language: 'en',
      askedById: world.people.lin.membershipId,
    },
  })
  const payload = { number: `C-${number}`, subject: `Question ${number}`, messageId: consultation.id }
  const about = {
    type: 'consultation.answered',
    subjectType: 'consultation',
    subjectId: consultation.id,
    accountId,
  }
  const event = await database.event.create({
    data: {
      ...about,
      version: 1,
      organizationId: world.organizations.halden,
      actorId: world.people.dev.membershipId,
      actorName: 'Dev Patel',
      payload,
    },
  })
  return database.notification.create({
    data: {
      ...about,
      membershipId: to.membershipId,
      eventId: event.id,
      payload: { ...payload, actor: 'Dev Patel' },
    },
  })
}

const mails = () => unscopedPrisma().mail.findMany({ orderBy: { id: 'asc' } })
const as = <T>(actor: Actor, work: () => Promise<T>) => runAsActor(actor.membershipId, work)
const speak = (actor: Actor, language: string) =>
  unscopedPrisma().user.update({ where: { id: actor.userId }, data: { language, timeZone: 'Asia/Shanghai' } })

test('all that waits comes in one mail, with a link behind each sentence, and never again', async () => {
  const { lin } = world.people
  const first = await ring(lin)
  const second = await ring(lin)
  await Promise.all([
    sendDigest({ membershipId: lin.membershipId }),
    sendDigest({ membershipId: lin.membershipId }),
  ])
  await sendDigest({ membershipId: lin.membershipId })
  const [mail, ...more] = await mails()
  expect(more).toEqual([])
  expect(mail).toMatchObject({
    to: 'lin@lumen.example',
    userId: lin.userId,
    template: 'notifications',
    status: 'queued',
  })
  for (const { subjectId } of [first, second]) {
    expect(mail?.text).toContain(`https://portal.example/consultations/${subjectId}`)
  }
  const marked = await unscopedPrisma().notification.findMany({ select: { mailId: true } })
  expect(marked).toEqual([{ mailId: mail?.id }, { mailId: mail?.id }])
})

test('speaks the language of its reader, with one sentence as the subject when there is one', async () => {
  const { lin } = world.people
  const subjects: Record<string, string> = {}
  for (const language of ['en', 'pt', 'ru', 'zh']) {
    await unscopedPrisma().mail.deleteMany()
    await speak(lin, language)
    await ring(lin)
    await sendDigest({ membershipId: lin.membershipId })
    const [mail] = await mails()
    expect(mail?.language).toBe(language)
    expect(mail?.html).toContain(`lang="${language}`)
    subjects[language] = mail?.subject ?? ''
    expect(mail?.subject).toContain('Dev Patel')
  }
  expect(new Set(Object.values(subjects)).size).toBe(4)
})

test('what was read, and what may no longer be seen, is not mailed', async () => {
  const { dev } = world.people
  const read = await ring(dev)
  await as(dev, () => markRead(dev, read.id))
  const lost = await ring(dev, world.accounts.aurora)
  const team = { accountId: world.accounts.aurora, membershipId: dev.membershipId }
  await unscopedPrisma().teamMember.deleteMany({ where: team })
  await sendDigest({ membershipId: dev.membershipId })
  expect(await mails()).toEqual([])
  const page = await as(dev, () => listNotifications(dev, { unreadOnly: false, after: null }))
  expect(page.items.map(({ id }) => id)).not.toContain(lost.id)
  await unscopedPrisma().teamMember.create({ data: team })
})

test('opening a record reads what rang about it, for this member alone', async () => {
  const { ingrid, marcus } = world.people
  const mine = await ring(ingrid)
  await ring(ingrid)
  await unscopedPrisma().notification.create({
    data: { ...mine, id: undefined, payload: {}, membershipId: marcus.membershipId },
  })
  await as(ingrid, () => markSubjectRead(ingrid, 'consultation', mine.subjectId))
  expect(await as(ingrid, () => countUnread(ingrid))).toBe(1)
  expect(await as(marcus, () => countUnread(marcus))).toBe(1)
  // Another's notification is not there to be marked.
  await expect(as(marcus, () => markRead(marcus, mine.id))).rejects.toThrow(NotFound)
  expect(await as(marcus, () => countUnread(marcus))).toBe(1)
})

test('without a mail server the mail lies in the data folder', async () => {
  await ring(world.people.lin)
  await sendDigest({ membershipId: world.people.lin.membershipId })
  const [mail] = await mails()
  await sendMail({ mailId: mail?.id })
  const files = readdirSync(path.join(folder, 'outbox'))
  expect(files.sort()).toEqual([`${mail?.id}.html`, `${mail?.id}.json`])
  const written = JSON.parse(readFileSync(path.join(folder, 'outbox', `${mail?.id}.json`), 'utf8'))
  expect(written).toMatchObject({ to: 'lin@lumen.example', messageId: `<${mail?.id}@portal.example>` })
  expect(await mails()).toMatchObject([{ status: 'sent' }])
})
