import { beforeAll, describe, expect, test } from 'vitest'
import { viewReceivedMail } from '#app/domain/consultations/mail/queries/held.server.ts'
import { listReceivedMails } from '#app/domain/consultations/mail/queries/received.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { as } from '../support.ts'
import { deliver, eventsAbout, messagesOf, replyAddress, signedMail, useLinsAddress } from './support.ts'

const { world, lins, forged } = useLinsAddress()

let consultation: string
let address: string
beforeAll(() => {
  ;({ consultation, address } = lins)
})

const show = (id: string, name: 'lin' | 'chen' | 'lumenAdmin' | 'rui' | 'ingrid' | 'admin') =>
  as(world.people[name], () => viewReceivedMail(world.people[name], id))
const everything = { view: null, after: null }
const listed = (name: 'lin' | 'chen' | 'lumenAdmin' | 'auroraAdmin' | 'admin') =>
  as(world.people[name], () => listReceivedMails(world.people[name], everything))

describe('a mail that could be forged', () => {
  test('is held: nothing is posted, and the one whose name it bears is told', async () => {
    const before = await messagesOf(consultation)
    const mail = await forged()
    expect(mail).toMatchObject({ status: 'held', reason: 'unproven', userId: world.people.lin.userId })
    expect(await messagesOf(consultation)).toEqual(before)
    const [event] = await eventsAbout(mail.id)
    expect(event).toMatchObject({
      type: 'receivedMail.held',
      side: 'customer',
      actorId: null,
      accountId: world.accounts.lumen,
    })
    expect(event?.payload).toMatchObject({ memberIds: [world.people.lin.membershipId], number: 'C-0001' })
    // Neither its words nor its sender are told to whoever may read events.
    expect(JSON.stringify(event?.payload)).not.toContain('Ship')
  })

  test('a guest of another account who got hold of an address speaks for nobody', async () => {
    const raw = await signedMail({
      from: 'rui@aurora.example',
      to: address,
      subject: 'Re',
      text: 'From Aurora.',
    })
    const mail = await deliver(raw, { to: [address], envelopeFrom: 'rui@aurora.example' })
    expect(mail).toMatchObject({
      status: 'held',
      reason: 'otherSender',
      membershipId: world.people.lin.membershipId,
    })
    await expect(show(mail.id, 'rui')).rejects.toThrow('common:error.notFound')
  })

  test('a signature of another domain, a broken one and a foreign server prove nothing', async () => {
    const other = await signedMail({ from: 'lin@lumen.example', to: address, text: 'x' })
    const stolen = Buffer.from(
      other.toString('latin1').replace('\r\n\r\nx', '\r\n\r\nRelease the order'),
      'latin1',
    )
    expect(await deliver(stolen, { to: [address] })).toMatchObject({ status: 'held', reason: 'unproven' })
    const aurora = await signedMail({
      from: 'x@aurora.example',
      sender: 'x@aurora.example',
      to: address,
      text: 'y',
    })
    const named = Buffer.from(
      aurora.toString('latin1').replace(/^From: .*$/m, 'From: lin@lumen.example'),
      'latin1',
    )
    expect(await deliver(named, { to: [address] })).toMatchObject({ status: 'held' })
  })

  test('a domain that asks for more than the same organization is obeyed', async () => {
    await unscopedPrisma().user.update({
      where: { id: world.people.chen.userId },
      data: { email: 'chen@strict.lumen.example' },
    })
    const toChen = await replyAddress(world.people.chen, consultation)
    const { dkimSigned } = {
      dkimSigned: await signedMail({ from: 'chen@lumen.example', to: toChen, text: 'z' }),
    }
    const raw = Buffer.from(
      dkimSigned.toString('latin1').replace(/^From: .*$/m, 'From: chen@strict.lumen.example'),
      'latin1',
    )
    expect(await deliver(raw, { to: [toChen] })).toMatchObject({ status: 'held' })
    await unscopedPrisma().user.update({
      where: { id: world.people.chen.userId },
      data: { email: 'chen@lumen.example' },
    })
  })

  test('its words are for the one whose name it bears; the administrator sees that it came, others nothing', async () => {
    const mail = await forged({ text: 'A secret of Lin.' })
    expect(await show(mail.id, 'lin')).toMatchObject({
      words: 'A secret of Lin.',
      canConfirm: true,
      canDiscard: true,
    })
    expect(await show(mail.id, 'lumenAdmin')).toMatchObject({
      words: null,
      files: [],
      canConfirm: false,
      canDiscard: false,
    })
    for (const name of ['chen', 'rui', 'ingrid', 'admin'] as const)
      await expect(show(mail.id, name)).rejects.toThrow('common:error.notFound')
    const ids = async (name: Parameters<typeof listed>[0]) => (await listed(name)).items.map(({ id }) => id)
    expect(await ids('lin')).toContain(mail.id)
    expect(await ids('lumenAdmin')).toContain(mail.id)
    for (const name of ['chen', 'auroraAdmin', 'admin'] as const)
      expect(await ids(name)).not.toContain(mail.id)
  })
})
