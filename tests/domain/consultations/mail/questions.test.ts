import { beforeAll, describe, expect, test, vi } from 'vitest'
import { confirmMail } from '#app/domain/consultations/mail/commands/confirm.server.ts'
import { setQuestionAddress } from '#app/domain/consultations/mail/commands/question-address.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, stored } from '../support.ts'
import { deliver, eventsAbout, messagesOf, signedMail, useMailNames } from './support.ts'

vi.hoisted(() => {
  process.env.INBOUND_SMTP_PORT = '4383'
  process.env.INBOUND_DOMAIN = 'portal.example'
})
const world = useWorld()
useTestStorage()
useMailNames()

const address = 'halden@portal.example'
beforeAll(() => as(world.people.admin, () => setQuestionAddress(world.people.admin, 'halden')))

const question = async (changes: { from?: string; to?: string; subject?: string; text?: string } = {}) => {
  const { from = 'lin@lumen.example', to = address } = changes
  const raw = await signedMail({
    subject: 'Derating at 3,000 m',
    text: 'How much per 100 m?',
    ...changes,
    from,
    to,
  })
  return deliver(raw, { to: [to], envelopeFrom: from })
}

describe('a mail to the organization’s address', () => {
  test('is a question of its sender in the account of both, routed by the coverage matrix', async () => {
    const mail = await question()
    expect(mail).toMatchObject({ status: 'taken', accountId: world.accounts.lumen })
    expect(await stored(mail.consultationId ?? '')).toMatchObject({
      accountId: world.accounts.lumen,
      subject: 'Derating at 3,000 m',
      function: 'engineering',
      askedById: world.people.lin.membershipId,
      assigneeId: world.people.ingrid.membershipId,
    })
    expect(await messagesOf(mail.consultationId ?? '')).toMatchObject([
      { lane: 'shared', body: 'How much per 100 m?' },
    ])
  })

  test('a word behind the plus names the function, marks of an answer leave the subject, none becomes the first line', async () => {
    const quality = await question({ to: 'halden+quality@portal.example', subject: 'Fwd: Re: Scratches' })
    expect(await stored(quality.consultationId ?? '')).toMatchObject({
      function: 'quality',
      subject: 'Scratches',
    })
    const untitled = await question({ subject: '', text: 'Which grease?\nFor the bearing.' })
    expect(await stored(untitled.consultationId ?? '')).toMatchObject({ subject: 'Which grease?' })
  })

  test('of a stranger, of the supplier itself, of a deactivated member or of a closed account is refused', async () => {
    const before = await unscopedPrisma().consultation.count()
    expect(await question({ from: 'eve@lumen.example' })).toMatchObject({
      status: 'refused',
      reason: 'unknownSender',
    })
    const own = await question({ from: 'dev@halden.example' })
    expect(own).toMatchObject({ status: 'refused', reason: 'notCustomer' })
    expect((await eventsAbout(own.id)).map(({ type }) => type)).toEqual(['receivedMail.refused'])
    const wu = { where: { id: world.people.wu.membershipId } }
    await unscopedPrisma().membership.update({ ...wu, data: { deactivatedAt: now() } })
    expect(await question({ from: 'wu@lumen.example' })).toMatchObject({
      status: 'refused',
      reason: 'deactivated',
    })
    const aurora = { where: { id: world.accounts.aurora } }
    await unscopedPrisma().account.update({ ...aurora, data: { closedAt: now() } })
    expect(await question({ from: 'rui@aurora.example' })).toMatchObject({
      status: 'refused',
      reason: 'notCustomer',
    })
    await unscopedPrisma().account.update({ ...aurora, data: { closedAt: null } })
    expect(await unscopedPrisma().consultation.count()).toBe(before)
  })

  test('of somebody with several memberships is held, and asked as the one in which it is confirmed', async () => {
    const { lin, rui } = world.people
    const second = await unscopedPrisma().membership.create({
      data: {
        userId: lin.userId,
        organizationId: rui.organizationId,
        side: 'customer',
        name: '林晓',
        functions: ['quality'],
      },
    })
    const mail = await question()
    expect(mail).toMatchObject({
      status: 'held',
      reason: 'several',
      membershipId: null,
      organizationId: null,
    })
    const [event] = await eventsAbout(mail.id)
    expect(event?.payload).toMatchObject({ memberIds: expect.arrayContaining([lin.membershipId, second.id]) })
    const other = { ...rui, membershipId: second.id, userId: lin.userId, functions: ['quality' as const] }
    await as(other, () => confirmMail(other, mail.id))
    const asked = await unscopedPrisma().consultation.findFirstOrThrow({ where: { askedById: second.id } })
    expect(asked).toMatchObject({ accountId: world.accounts.aurora, function: 'quality' })
  })
})

describe('the address', () => {
  test('is chosen by the supplier’s administrator alone', async () => {
    for (const name of ['ingrid', 'lumenAdmin', 'lin'] as const) {
      const actor = world.people[name]
      await expect(as(actor, () => setQuestionAddress(actor, 'mine'))).rejects.toThrow(
        'common:error.forbidden',
      )
    }
  })

  test('that another organization has is refused, also where it cannot be seen', async () => {
    const other = await unscopedPrisma().organization.create({
      data: { name: 'Kestrel', language: 'en', timeZone: 'UTC' },
    })
    await unscopedPrisma().questionAddress.create({ data: { organizationId: other.id, name: 'kestrel' } })
    const { admin } = world.people
    await expect(as(admin, () => setQuestionAddress(admin, 'kestrel'))).rejects.toThrow(
      'mailIn:error.nameTaken',
    )
  })

  test('that was given up takes nothing', async () => {
    const { admin } = world.people
    await as(admin, () => setQuestionAddress(admin, undefined))
    expect(await question()).toMatchObject({ status: 'refused', reason: 'unknownAddress' })
    await as(admin, () => setQuestionAddress(admin, 'halden'))
  })
})
