import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { deliveryAttempts, sendMail } from '#app/domain/notifications/delivery.server.ts'
import { queueMail } from '#app/domain/notifications/mail.server.ts'
import { runAsActor, transact, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { closeMailer, messageIdOf } from '#app/platform/mailer.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts'
import { createWorld, type World } from '#tests/support/world.ts'

const port = 4331
vi.hoisted(() => {
  process.env.SMTP_URL = 'smtp://127.0.0.1:4331?from=portal@halden.example'
})
useTestDatabase()

let server: MailServer
let world: World
beforeAll(async () => {
  world = await createWorld()
  server = await startMailServer(port)
})
afterAll(async () => {
  closeMailer()
  await server.close()
})
beforeEach(() => {
  server.behave({ does: 'accept' })
  server.received.length = 0
})

const entries = [
  { sentence: 'Ingrid ответила: 变频器 — «C-12»', url: 'http://localhost:3000/consultations/1', at: 'today' },
]
const queued = () =>
  unscopedPrisma().$transaction((tx) =>
    queueMail(tx, {
      to: 'lin@lumen.example',
      language: 'ru',
      template: 'notifications',
      props: { name: '林晓', entries, more: 0 },
    }),
  )
const stored = (id: string) => unscopedPrisma().mail.findUniqueOrThrow({ where: { id } })

test('a mail arrives whole: subject in any script, both parts, a Message-ID of its own', async () => {
  const id = await queued()
  await sendMail({ mailId: id })
  const [mail] = server.received
  expect(mail?.subject).toBe('Ingrid ответила: 变频器 — «C-12»')
  expect(mail?.from?.value[0]?.address).toBe('portal@halden.example')
  expect(mail?.messageId).toBe(messageIdOf(id))
  expect(mail?.text).toContain('http://localhost:3000/consultations/1')
  expect(mail?.html).toContain('lang="ru"')
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated')
  expect(await stored(id)).toMatchObject({
    status: 'sent',
    attempts: 1,
    lastError: '',
    sentAt: expect.any(Date),
  })
})

test('is sent once, also when its job runs twice at the same time', async () => {
  const id = await queued()
  server.behave({ does: 'slow', milliseconds: 200 })
  await Promise.all([sendMail({ mailId: id }), sendMail({ mailId: id })])
  await sendMail({ mailId: id })
  expect(server.received).toHaveLength(1)
  expect(await stored(id)).toMatchObject({ status: 'sent', attempts: 1 })
})

test('a refusal for now is thrown, so that the queue tries again, and the next try sends it', async () => {
  const id = await queued()
  server.behave({ does: 'refuse', code: 451, reason: 'Greylisted, try again' })
  await expect(sendMail({ mailId: id })).rejects.toThrow()
  expect(await stored(id)).toMatchObject({
    status: 'queued',
    attempts: 1,
    lastError: '451 Greylisted, try again',
  })
  server.behave({ does: 'accept' })
  await sendMail({ mailId: id })
  expect(await stored(id)).toMatchObject({ status: 'sent', attempts: 2, lastError: '' })
})

test('what reaches the log names the mail and codes, never an address', async () => {
  const id = await queued()
  server.behave({ does: 'refuse', code: 451, reason: 'Greylisted <lin@lumen.example>' })
  const error = (await sendMail({ mailId: id }).catch((thrown: unknown) => thrown)) as Error
  expect(error.message).toBe(`mail ${id} could not be delivered: EENVELOPE 451`)
  expect(JSON.stringify({ ...error, stack: error.stack, cause: error.cause })).not.toContain('lin@')
})

test('a refusal for good is final and keeps its reason', async () => {
  const id = await queued()
  server.behave({ does: 'refuse', code: 550, reason: 'No such mailbox' })
  await sendMail({ mailId: id })
  expect(await stored(id)).toMatchObject({ status: 'failed', attempts: 1, lastError: '550 No such mailbox' })
  server.behave({ does: 'accept' })
  await sendMail({ mailId: id })
  expect(server.received).toEqual([])
})

test('a connection lost behind the content is tried again under the same Message-ID', async () => {
  const id = await queued()
  server.behave({ does: 'drop' })
  await expect(sendMail({ mailId: id })).rejects.toThrow()
  expect(await stored(id)).toMatchObject({ status: 'queued', attempts: 1 })
  server.behave({ does: 'accept' })
  await sendMail({ mailId: id })
  expect(server.received.map((mail) => mail.messageId)).toEqual([messageIdOf(id), messageIdOf(id)])
  expect(await stored(id)).toMatchObject({ status: 'sent', attempts: 2 })
})

test('after the last try a mail is given up with its reason', async () => {
  const id = await queued()
  server.behave({ does: 'refuse', code: 451, reason: 'Still greylisted' })
  await unscopedPrisma().mail.update({ where: { id }, data: { attempts: deliveryAttempts - 1 } })
  await sendMail({ mailId: id })
  expect(await stored(id)).toMatchObject({ status: 'failed', lastError: '451 Still greylisted' })
})

test('nobody listening is no reason to lose a mail', async () => {
  const id = await queued()
  closeMailer()
  await server.close()
  await expect(sendMail({ mailId: id })).rejects.toThrow(/ESOCKET|ECONNECTION|ECONNREFUSED/)
  expect(await stored(id)).toMatchObject({ lastError: expect.stringMatching(/ECONNREFUSED/) })
  server = await startMailServer(port)
  await sendMail({ mailId: id })
  expect(await stored(id)).toMatchObject({ status: 'sent', attempts: 2 })
})

test('a member queues a mail in the transaction of a command, cannot read any, and a rollback takes it back', async () => {
  const { ingrid } = world.people
  const mail = {
    to: 'x@lumen.example',
    language: 'en',
    template: 'notifications',
    props: { name: 'X', entries, more: 0 },
  } as const
  const before = await unscopedPrisma().mail.count()
  await runAsActor(ingrid.membershipId, () =>
    transact(async (tx) => {
      await queueMail(tx, mail)
      expect(await tx.mail.count()).toBe(0)
    }),
  )
  expect(await unscopedPrisma().mail.count()).toBe(before + 1)
  const failed = runAsActor(ingrid.membershipId, () =>
    transact(async (tx) => {
      await queueMail(tx, mail)
      throw new Error('no')
    }),
  )
  await expect(failed).rejects.toThrow('no')
  expect(await unscopedPrisma().mail.count()).toBe(before + 1)
})
