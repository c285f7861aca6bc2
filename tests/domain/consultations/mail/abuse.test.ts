import { beforeAll, expect, test } from 'vitest'
import { eraseMember } from '#app/domain/accounts/commands/erase-member.server.ts'
import { setQuestionAddress } from '#app/domain/consultations/mail/commands/question-address.server.ts'
import { listReceivedMails } from '#app/domain/consultations/mail/queries/received.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { PersonName } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { rawMail } from './mails.ts'
import {
  deliver,
  eventsAbout,
  messagesOf,
  receivedMail,
  replyAddress,
  signedMail,
  useLinsAddress,
} from './support.ts'

const { world, lins } = useLinsAddress()

const questions = 'halden@portal.example'
let consultation: string
let address: string
beforeAll(async () => {
  const { admin } = world.people
  ;({ consultation, address } = lins)
  await as(admin, () => setQuestionAddress(admin, 'halden'))
})
const listed = async (name: PersonName) => {
  const page = await as(world.people[name], () =>
    listReceivedMails(world.people[name], { view: null, after: null }),
  )
  return page.items.map(({ id }) => id)
}

test('a signed mail to somebody else, handed over again, is held: its signature says nothing about us', async () => {
  const raw = await signedMail({ from: 'lin@lumen.example', to: 'eve@evil.example', text: 'Yes, go ahead.' })
  for (const to of [address, questions])
    expect(await deliver(raw, { to: [to] })).toMatchObject({ status: 'held', reason: 'passedOn' })
  expect(await messagesOf(consultation)).toHaveLength(1)
})

test('a hundred mails in somebody’s name ring ten times, and all of them are in the list', async () => {
  const ids: string[] = []
  for (let index = 0; index < 14; index += 1) {
    const raw = await rawMail({ from: 'chen@lumen.example', to: questions, text: `Forged ${index}` })
    ids.push((await deliver(raw, { to: [questions], envelopeFrom: 'chen@lumen.example' })).id)
  }
  const told = await unscopedPrisma().event.count({
    where: { type: 'receivedMail.held', subjectId: { in: ids } },
  })
  expect(told).toBe(10)
  expect(await listed('chen')).toEqual(expect.arrayContaining(ids))
})

test('a stranger’s mail and a bomb are for the eyes of the supplier’s administrator, and nobody is told', async () => {
  const stranger = await signedMail({ from: 'eve@evil.example', to: questions, text: 'Buy now' })
  const parts = '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n'.repeat(300)
  const bomb = Buffer.from(
    `From: eve@evil.example\r\nTo: ${questions}\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${parts}--b--`,
  )
  for (const [raw, reason] of [[stranger, 'unknownSender'] as const, [bomb, 'parts'] as const]) {
    const mail = await deliver(raw, { to: [questions], envelopeFrom: 'eve@evil.example' })
    expect(mail).toMatchObject({ status: 'refused', reason, organizationId: world.organizations.halden })
    expect(await listed('admin')).toContain(mail.id)
    for (const name of ['ingrid', 'lumenAdmin', 'lin'] as const)
      expect(await listed(name)).not.toContain(mail.id)
    expect(await eventsAbout(mail.id)).toEqual([])
  }
  const toBomb = Buffer.from(bomb.toString().replace(questions, address))
  const known = await deliver(toBomb, { to: [address] })
  expect(known).toMatchObject({ status: 'refused', organizationId: world.organizations.lumen })
})

test('mails of a restricted account are hidden from an administrator outside its team', async () => {
  const { marcus, rui } = world.people
  const restricted = await ask(rui, world.accounts.aurora)
  const to = await replyAddress(marcus, restricted)
  const raw = await rawMail({ from: 'marcus@halden.example', to, subject: 'Price', text: 'Secret' })
  const mail = await deliver(raw, { to: [to], envelopeFrom: 'marcus@halden.example' })
  expect(mail).toMatchObject({ status: 'held', organizationId: world.organizations.halden })
  expect(await listed('marcus')).toContain(mail.id)
  expect(await listed('admin')).not.toContain(mail.id)
})

test('whoever is erased leaves no address and no words, and its addresses end', async () => {
  const { wu, lumenAdmin } = world.people
  const to = await replyAddress(wu, consultation)
  const raw = await rawMail({ from: 'wu@lumen.example', to, subject: 'My phone 555', text: 'x' })
  const mail = await deliver(raw, { to: [to], envelopeFrom: 'wu@lumen.example' })
  expect(mail.status).toBe('held')
  await unscopedPrisma().membership.update({ where: { id: wu.membershipId }, data: { deactivatedAt: now() } })
  await as(lumenAdmin, () => eraseMember(lumenAdmin, wu.membershipId, wu.name))
  expect(await receivedMail(mail.id)).toMatchObject({
    ...{ status: 'discarded', fromAddress: '', envelopeFrom: '', subject: '', userId: null },
    settledAt: expect.any(Date),
  })
  const later = await deliver(await signedMail({ from: 'wu@lumen.example', to, text: 'Back' }), { to: [to] })
  expect(later).toMatchObject({ status: 'refused', reason: 'unknownAddress', organizationId: null })
})
