import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { receiveMail } from '#app/domain/consultations/mail/incoming/receive.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import {
  accept,
  deliver,
  eventsAbout,
  messagesOf,
  receivedMail,
  replyAddress,
  signedMail,
  useLinsAddress,
} from './support.ts'

const { world, lins } = useLinsAddress()

let consultation: string
let address: string
let count = 0
beforeAll(() => {
  ;({ consultation, address } = lins)
})
beforeEach(() => {
  count += 1
})

const answer = (changes: object = {}) =>
  signedMail({
    from: 'lin@lumen.example',
    to: address,
    subject: 'Re: C-0001: Drive trips',
    text: `Firmware 2.4.${count}\n\nOn 12 May 2025 at 09:14, Counterpart <${address}> wrote:\n\n> Which one?\n`,
    ...changes,
  })
const last = async (id = consultation) => (await messagesOf(id)).at(-1)

describe('an answer', () => {
  test('becomes a message of the member whom the address was given to, without what it quotes', async () => {
    const mail = await deliver(await answer(), { to: [address] })
    expect(mail).toMatchObject({ status: 'taken', reason: '', consultationId: consultation })
    const message = await last()
    expect(message).toMatchObject({
      id: mail.postedMessageId,
      lane: 'shared',
      body: `Firmware 2.4.${count}`,
      authorId: world.people.lin.membershipId,
    })
    const events = await eventsAbout(consultation)
    expect(events.at(-1)).toMatchObject({
      type: 'consultation.messagePosted',
      actorId: world.people.lin.membershipId,
    })
  })

  test('to an address in capitals arrives all the same', async () => {
    expect(await deliver(await answer(), { to: [address.toUpperCase()] })).toMatchObject({ status: 'taken' })
  })

  test('the same mail twice, also at the same moment and by another way, is one message', async () => {
    const raw = await answer({ messageId: '<twice@lumen.example>' })
    const before = (await messagesOf(consultation)).length
    const ids = [...(await accept(raw, { to: [address] })), ...(await accept(raw, { to: [address] }))]
    await Promise.all(ids.map((receivedMailId) => receiveMail({ receivedMailId })))
    await Promise.all(ids.map((receivedMailId) => receiveMail({ receivedMailId })))
    const later = await deliver(raw, { to: [address] })
    expect(await messagesOf(consultation)).toHaveLength(before + 1)
    const outcomes = await Promise.all(ids.map(receivedMail))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['ignored', 'taken'])
    expect(later).toMatchObject({ status: 'ignored', reason: 'duplicate' })
  })

  test('SPF of the sender’s own domain is proof as well', async () => {
    const { rawMail } = await import('./mails.ts')
    const raw = await rawMail({ from: 'lin@lumen.example', to: address, text: 'By our own server.' })
    expect(await deliver(raw, { to: [address], clientAddress: '192.0.2.25' })).toMatchObject({
      status: 'taken',
    })
    const foreign = await rawMail({ from: 'lin@lumen.example', to: address, text: 'By a foreign server.' })
    expect(await deliver(foreign, { to: [address], clientAddress: '198.51.100.7' })).toMatchObject({
      status: 'held',
      reason: 'unproven',
    })
  })

  test('files come along, and what an upload would refuse is left out and said in the writer’s language', async () => {
    const attachments = [
      { filename: 'trace.csv', content: 't;I\n0;9.8' },
      { filename: 'setup.exe', content: 'MZ' },
      { filename: 'report.pdf', content: 'no PDF at all' },
    ]
    expect(
      await deliver(await answer({ text: 'See the trace.', attachments }), { to: [address] }),
    ).toMatchObject({
      status: 'taken',
    })
    const message = await last()
    expect(message?.files).toEqual([{ file: { name: 'trace.csv', type: 'text/csv' } }])
    expect(message?.body).toContain('*setup.exe was left out: programs and scripts are not taken.*')
    expect(message?.body).toContain('*report.pdf was left out: its content is not what its name says.*')
  })

  test('a text that is too long for a message is a file, and its beginning the message', async () => {
    await deliver(await answer({ text: 'A long report. '.repeat(3_000) }), { to: [address] })
    const message = await last()
    expect(message?.body.length).toBeLessThanOrEqual(20_000)
    expect(message?.body).toContain('*The whole text is in message.txt.*')
    expect(message?.files[0]?.file.name).toBe('message.txt')
  })

  test('without words and files it is refused', async () => {
    const mail = await deliver(await answer({ text: '-- \nLin Xiao' }), { to: [address] })
    expect(mail).toMatchObject({ status: 'refused', reason: 'empty' })
  })

  test.each([
    ['Auto-Submitted', 'auto-replied', 'autoReply'],
    ['List-Id', '<all.lumen.example>', 'list'],
    ['X-Counterpart-Mail', crypto.randomUUID(), 'loop'],
  ])('%s: %s is set aside', async (name, value, reason) => {
    const before = (await messagesOf(consultation)).length
    const mail = await deliver(await answer({ headers: { [name]: value } }), { to: [address] })
    expect(mail).toMatchObject({ status: 'ignored', reason })
    expect(await messagesOf(consultation)).toHaveLength(before)
    expect(await eventsAbout(mail.id)).toEqual([])
  })
})

describe('lanes', () => {
  test('an answer is shared, unless its address says the lane', async () => {
    const note = await replyAddress(world.people.lin, consultation, 'private')
    expect(note).toMatch(/^note\+/)
    await deliver(await answer({ to: note, text: 'Between us.' }), { to: [note] })
    expect(await last()).toMatchObject({ lane: 'private', body: 'Between us.' })
  })

  test('a lane that its member may not write in any more gets nothing', async () => {
    // As if the address had been given out before the person changed sides.
    const note = await replyAddress(world.people.lin, consultation, 'internal')
    const before = (await messagesOf(consultation)).length
    const mail = await deliver(await answer({ to: note }), { to: [note] })
    expect(mail).toMatchObject({ status: 'refused', reason: 'lane' })
    expect(await messagesOf(consultation)).toHaveLength(before)
  })

  test('an account that was restricted to a team without the writer gets nothing, and the writer is told', async () => {
    const { dev } = world.people
    const toDev = await replyAddress(dev, consultation)
    const restricted = { where: { id: world.accounts.lumen }, data: { isRestricted: true } }
    await unscopedPrisma().account.update(restricted)
    const raw = await signedMail({ from: 'dev@halden.example', to: toDev, subject: 'Re', text: 'Late.' })
    const mail = await deliver(raw, { to: [toDev], envelopeFrom: 'dev@halden.example' })
    await unscopedPrisma().account.update({ ...restricted, data: { isRestricted: false } })
    expect(mail).toMatchObject({ status: 'refused', reason: 'noAccess', accountId: null })
    expect(await eventsAbout(mail.id)).toMatchObject([
      { type: 'receivedMail.refused', payload: { memberIds: [dev.membershipId] } },
    ])
  })
})

describe('who is gone', () => {
  test('a closed account takes no answer of either side', async () => {
    const { ingrid } = world.people
    const toIngrid = await replyAddress(ingrid, consultation)
    const account = { where: { id: world.accounts.lumen } }
    await unscopedPrisma().account.update({ ...account, data: { closedAt: now() } })
    const mine = await deliver(await answer(), { to: [address] })
    const raw = await signedMail({
      from: 'ingrid@halden.example',
      to: toIngrid,
      subject: 'Re',
      text: 'Late.',
    })
    const theirs = await deliver(raw, { to: [toIngrid], envelopeFrom: 'ingrid@halden.example' })
    await unscopedPrisma().account.update({ ...account, data: { closedAt: null } })
    for (const mail of [mine, theirs]) expect(mail).toMatchObject({ status: 'refused', reason: 'noAccess' })
  })

  test('a deactivated member is not heard, and nobody is written to', async () => {
    const { wu } = world.people
    const toWu = await replyAddress(wu, consultation)
    const membership = { where: { id: wu.membershipId } }
    await unscopedPrisma().membership.update({ ...membership, data: { deactivatedAt: now() } })
    const raw = await signedMail({ from: 'wu@lumen.example', to: toWu, subject: 'Re', text: 'Still here.' })
    const mail = await deliver(raw, { to: [toWu], envelopeFrom: 'wu@lumen.example' })
    await unscopedPrisma().membership.update({ ...membership, data: { deactivatedAt: null } })
    expect(mail).toMatchObject({ status: 'refused', reason: 'deactivated' })
    expect(await eventsAbout(mail.id)).toEqual([])
  })
})
