import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createTransport } from 'nodemailer'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { eventDefinitions } from '#app/domain/audit/registry.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { recordDecision } from '#app/domain/consultations/decisions/commands/record.server.ts'
import { receiveMail } from '#app/domain/consultations/mail/incoming/receive.server.ts'
import { mailTaker } from '#app/domain/consultations/mail/incoming/take-in.server.ts'
import { consultationLetters } from '#app/domain/consultations/mail/letters.server.ts'
import { onEvent } from '#app/domain/events/on-event.server.ts'
import { sendDigest } from '#app/domain/notifications/digest.server.ts'
import { reaction } from '#app/domain/notifications/react.server.ts'
import { audience } from '#app/jobs.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { startWorker, stopWorker } from '#app/platform/jobs.server.ts'
import { readInboundMail } from '#app/platform/mail-in/ways-in.server.ts'
import { freePort } from '#tests/support/application.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { useWorld } from '#tests/support/world.ts'
import { signedMail, useMailNames } from '../domain/consultations/mail/support.ts'
import { as, ask, stored } from '../domain/consultations/support.ts'

// From the mail that brings an answer to the mail that confirms its acceptance, over a real listener.

let port: number
vi.hoisted(() => {
  process.env.INBOUND_SMTP_PORT = '4387'
  process.env.INBOUND_DOMAIN = 'portal.example'
})
const world = useWorld()
useTestStorage()
useMailNames()

let end: () => Promise<void>
let id: string
beforeAll(async () => {
  port = await freePort()
  end = readInboundMail({ domain: 'portal.example', smtpPort: port }, mailTaker)
  await until(isListening)
  await startWorker({ receiveMail, react: async () => undefined })
  const { lin } = world.people
  await unscopedPrisma().user.update({ where: { id: lin.userId }, data: { language: 'zh' } })
  id = await ask(lin, world.accounts.lumen, { subject: '海拔降额' })
})
afterAll(async () => {
  await end()
  await stopWorker()
})

const isListening = () =>
  new Promise<boolean>((resolve) => {
    const socket = net.connect(port, '127.0.0.1', () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.destroy())
  })

async function until(holds: () => Promise<boolean>, patience = 15_000): Promise<void> {
  const begun = performance.now()
  while (!(await holds())) {
    if (performance.now() - begun > patience) throw new Error('it never came')
    await wait(20)
  }
}

const react = onEvent(reaction(eventDefinitions, audience))
/** The next mail to Lin about what has happened. */
async function mailToLin() {
  const { membershipId, userId } = world.people.lin
  for (const { id: eventId } of await unscopedPrisma().event.findMany({ orderBy: { id: 'asc' } }))
    await react({ eventId })
  await sendDigest({ membershipId }, { consultation: consultationLetters })
  return unscopedPrisma().mail.findFirstOrThrow({ where: { userId }, orderBy: { id: 'desc' } })
}
type Mail = Awaited<ReturnType<typeof mailToLin>>

/** As a mail program answers: above the whole mail, each line of it marked. */
async function reply(to: Mail, words: string): Promise<void> {
  const quoted = to.text.replace(/^/gm, '> ')
  const text = `${words}\n\n在 2025年5月12日，Counterpart <${to.replyTo}> 写道：\n\n${quoted}`
  const raw = await signedMail({
    from: 'lin@lumen.example',
    to: to.replyTo,
    subject: `Re: ${to.subject}`,
    text,
  })
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, name: 'mx.lumen.example' })
  await transport.sendMail({ envelope: { from: 'lin@lumen.example', to: to.replyTo }, raw })
  const waits = () => unscopedPrisma().receivedMail.count({ where: { status: 'received' } })
  await until(async () => (await waits()) === 0)
}
const answers = (body: string, replaces?: string) => {
  const { ingrid } = world.people
  return as(ingrid, () => answerConsultation(ingrid, id, { body, fileIds: [], replaces }))
}

test('the mail brings the answer with its record, a link to accept it, and the word that does the same', async () => {
  const { ingrid } = world.people
  const first = await answers('Derate by 1 % per 100 m.')
  const early = await mailToLin()
  expect(early.text).toContain(`/consultations/${id}/accept?answer=${first}&edits=0`)
  expect(early.text).toContain('“采纳”')
  // A newer answer: the word about the first one is a message.
  const second = await answers('Derate by 2 % per 100 m.', first)
  const part = { part: 'CMD-0750', revision: 'C', conditions: 'up to 2,000 m', validUntil: '2099-12-31' }
  await as(ingrid, () => recordDecision(ingrid, id, { messageId: second, ...part }))
  const late = await mailToLin()
  expect(late.text).toContain(`/consultations/${id}/accept?answer=${second}&edits=0`)
  expect(late.text).toContain('CMD-0750')
  expect(late.replyTo).not.toBe(early.replyTo)
  await reply(early, '采纳')
  expect(await stored(id)).toMatchObject({ status: 'answered', answerMessageId: second })
  const told = await mailToLin()
  expect(told.template).toBe('notifications')
  expect(told.text).toContain('未采纳任何内容')

  await reply(late, '采纳。')
  expect(await stored(id)).toMatchObject({ status: 'accepted', acceptedMessageId: second })
  const confirmation = await mailToLin()
  expect(confirmation.template).toBe('consultation')
  expect(confirmation.text).toContain('通过邮件采纳了')
  expect(confirmation.text).toContain(`/consultations/${id}/rating`)
  const bell = await unscopedPrisma().notification.findFirstOrThrow({
    where: { membershipId: world.people.lin.membershipId, type: 'consultation.accepted' },
  })
  expect(bell.payload).toMatchObject({ isFromMail: true })
  await reply(late, '已采纳')
  const accepted = { where: { subjectId: id, type: 'consultation.accepted' } }
  expect(await unscopedPrisma().event.count(accepted)).toBe(1)
})

test('nobody of the supplier, and no colleague who may not accept, gets a mail that offers it', async () => {
  const { ingrid, dev, wu } = world.people
  const other = await ask(world.people.lin, world.accounts.lumen)
  await as(ingrid, () => answerConsultation(ingrid, other, { body: 'As in the note.', fileIds: [] }))
  await mailToLin()
  for (const { membershipId } of [ingrid, dev, wu])
    await sendDigest({ membershipId }, { consultation: consultationLetters })
  const others = await unscopedPrisma().mail.findMany({ where: { userId: { not: world.people.lin.userId } } })
  expect(others.filter(({ text }) => text.includes('/accept'))).toEqual([])
  const bound = await unscopedPrisma().replyAddress.findMany({ where: { answerId: { not: null } } })
  expect(new Set(bound.map(({ membershipId }) => membershipId))).toEqual(
    new Set([world.people.lin.membershipId]),
  )
})
