import { beforeAll, describe, expect, test } from 'vitest'
import { confirmMail } from '#app/domain/consultations/mail/commands/confirm.server.ts'
import { discardMail } from '#app/domain/consultations/mail/commands/discard.server.ts'
import { unscopedSweepReceivedMails } from '#app/domain/consultations/mail/incoming/sweep.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { isStored } from '#app/platform/storage.server.ts'
import { as } from '../support.ts'
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

const { world, lins, forged } = useLinsAddress()

let consultation: string
let address: string
beforeAll(() => {
  ;({ consultation, address } = lins)
})

describe('the word of the one whose name it bears', () => {
  test('posts it once, as that person', async () => {
    const { lin } = world.people
    const mail = await forged({ text: 'Yes, that was me.' })
    const confirmed = await as(lin, () => confirmMail(lin, mail.id))
    expect(confirmed).toEqual({ to: `/consultations/${consultation}`, reason: '' })
    expect((await messagesOf(consultation)).at(-1)).toMatchObject({
      body: 'Yes, that was me.',
      authorId: lin.membershipId,
    })
    expect(await receivedMail(mail.id)).toMatchObject({ status: 'taken' })
    await expect(as(lin, () => confirmMail(lin, mail.id))).rejects.toThrow('common:error.transition')
  })

  test('nobody else’s word counts', async () => {
    const mail = await forged()
    const { lumenAdmin, chen } = world.people
    await expect(as(lumenAdmin, () => confirmMail(lumenAdmin, mail.id))).rejects.toThrow(
      'common:error.forbidden',
    )
    await expect(as(lumenAdmin, () => discardMail(lumenAdmin, mail.id))).rejects.toThrow(
      'common:error.forbidden',
    )
    await expect(as(chen, () => confirmMail(chen, mail.id))).rejects.toThrow('common:error.notFound')
    expect(await receivedMail(mail.id)).toMatchObject({ status: 'held' })
  })

  test('throws it away; then it cannot be posted any more', async () => {
    const { lin } = world.people
    const mail = await forged()
    await as(lin, () => discardMail(lin, mail.id))
    expect(await receivedMail(mail.id)).toMatchObject({ status: 'discarded', settledAt: expect.any(Date) })
    expect((await eventsAbout(mail.id)).map(({ type }) => type)).toEqual([
      'receivedMail.held',
      'receivedMail.discarded',
    ])
    await expect(as(lin, () => confirmMail(lin, mail.id))).rejects.toThrow('common:error.transition')
    await expect(as(lin, () => discardMail(lin, mail.id))).rejects.toThrow('common:error.transition')
  })

  test('a right that was withdrawn meanwhile is asked for again, and the mail stays as it is', async () => {
    const { ingrid } = world.people
    const toIngrid = await replyAddress(ingrid, consultation)
    const raw = await rawMail({ from: 'ingrid@halden.example', to: toIngrid, text: 'Mine.' })
    const mail = await deliver(raw, { to: [toIngrid], envelopeFrom: 'ingrid@halden.example' })
    expect(mail.status).toBe('held')
    await unscopedPrisma().teamMember.deleteMany({ where: { membershipId: ingrid.membershipId } })
    await unscopedPrisma().account.update({
      where: { id: world.accounts.lumen },
      data: { isRestricted: true },
    })
    await expect(as(ingrid, () => confirmMail(ingrid, mail.id))).rejects.toThrow('mailIn:error.noAccess')
    await unscopedPrisma().account.update({
      where: { id: world.accounts.lumen },
      data: { isRestricted: false },
    })
    expect(await receivedMail(mail.id)).toMatchObject({ status: 'held' })
  })

  test('the real mail comes through although a forged one with its id waits', async () => {
    const messageId = '<same@lumen.example>'
    const first = await forged({ messageId })
    expect(first.status).toBe('held')
    expect(await forged({ messageId })).toMatchObject({ status: 'ignored', reason: 'duplicate' })
    const real = await deliver(
      await signedMail({ from: 'lin@lumen.example', to: address, text: 'Real.', messageId }),
      { to: [address] },
    )
    expect(real).toMatchObject({ status: 'taken' })
  })
})

test('what nobody decides is let go after a month, and whole mails are removed two weeks after they were settled', async () => {
  const mail = await forged()
  const long = new Date(Date.now() - 31 * 24 * 3600_000)
  await unscopedPrisma().receivedMail.update({ where: { id: mail.id }, data: { receivedAt: long } })
  await unscopedSweepReceivedMails()
  expect(await receivedMail(mail.id)).toMatchObject({ status: 'discarded', rawKey: mail.rawKey })
  expect(await isStored(mail.rawKey)).toBe(true)
  await unscopedPrisma().receivedMail.update({ where: { id: mail.id }, data: { settledAt: long } })
  await unscopedSweepReceivedMails()
  expect(await isStored(mail.rawKey)).toBe(false)
  expect(await receivedMail(mail.id)).toMatchObject({ rawKey: '' })
})
