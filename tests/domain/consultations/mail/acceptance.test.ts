import { beforeEach, describe, expect, test } from 'vitest'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { recordDecision } from '#app/domain/consultations/decisions/commands/record.server.ts'
import { confirmMail } from '#app/domain/consultations/mail/commands/confirm.server.ts'
import { receiveMail } from '#app/domain/consultations/mail/incoming/receive.server.ts'
import { viewReceivedMail } from '#app/domain/consultations/mail/queries/held.server.ts'
import { editMessage } from '#app/domain/consultations/talk/commands/edit-message.server.ts'
import { closeConsultation } from '#app/domain/consultations/work/commands/close.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { as, ask, eventsOf, stored } from '../support.ts'
import { rawMail } from './mails.ts'
import {
  accept,
  answerAddress,
  deliver,
  eventsAbout,
  messagesOf,
  receivedMail,
  replyAddress,
  signedMail,
  useLinsAddress,
} from './support.ts'

const { world } = useLinsAddress()

let id: string
let messageId: string
let address: string
beforeEach(async () => {
  const { lin } = world.people
  id = await ask(lin, world.accounts.lumen)
  messageId = await answer('Derate by 1 % per 100 m.')
  address = await answerAddress(lin, id, { messageId })
})

const answer = (body: string, replaces?: string) => {
  const { ingrid } = world.people
  return as(ingrid, () => answerConsultation(ingrid, id, { body, fileIds: [], replaces }))
}
const mailOf = (name: string, to: string, text = 'Accept', more: object = {}) =>
  signedMail({ from: `${name}@lumen.example`, to, subject: 'Re: C-0001', text, ...more })
interface Sending {
  name?: string
  to?: string
  attachments?: object[]
  headers?: object
}
const sends = async (text = 'Accept', { name = 'lin', to = address, ...more }: Sending = {}) =>
  deliver(await mailOf(name, to, text, more), { to: [to], envelopeFrom: `${name}@lumen.example` })
const bodies = async () => (await messagesOf(id)).map(({ body }) => body)
/** That the word is a message, accepted nothing, and its writer was told. */
async function isMessageAlone(mail: Awaited<ReturnType<typeof sends>>, reason: string, status = 'answered') {
  expect(mail).toMatchObject({ status: 'taken', reason, postedMessageId: expect.any(String) })
  expect(await stored(id)).toMatchObject({ status, acceptedMessageId: null })
  expect(await eventsAbout(mail.id)).toMatchObject([
    { type: 'receivedMail.notAccepted', side: 'customer', payload: { reason } },
  ])
}

describe('a word alone', () => {
  test('accepts the answer of the mail, as the page does, and leaves the rating open', async () => {
    const { lin } = world.people
    const mail = await sends('принимаю!\n\n-- \nLin')
    expect(mail).toMatchObject({
      status: 'taken',
      reason: 'accepted',
      postedMessageId: null,
      consultationId: id,
    })
    expect(await stored(id)).toMatchObject({ status: 'accepted', acceptedMessageId: messageId })
    expect(await eventsOf(id)).toEqual(['asked', 'answered', 'accepted'])
    const events = await eventsAbout(id)
    expect(events.at(-1)).toMatchObject({
      actorId: lin.membershipId,
      payload: { isFromMail: true, messageId },
    })
    expect(await bodies()).toHaveLength(2)
    expect(await unscopedPrisma().consultationRating.count({ where: { consultationId: id } })).toBe(0)
  })

  test('accepts the record that the mail named, and no other', async () => {
    const { lin, ingrid } = world.people
    const record = (revision: string) =>
      as(ingrid, () => recordDecision(ingrid, id, { messageId, part: 'CMD-0750', revision, conditions: '' }))
    const recordId = async () =>
      (
        await unscopedPrisma().consultationDecision.findFirst({
          where: { consultationId: id },
          orderBy: { id: 'desc' },
        })
      )?.id ?? null
    await record('C')
    const before = await answerAddress(lin, id, { messageId, decisionId: await recordId() })
    await record('D')
    await isMessageAlone(await sends('accept', { to: address }), 'answerGone')
    expect((await sends('accept', { to: before })).reason).toBe('answerGone')
    const now = await answerAddress(lin, id, { messageId, decisionId: await recordId() })
    expect(await sends('accept', { to: now })).toMatchObject({ reason: 'accepted' })
  })

  test('accepts once, also when two mails come at the same moment', async () => {
    const { chen } = world.people
    await unscopedPrisma().membership.update({
      where: { id: chen.membershipId },
      data: { functions: ['purchasing', 'engineering'] },
    })
    const chens = await answerAddress(chen, id, { messageId })
    const ids = [
      ...(await accept(await mailOf('lin', address), { to: [address] })),
      ...(await accept(await mailOf('chen', chens), { to: [chens], envelopeFrom: 'chen@lumen.example' })),
    ]
    await Promise.all(ids.map((receivedMailId) => receiveMail({ receivedMailId })))
    const outcomes = (await Promise.all(ids.map(receivedMail))).map(({ reason }) => reason)
    expect(outcomes.sort()).toEqual(['accepted', 'acceptedAlready'])
    expect(await sends('accepted')).toMatchObject({ status: 'ignored', reason: 'acceptedAlready' })
    expect((await eventsOf(id)).filter((each) => each === 'accepted')).toHaveLength(1)
    expect(await bodies()).toHaveLength(2)
    await unscopedPrisma().membership.update({
      where: { id: chen.membershipId },
      data: { functions: chen.functions },
    })
  })
})

describe('becomes a message, and its writer is told', () => {
  test('when a newer answer stands, or other words', async () => {
    const { ingrid, lin } = world.people
    const newer = await answer('Derate by 2 % per 100 m.', messageId)
    await isMessageAlone(await sends(), 'answerGone')
    expect(await bodies()).toContain('Accept')
    const toNewer = await answerAddress(lin, id, { messageId: newer })
    const { edits } = await unscopedPrisma().message.findUniqueOrThrow({ where: { id: newer } })
    await as(ingrid, () =>
      editMessage(ingrid, { consultationId: id, messageId: newer }, { body: 'By 3 %.', edits }),
    )
    expect((await sends('accept', { to: toNewer })).reason).toBe('answerGone')
    expect((await stored(id)).status).toBe('answered')
  })

  test('when the consultation was closed meanwhile: what a customer writes opens it again', async () => {
    const { ingrid } = world.people
    await as(ingrid, () => closeConsultation(ingrid, id, 'No word came.'))
    await isMessageAlone(await sends(), 'answerGone', 'reopened')
  })

  test('in answer to a mail that brought none', async () => {
    await isMessageAlone(await sends('accept', { to: await replyAddress(world.people.lin, id) }), 'noAnswer')
  })

  test('with a file, and with more words than one', async () => {
    const attachments = [{ filename: 'trace.csv', content: 't;I\n0;9.8' }]
    await isMessageAlone(await sends('accept', { attachments }), 'withFiles')
    const mail = await sends('Accept, but only up to 2,000 m.')
    expect(mail).toMatchObject({ status: 'taken', reason: '' })
    expect(await eventsAbout(mail.id)).toEqual([])
    expect((await stored(id)).status).toBe('answered')
  })

  test('of a colleague who may not accept there any more', async () => {
    const { wu } = world.people
    const to = await answerAddress(wu, id, { messageId })
    const mail = await sends('accept', { name: 'wu', to })
    await isMessageAlone(mail, 'mayNotAccept')
  })
})

describe('accepts nothing', () => {
  test('while anybody could have sent it; the one whose name it bears confirms it, and then it accepts', async () => {
    const { lin } = world.people
    const raw = await rawMail({ from: 'lin@lumen.example', to: address, subject: 'Re', text: 'accept' })
    const mail = await deliver(raw, { to: [address] })
    expect(mail).toMatchObject({ status: 'held', reason: 'unproven' })
    expect((await stored(id)).status).toBe('answered')
    expect(await as(lin, () => viewReceivedMail(lin, mail.id))).toMatchObject({
      accepts: true,
      canConfirm: true,
    })
    expect(await as(lin, () => confirmMail(lin, mail.id))).toEqual({
      to: `/consultations/${id}`,
      reason: 'accepted',
    })
    expect(await stored(id)).toMatchObject({ status: 'accepted', acceptedMessageId: messageId })
  })

  test('a held one whose answer is replaced before it is confirmed', async () => {
    const { lin } = world.people
    const raw = await rawMail({ from: 'lin@lumen.example', to: address, subject: 'Re', text: 'accept' })
    const mail = await deliver(raw, { to: [address] })
    await answer('Another one.', messageId)
    expect(await as(lin, () => confirmMail(lin, mail.id))).toMatchObject({ reason: 'answerGone' })
    expect((await stored(id)).status).toBe('answered')
  })

  test('from somebody else who has the address', async () => {
    const mail = await sends('accept', { name: 'chen' })
    expect(mail).toMatchObject({ status: 'held', reason: 'otherSender' })
    expect((await stored(id)).status).toBe('answered')
  })

  test('from the supplier, and in the lane of the customer alone', async () => {
    const { ingrid, lin } = world.people
    const forged = await answerAddress(ingrid, id, { messageId })
    const raw = await signedMail({ from: 'ingrid@halden.example', to: forged, subject: 'Re', text: 'accept' })
    const theirs = await deliver(raw, { to: [forged], envelopeFrom: 'ingrid@halden.example' })
    expect(theirs).toMatchObject({ status: 'taken', reason: '' })
    const note = await replyAddress(lin, id, 'private')
    expect(await sends('accept', { to: note })).toMatchObject({ status: 'taken', reason: '' })
    expect((await messagesOf(id)).at(-1)).toMatchObject({ lane: 'private', body: 'accept' })
    expect((await stored(id)).status).toBe('answered')
  })

  test('of a deactivated member, or in a closed account', async () => {
    const { lin } = world.people
    const member = { where: { id: lin.membershipId } }
    const account = { where: { id: world.accounts.lumen } }
    await unscopedPrisma().membership.update({ ...member, data: { deactivatedAt: now() } })
    expect(await sends()).toMatchObject({ status: 'refused', reason: 'deactivated' })
    await unscopedPrisma().membership.update({ ...member, data: { deactivatedAt: null } })
    await unscopedPrisma().account.update({ ...account, data: { closedAt: now() } })
    expect(await sends()).toMatchObject({ status: 'refused', reason: 'noAccess' })
    await unscopedPrisma().account.update({ ...account, data: { closedAt: null } })
    expect((await stored(id)).status).toBe('answered')
  })

  test('of a program', async () => {
    const headers = { 'Auto-Submitted': 'auto-replied' }
    expect(await sends('accept', { headers })).toMatchObject({ status: 'ignored', reason: 'autoReply' })
    expect((await stored(id)).status).toBe('answered')
  })
})

test('what the page accepted meanwhile is accepted, and the word is left aside', async () => {
  const { lin } = world.people
  await as(lin, () => acceptAnswer(lin, id, { messageId }))
  expect(await sends()).toMatchObject({ status: 'ignored', reason: 'acceptedAlready' })
})
