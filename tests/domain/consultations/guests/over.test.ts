import { beforeEach, describe, expect, test } from 'vitest'
import { acceptAsGuest } from '#app/domain/consultations/guests/commands/accept.server.ts'
import { endGuest } from '#app/domain/consultations/guests/commands/change.server.ts'
import { findGuest } from '#app/domain/consultations/guests/queries/invitation.server.ts'
import { guestUploader, listSeats } from '#app/domain/consultations/guests/queries/seats.server.ts'
import {
  getGuestConsultation,
  getGuestThread,
} from '#app/domain/consultations/guests/queries/thread.server.ts'
import { untilEndOf } from '#app/domain/consultations/guests/until.server.ts'
import {
  unscopedAskingSpeaker,
  unscopedReplySpeaker,
} from '#app/domain/consultations/mail/incoming/speaker.server.ts'
import { setClock } from '#app/platform/clock.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { asItsMembership, asSeat, type Guest, invite, letIn, tokenFor } from './support.ts'

const world = useWorld()
let id: string
let nadia: Guest
let email = ''
let guests = 0
beforeEach(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
  guests += 1
  email = `nadia${guests}@corvid.example`
  nadia = await letIn(world.people.ingrid, id, { view: 'all', email })
})

/** Neither the application nor the database alone lets anything through. */
async function expectClosed() {
  await expect(asSeat(nadia, () => getGuestThread(null))).rejects.toThrow(NotFound)
  await expectWall()
  expect(await guestUploader(nadia.signedIn.userId)).toBeNull()
  const seat = (await listSeats(nadia.signedIn.userId)).find((each) => each.id === nadia.id)
  expect(seat).toMatchObject({ isOpen: false })
  expect(seat).not.toHaveProperty('subject')
}

async function expectWall() {
  await asItsMembership(nadia, async () => {
    await expect(getGuestConsultation()).rejects.toThrow(NotFound)
    for (const from of ['app_guest_messages(NULL, 10)', 'app_guest_files()', 'app_guest_citations()'])
      expect(await prisma.$queryRawUnsafe(`SELECT * FROM ${from}`)).toEqual([])
    const write = prisma.$executeRaw`
      SELECT app_guest_write(gen_random_uuid(), 'x', 'en', now(), '{}'::uuid[])`
    await expect(write).rejects.toThrow()
  })
}

const row = (data: object) => unscopedPrisma().consultationGuest.update({ where: { id: nadia.id }, data })

describe('once it is over nothing opens', () => {
  test('after the last day', async () => {
    await asSeat(nadia, () => getGuestThread(null))
    await row({ endsAt: new Date(Date.now() - 1000) })
    await expectClosed()
  })

  test('by the clock of the application as well', async () => {
    const back = setClock(() => new Date(Date.now() + 40 * 86_400_000))
    try {
      await expect(asSeat(nadia, () => getGuestThread(null))).rejects.toThrow(NotFound)
    } finally {
      back()
    }
  })

  test('when either side ended it', async () => {
    const { lin } = world.people
    await as(lin, () => endGuest(lin, id, { guestId: nadia.id, revision: 1 }))
    await expectClosed()
  })

  test('when the account is closed, and it does not come back', async () => {
    const account = (closedAt: Date | null) =>
      unscopedPrisma().account.update({ where: { id: world.accounts.lumen }, data: { closedAt } })
    await account(new Date())
    await expectClosed()
    await account(null)
    await expectClosed()
  })

  test('when the account is another customer’s', async () => {
    const { lumen } = world.organizations
    const other = await unscopedPrisma().organization.create({
      data: { name: 'Lumen Two', language: 'en', timeZone: 'UTC' },
    })
    const account = (customerId: string) =>
      unscopedPrisma().account.update({ where: { id: world.accounts.lumen }, data: { customerId } })
    await account(other.id)
    await expectClosed()
    await account(lumen)
    await expectClosed()
  })

  test('when it goes on in another consultation, and when that is undone', async () => {
    const status = (to: 'merged' | 'new') =>
      unscopedPrisma().consultation.update({ where: { id }, data: { status: to } })
    await status('merged')
    await expectClosed()
    await status('new')
    await expectClosed()
  })

  test('when the person is deactivated', async () => {
    await unscopedPrisma().membership.update({
      where: { id: nadia.membershipId },
      data: { deactivatedAt: new Date() },
    })
    await expectClosed()
  })

  test('a mail arrives in nobody’s name', async () => {
    const place = {
      kind: 'reply' as const,
      membershipId: nadia.membershipId,
      consultationId: id,
      lane: 'shared' as const,
    }
    expect(await unscopedReplySpeaker(place as never)).toEqual({ refused: 'deactivated' })
    const question = { kind: 'question' as const, supplierId: world.organizations.halden }
    expect(await unscopedAskingSpeaker(question as never, email)).toEqual({ refused: 'deactivated' })
  })
})

describe('the invitation', () => {
  test('works once, and not after the last day or once it was ended', async () => {
    const { ingrid } = world.people
    const used = await tokenFor(email)
    expect(await findGuest(used)).toMatchObject({ state: 'open' })
    await expect(acceptAsGuest(used, nadia.signedIn, {})).rejects.toMatchObject({ status: 409 })
    const omar = { email: 'omar1@freight.example' }
    const late = await invite(ingrid, id, omar)
    await unscopedPrisma().consultationGuest.update({
      where: { id: late },
      data: { endsAt: new Date(Date.now() - 1000) },
    })
    const token = await tokenFor(omar.email)
    expect(await findGuest(token)).toMatchObject({ state: 'over' })
    const person = { name: 'Omar', password: 'ceramic hybrid races hum' }
    await expect(acceptAsGuest(token, null, person)).rejects.toMatchObject({ status: 409 })
    await expect(acceptAsGuest('no-token', null, person)).rejects.toMatchObject({ status: 409 })
  })

  test('is nobody else’s', async () => {
    await invite(world.people.ingrid, id, { email: 'omar@freight.example' })
    const token = await tokenFor('omar@freight.example')
    await expect(acceptAsGuest(token, nadia.signedIn, {})).rejects.toMatchObject({
      messageKey: 'guests:error.invitationOther',
    })
  })
})

describe('the end of a day', () => {
  test.each([
    ['America/Los_Angeles', '2026-12-16T08:00:00.000Z'],
    ['Asia/Shanghai', '2026-12-15T16:00:00.000Z'],
  ])('in %s', (zone, end) => {
    const back = setClock(() => new Date('2026-12-15T12:00:00Z'))
    try {
      expect(untilEndOf('2026-12-15', zone).endsAt.toISOString()).toBe(end)
    } finally {
      back()
    }
  })

  test('is that of whoever set it: one instant earlier it is open, and then not', async () => {
    const { ingrid } = world.people
    const guestId = await as(ingrid, async () =>
      invite({ ...ingrid, timeZone: 'Asia/Shanghai' }, id, { email: 'omar@freight.example' }),
    )
    const { endsAt, endsOn, timeZone } = await unscopedPrisma().consultationGuest.findUniqueOrThrow({
      where: { id: guestId },
    })
    expect(timeZone).toBe('Asia/Shanghai')
    expect(endsAt.getTime()).toBe(endsOn.getTime() + 16 * 3600_000)
  })
})
