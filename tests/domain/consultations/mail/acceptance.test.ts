import { describe, expect, test } from 'vitest'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { recordDecision } from '#app/domain/consultations/decisions/commands/record.server.ts'
import { receiveMail } from '#app/domain/consultations/mail/incoming/receive.server.ts'
import { editMessage } from '#app/domain/consultations/talk/commands/edit-message.server.ts'
import { closeConsultation } from '#app/domain/consultations/work/commands/close.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { as, eventsOf, stored } from '../support.ts'
import { useAnswered } from './accepting.ts'
import { accept, answerAddress, eventsAbout, receivedMail, replyAddress } from './support.ts'

const { world, its, answer, mailOf, sends, bodies, isMessageAlone } = useAnswered()

describe('a word alone', () => {
  test('accepts the answer of the mail, as the page does, and leaves the rating open', async () => {
    const { lin } = world.people
    const mail = await sends('принимаю!\n\n-- \nLin')
    expect(mail).toMatchObject({
      status: 'taken',
      reason: 'accepted',
      postedMessageId: null,
      consultationId: its.id,
    })
    expect(await stored(its.id)).toMatchObject({ status: 'accepted', acceptedMessageId: its.messageId })
    expect(await eventsOf(its.id)).toEqual(['asked', 'answered', 'accepted'])
    const events = await eventsAbout(its.id)
    expect(events.at(-1)).toMatchObject({
      actorId: lin.membershipId,
      payload: { isFromMail: true, messageId: its.messageId },
    })
    expect(await bodies()).toHaveLength(2)
    expect(await unscopedPrisma().consultationRating.count({ where: { consultationId: its.id } })).toBe(0)
  })

  test('accepts the record that the mail named, and no other', async () => {
    const { lin, ingrid } = world.people
    const record = (revision: string) =>
      as(ingrid, () =>
        recordDecision(ingrid, its.id, {
          messageId: its.messageId,
          part: 'CMD-0750',
          revision,
          conditions: '',
        }),
      )
    const recordId = async () =>
      (
        await unscopedPrisma().consultationDecision.findFirst({
          where: { consultationId: its.id },
          orderBy: { id: 'desc' },
        })
      )?.id ?? null
    await record('C')
    const before = await answerAddress(lin, its.id, {
      messageId: its.messageId,
      decisionId: await recordId(),
    })
    await record('D')
    await isMessageAlone(await sends('accept', { to: its.address }), 'answerGone')
    expect((await sends('accept', { to: before })).reason).toBe('answerGone')
    const now = await answerAddress(lin, its.id, { messageId: its.messageId, decisionId: await recordId() })
    expect(await sends('accept', { to: now })).toMatchObject({ reason: 'accepted' })
  })

  test('accepts once, also when two mails come at the same moment', async () => {
    const { chen } = world.people
    await unscopedPrisma().membership.update({
      where: { id: chen.membershipId },
      data: { functions: ['purchasing', 'engineering'] },
    })
    const chens = await answerAddress(chen, its.id, { messageId: its.messageId })
    const ids = [
      ...(await accept(await mailOf('lin', its.address), { to: [its.address] })),
      ...(await accept(await mailOf('chen', chens), { to: [chens], envelopeFrom: 'chen@lumen.example' })),
    ]
    await Promise.all(ids.map((receivedMailId) => receiveMail({ receivedMailId })))
    const outcomes = (await Promise.all(ids.map(receivedMail))).map(({ reason }) => reason)
    expect(outcomes.sort()).toEqual(['accepted', 'acceptedAlready'])
    expect(await sends('accepted')).toMatchObject({ status: 'ignored', reason: 'acceptedAlready' })
    expect((await eventsOf(its.id)).filter((each) => each === 'accepted')).toHaveLength(1)
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
    const newer = await answer('Derate by 2 % per 100 m.', its.messageId)
    await isMessageAlone(await sends(), 'answerGone')
    expect(await bodies()).toContain('Accept')
    const toNewer = await answerAddress(lin, its.id, { messageId: newer })
    const { edits } = await unscopedPrisma().message.findUniqueOrThrow({ where: { id: newer } })
    await as(ingrid, () =>
      editMessage(ingrid, { consultationId: its.id, messageId: newer }, { body: 'By 3 %.', edits }),
    )
    expect((await sends('accept', { to: toNewer })).reason).toBe('answerGone')
    expect((await stored(its.id)).status).toBe('answered')
  })

  test('when the consultation was closed meanwhile: what a customer writes opens it again', async () => {
    const { ingrid } = world.people
    await as(ingrid, () => closeConsultation(ingrid, its.id, 'No word came.'))
    await isMessageAlone(await sends(), 'answerGone', 'reopened')
  })

  test('in answer to a mail that brought none', async () => {
    await isMessageAlone(
      await sends('accept', { to: await replyAddress(world.people.lin, its.id) }),
      'noAnswer',
    )
  })

  test('with a file, and with more words than one', async () => {
    const attachments = [{ filename: 'trace.csv', content: 't;I\n0;9.8' }]
    await isMessageAlone(await sends('accept', { attachments }), 'withFiles')
    const mail = await sends('Accept, but only up to 2,000 m.')
    expect(mail).toMatchObject({ status: 'taken', reason: '' })
    expect(await eventsAbout(mail.id)).toEqual([])
    expect((await stored(its.id)).status).toBe('answered')
  })

  test('of a colleague who may not accept there any more', async () => {
    const { wu } = world.people
    const to = await answerAddress(wu, its.id, { messageId: its.messageId })
    const mail = await sends('accept', { name: 'wu', to })
    await isMessageAlone(mail, 'mayNotAccept')
  })
})

test('what the page accepted meanwhile is accepted, and the word is left aside', async () => {
  const { lin } = world.people
  await as(lin, () => acceptAnswer(lin, its.id, { messageId: its.messageId }))
  expect(await sends()).toMatchObject({ status: 'ignored', reason: 'acceptedAlready' })
})
