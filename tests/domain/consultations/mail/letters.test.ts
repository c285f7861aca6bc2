import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { eventDefinitions } from '#app/domain/audit/registry.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import type { MessageLane } from '#app/domain/consultations/consultation.ts'
import { consultationLetters } from '#app/domain/consultations/mail/letters.server.ts'
import { promiseDay } from '#app/domain/consultations/work/commands/due.server.ts'
import { onEvent } from '#app/domain/events/on-event.server.ts'
import { sendMail } from '#app/domain/notifications/delivery.server.ts'
import { sendDigest } from '#app/domain/notifications/digest.server.ts'
import { reaction } from '#app/domain/notifications/react.server.ts'
import { formatInMessage } from '#app/i18n/format-in-message.ts'
import { audience } from '#app/jobs.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { bounceAddress } from '#app/platform/mail-in/bounce-address.server.ts'
import { closeMailer, messageIdOf } from '#app/platform/mailer.server.ts'
import { type MailServer, startMailServer } from '#tests/support/mail-server.ts'
import { store, useTestStorage } from '#tests/support/stored.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { deliveryReport } from './mails.ts'
import { deliver, messagesOf, signedMail, useMailNames } from './support.ts'

vi.hoisted(() => {
  process.env.INBOUND_SMTP_PORT = '4384'
  process.env.INBOUND_DOMAIN = 'portal.example'
  process.env.SMTP_URL = 'smtp://127.0.0.1:4385?from=portal@halden.example'
})
const world = useWorld()
useTestStorage()
useMailNames()

let server: MailServer
let consultation: string
beforeAll(async () => {
  server = await startMailServer(4385)
  consultation = await ask(world.people.lin, world.accounts.lumen, { subject: 'Derating' })
  return async () => {
    closeMailer()
    await server.close()
  }
})

const react = onEvent(reaction(eventDefinitions, audience))
/** Everything that happened rings, is collected and sent; the mails that a member got by it. */
async function mailsFor({ membershipId, userId }: Actor) {
  const events = await unscopedPrisma().event.findMany({ orderBy: { id: 'asc' } })
  for (const { id } of events) await react({ eventId: id })
  await sendDigest({ membershipId }, { consultation: consultationLetters })
  const mails = await unscopedPrisma().mail.findMany({
    where: { userId, status: 'queued' },
    orderBy: { id: 'asc' },
  })
  server.received.length = 0
  for (const { id } of mails) await sendMail({ mailId: id })
  return server.received.map((received, index) => ({ received, id: mails[index]?.id ?? '' }))
}
const post = (
  name: 'lin' | 'ingrid' | 'chen' | 'dev',
  lane: MessageLane,
  body: string,
  fileIds: string[] = [],
) => as(world.people[name], () => postMessage(world.people[name], consultation, { lane, body, fileIds }))

describe('mails about a consultation', () => {
  test('are one thread, named alike, and an answer to one arrives', async () => {
    const { lin, ingrid } = world.people
    const fileId = await store(ingrid, { name: 'derating.txt', type: 'text/plain', bytes: Buffer.from('x') })
    await post('ingrid', 'shared', 'Above 1,000 m:\n\n1 % per 100 m', [fileId])
    const [first] = await mailsFor(lin)
    await as(ingrid, () =>
      answerConsultation(ingrid, consultation, { body: 'At 2,000 m: 10 %', fileIds: [] }),
    )
    const [second] = await mailsFor(lin)
    const root = messageIdOf(`c.${consultation}.${lin.membershipId}`)
    expect(first?.received).toMatchObject({
      subject: 'C-0001: Derating',
      messageId: messageIdOf(first?.id ?? ''),
      inReplyTo: root,
    })
    expect(second?.received).toMatchObject({
      subject: 'C-0001: Derating',
      inReplyTo: messageIdOf(first?.id ?? ''),
    })
    expect(second?.received.references).toEqual([root, messageIdOf(first?.id ?? '')])
    const text = first?.received.text ?? ''
    expect(text).toContain('— Reply above this line —')
    expect(text).toContain('Halden Components and Lumen Appliances both read this.')
    expect(text).toContain('1 % per 100 m')
    expect(text).toContain(`/consultations/${consultation}/files/${fileId}`)
    expect(first?.received.attachments).toEqual([])
    const [to] = first?.received.replyTo?.value ?? []
    expect(to?.name).toBe('C-0001, read by both sides')
    expect(to?.address).toMatch(/^reply\+[a-z2-7]{26}@portal\.example$/)
    expect(second?.received.replyTo?.value[0]?.address).not.toBe(to?.address)
    const quoted = `Thank you.\n\n${(second?.received.text ?? '').replace(/^/gm, '')}`
    const raw = await signedMail({
      from: 'lin@lumen.example',
      to: to?.address,
      subject: 'Re: C-0001: Derating',
      text: quoted,
    })
    expect(await deliver(raw, { to: [to?.address ?? ''] })).toMatchObject({ status: 'taken' })
    expect((await messagesOf(consultation)).at(-1)?.body).toBe('Thank you.')
  })

  test('a note is in a mail of its own, says who reads it, and its answer stays in its lane', async () => {
    const { ingrid } = world.people
    await post('lin', 'shared', 'It is urgent.')
    await post('dev', 'internal', 'Margin is thin.')
    const mails = await mailsFor(ingrid)
    const note = mails.find(({ received }) => received.text?.includes('Margin is thin.'))?.received
    const shared = mails.find(({ received }) => received.text?.includes('It is urgent.'))?.received
    expect(note).not.toBe(shared)
    expect(note?.text).not.toContain('It is urgent.')
    expect(note?.text).toContain('Only Halden Components reads this.')
    expect(note?.replyTo?.value[0]?.address).toMatch(/^note\+/)
    expect(note?.references).toContain(messageIdOf(`c.${consultation}.${ingrid.membershipId}`))
    const to = note?.replyTo?.value[0]?.address ?? ''
    await deliver(await signedMail({ from: 'ingrid@halden.example', to, text: 'Indeed.' }), { to: [to] })
    expect((await messagesOf(consultation)).at(-1)).toMatchObject({ lane: 'internal', body: 'Indeed.' })
  })

  test('notes of one side are in no mail of the other', async () => {
    await post('ingrid', 'internal', 'Their purchasing does not know.')
    await post('chen', 'private', 'Our budget is 900.')
    const told = async (name: 'lin' | 'ingrid') =>
      (await mailsFor(world.people[name])).map(({ received }) => `${received.text} ${received.html}`).join()
    expect(await told('lin')).not.toContain('Their purchasing')
    expect(await told('ingrid')).not.toContain('Our budget')
  })

  test('a day of the supplier’s own is in no mail whose answer both sides read', async () => {
    const { ingrid, dev, lin } = world.people
    const dueOn = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10)
    const id = await ask(lin, world.accounts.lumen, { body: 'By when?' })
    await as(dev, () => promiseDay(dev, id, { dueOn, isShown: false }))
    const mails = (await mailsFor(ingrid)).map(({ received }) => received)
    const [day] = mails.filter(({ text }) => text?.includes(formatInMessage(dueOn, 'day', 'en')))
    expect(day?.text).not.toContain('By when?')
    expect(day?.replyTo?.value[0]?.address).toMatch(/^note\+/)
  })

  test('speak the receiver’s language', async () => {
    const { lin } = world.people
    await unscopedPrisma().user.update({ where: { id: lin.userId }, data: { language: 'zh' } })
    await post('ingrid', 'shared', 'And at 3,000 m?')
    const [mail] = await mailsFor(lin)
    await unscopedPrisma().user.update({ where: { id: lin.userId }, data: { language: 'en' } })
    expect(mail?.received.text).toContain('— 请在此行上方回复 —')
    expect(mail?.received.text).toContain('And at 3,000 m?')
    expect(mail?.received.subject).toBe('C-0001: Derating')
  })
})

describe('a mail that comes back', () => {
  const sent = async () => {
    await post('ingrid', 'shared', `Another word ${crypto.randomUUID()}`)
    const [mail] = await mailsFor(world.people.lin)
    return mail?.id ?? ''
  }
  const stored = (id: string) => unscopedPrisma().mail.findUniqueOrThrow({ where: { id } })

  test('is marked with the reason, by the address it came back to', async () => {
    const id = await sent()
    const to = bounceAddress(id) ?? ''
    const mail = await deliver(deliveryReport(to, '<unknown@x>'), { to: [to], envelopeFrom: '' })
    expect(mail).toMatchObject({ status: 'ignored', reason: 'bounce' })
    expect(await stored(id)).toMatchObject({
      status: 'failed',
      bouncedAt: expect.any(Date),
      lastError: '5.1.1 550 5.1.1 No such mailbox',
    })
  })

  test('or by the Message-ID that it brings along; a delay is written down and changes nothing', async () => {
    const id = await sent()
    const other = bounceAddress(crypto.randomUUID()) ?? ''
    await deliver(deliveryReport(bounceAddress(id) ?? '', messageIdOf(id), 'delayed'), {
      to: [bounceAddress(id) ?? ''],
      envelopeFrom: '',
    })
    expect(await stored(id)).toMatchObject({
      status: 'sent',
      bouncedAt: null,
      lastError: '4.4.1 550 5.1.1 No such mailbox',
    })
    await deliver(deliveryReport(other, messageIdOf(id)), { to: [other], envelopeFrom: '' })
    expect(await stored(id)).toMatchObject({ status: 'sent', bouncedAt: null })
  })

  test('an address that nobody made marks nothing', async () => {
    const id = await sent()
    const made = (bounceAddress(id) ?? '').replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@'))
    const mail = await deliver(deliveryReport(made, '<unknown@x>'), { to: [made], envelopeFrom: '' })
    expect(mail).toMatchObject({ status: 'ignored' })
    expect(await stored(id)).toMatchObject({ status: 'sent', bouncedAt: null })
  })
})
