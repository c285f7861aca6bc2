import { describe, expect, test } from 'vitest'
import { confirmMail } from '#app/domain/consultations/mail/commands/confirm.server.ts'
import { viewReceivedMail } from '#app/domain/consultations/mail/queries/held.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { as, stored } from '../support.ts'
import { useAnswered } from './accepting.ts'
import { rawMail } from './mails.ts'
import { answerAddress, deliver, messagesOf, replyAddress, signedMail } from './support.ts'

const { world, its, answer, sends } = useAnswered()

describe('accepts nothing', () => {
  test('while anybody could have sent it; the one whose name it bears confirms it, and then it accepts', async () => {
    const { lin } = world.people
    const raw = await rawMail({ from: 'lin@lumen.example', to: its.address, subject: 'Re', text: 'accept' })
    const mail = await deliver(raw, { to: [its.address] })
    expect(mail).toMatchObject({ status: 'held', reason: 'unproven' })
    expect((await stored(its.id)).status).toBe('answered')
    expect(await as(lin, () => viewReceivedMail(lin, mail.id))).toMatchObject({
      accepts: true,
      canConfirm: true,
    })
    expect(await as(lin, () => confirmMail(lin, mail.id))).toEqual({
      to: `/consultations/${its.id}`,
      reason: 'accepted',
    })
    expect(await stored(its.id)).toMatchObject({ status: 'accepted', acceptedMessageId: its.messageId })
  })

  test('a held one whose answer is replaced before it is confirmed', async () => {
    const { lin } = world.people
    const raw = await rawMail({ from: 'lin@lumen.example', to: its.address, subject: 'Re', text: 'accept' })
    const mail = await deliver(raw, { to: [its.address] })
    await answer('Another one.', its.messageId)
    expect(await as(lin, () => confirmMail(lin, mail.id))).toMatchObject({ reason: 'answerGone' })
    expect((await stored(its.id)).status).toBe('answered')
  })

  test('from somebody else who has the address', async () => {
    const mail = await sends('accept', { name: 'chen' })
    expect(mail).toMatchObject({ status: 'held', reason: 'otherSender' })
    expect((await stored(its.id)).status).toBe('answered')
  })

  test('from the supplier, and in the lane of the customer alone', async () => {
    const { ingrid, lin } = world.people
    const forged = await answerAddress(ingrid, its.id, { messageId: its.messageId })
    const raw = await signedMail({ from: 'ingrid@halden.example', to: forged, subject: 'Re', text: 'accept' })
    const theirs = await deliver(raw, { to: [forged], envelopeFrom: 'ingrid@halden.example' })
    expect(theirs).toMatchObject({ status: 'taken', reason: '' })
    const note = await replyAddress(lin, its.id, 'private')
    expect(await sends('accept', { to: note })).toMatchObject({ status: 'taken', reason: '' })
    expect((await messagesOf(its.id)).at(-1)).toMatchObject({ lane: 'private', body: 'accept' })
    expect((await stored(its.id)).status).toBe('answered')
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
    expect((await stored(its.id)).status).toBe('answered')
  })

  test('of a program', async () => {
    const headers = { 'Auto-Submitted': 'auto-replied' }
    expect(await sends('accept', { headers })).toMatchObject({ status: 'ignored', reason: 'autoReply' })
    expect((await stored(its.id)).status).toBe('answered')
  })
})
