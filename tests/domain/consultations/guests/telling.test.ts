import { beforeEach, describe, expect, test } from 'vitest'
import { acceptInvitation } from '#app/domain/accounts/commands/accept-invitation.server.ts'
import { inviteMember } from '#app/domain/accounts/commands/invitations.server.ts'
import { listMemberships } from '#app/domain/accounts/queries/members.server.ts'
import { mailPasswordReset } from '#app/domain/auth/commands/password.server.ts'
import { signIn } from '#app/domain/auth/commands/sign-in.server.ts'
import { hashPassword } from '#app/domain/auth/password.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { endGuest } from '#app/domain/consultations/guests/commands/change.server.ts'
import { writeAsGuest } from '#app/domain/consultations/guests/commands/write.server.ts'
import { remindOfGuests } from '#app/domain/consultations/guests/jobs/remind.server.ts'
import { tellGuests } from '#app/domain/consultations/guests/jobs/tell.server.ts'
import { listSeats } from '#app/domain/consultations/guests/queries/seats.server.ts'
import { getGuestThread } from '#app/domain/consultations/guests/queries/thread.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { audience } from '#app/jobs.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, eventsOf } from '../support.ts'
import { asSeat, dayIn, type Guest, letIn, password } from './support.ts'

const world = useWorld()
let id: string
let email: string
let nadia: Guest
let guests = 0
beforeEach(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
  guests += 1
  email = `nadia${guests}@corvid.example`
  nadia = await letIn(world.people.ingrid, id, { email, language: 'ru' })
})

const newest = () =>
  unscopedPrisma().event.findFirstOrThrow({ where: { subjectId: id }, orderBy: { id: 'desc' } })
const mails = (template: string) => unscopedPrisma().mail.findMany({ where: { to: email, template } })
const post = (lane: 'shared' | 'internal', body = 'Grease **LGHP 2**') => {
  const { ingrid } = world.people
  return as(ingrid, () => postMessage(ingrid, id, { lane, body, fileIds: [] }))
}

describe('mails of a guest', () => {
  test('say once that something was written, and by whom; not what', async () => {
    await post('shared')
    const event = await newest()
    await tellGuests(event)
    await tellGuests(event)
    const [mail, ...more] = await mails('guestMessage')
    expect(more).toEqual([])
    expect(mail).toMatchObject({ language: 'ru' })
    expect(mail?.text).toContain('Ingrid Solberg')
    expect(mail?.text).toContain(`/guest/${nadia.id}`)
    expect(`${mail?.text}${mail?.html}${mail?.subject}`).not.toMatch(/LGHP|trips/)
    expect(mail?.replyTo ?? '').toBe('')
  })

  test('none of notes, of what it wrote itself, once it is over, and where it wants none', async () => {
    await post('internal')
    await tellGuests(await newest())
    await asSeat(nadia, (seat) => writeAsGuest(seat, { body: 'Mine', fileIds: [] }))
    await tellGuests(await newest())
    await unscopedPrisma().consultationGuest.update({ where: { id: nadia.id }, data: { wantsMail: false } })
    await post('shared')
    await tellGuests(await newest())
    await unscopedPrisma().consultationGuest.update({ where: { id: nadia.id }, data: { wantsMail: true } })
    const { lin } = world.people
    await as(lin, () => endGuest(lin, id, { guestId: nadia.id, revision: 1 }))
    await post('shared')
    await tellGuests(await newest())
    expect(await mails('guestMessage')).toEqual([])
  })

  test('it rings nobody’s bell but those of the two sides', async () => {
    await asSeat(nadia, (seat) => writeAsGuest(seat, { body: 'Mine', fileIds: [] }))
    const event = await newest()
    const heard = await audience['consultation.guestWrote']({ ...event, payload: {} }, unscopedPrisma())
    const seen = await unscopedPrisma().$queryRaw<{ member: string }[]>`
      SELECT member FROM app_who_sees(${heard}::uuid[], ${event.accountId}::uuid, NULL, 'consultation', ${id}::uuid) AS s (member)`
    const members = seen.map(({ member }) => member)
    expect(members).toContain(world.people.lin.membershipId)
    expect(members).not.toContain(nadia.membershipId)
  })
})

test('whoever invited is told once, three days before the end', async () => {
  await unscopedPrisma().consultationGuest.update({
    where: { id: nadia.id },
    data: { endsAt: new Date(`${dayIn(2)}T00:00Z`) },
  })
  await Promise.all([remindOfGuests(), remindOfGuests()])
  const types = await eventsOf(id)
  expect(types.filter((type) => type === 'guestEndsSoon')).toHaveLength(1)
  const { type, payload } = await newest()
  expect(type).toBe('consultation.guestEndsSoon')
  expect(payload).toMatchObject({ memberId: world.people.ingrid.membershipId, name: 'Nadia Petrova' })
})

describe('one person in two places', () => {
  test('somebody of another customer, invited as a guest: each place as it was', async () => {
    const { rui, lin } = world.people
    const known = 'rui@aurora.example'
    await unscopedPrisma().credential.create({
      data: { userId: rui.userId, passwordHash: await hashPassword(password) },
    })
    const before = await unscopedPrisma().membership.findUniqueOrThrow({ where: { id: rui.membershipId } })
    const guest = await letIn(lin, id, { email: known, name: 'Rui T.' })
    expect(guest.signedIn.userId).toBe(rui.userId)
    expect(await unscopedPrisma().membership.findUniqueOrThrow({ where: { id: rui.membershipId } })).toEqual(
      before,
    )
    expect((await listMemberships(rui.userId)).map(({ membershipId }) => membershipId)).toEqual([
      rui.membershipId,
    ])
    // As a member nothing of it is there; as a guest nothing else.
    await expect(as(rui, () => getThread(rui, id))).rejects.toThrow(NotFound)
    expect((await asSeat(guest, () => getGuestThread(null))).subject).toBe('Drive trips at 40 °C')
    const own = await ask(rui, world.accounts.aurora)
    await expect(asSeat({ ...guest, id: own }, () => getGuestThread(null))).rejects.toThrow(NotFound)
    // Signing in acts as the member.
    const cookie = await signIn({ email: known, password })
    expect(cookie).toBeTruthy()
    const session = await unscopedPrisma().session.findFirstOrThrow({
      where: { userId: rui.userId },
      orderBy: { createdAt: 'desc' },
    })
    expect(session.membershipId).toBe(rui.membershipId)
  })

  test('a guest who becomes a member somewhere stays a guest, and that alone', async () => {
    const { auroraAdmin } = world.people
    await as(auroraAdmin, () =>
      inviteMember(auroraAdmin, { email, name: 'Nadia', functions: ['quality'], isAdministrator: false }),
    )
    const mail = await unscopedPrisma().mail.findFirstOrThrow({
      where: { to: email, template: 'invitation' },
    })
    const token = /\/invitation\/([\w-]+)/.exec(mail.text)?.[1] ?? ''
    await acceptInvitation(token, null, { password })
    const { userId } = nadia.signedIn
    expect(await listMemberships(userId)).toMatchObject([{ organizationName: 'Aurora Refrigeração' }])
    expect(await listSeats(userId)).toMatchObject([{ id: nadia.id, isOpen: true }])
    await asSeat(nadia, () => getGuestThread(null))
  })

  test('in two consultations of one supplier the two know nothing of each other', async () => {
    const { rui, dev } = world.people
    expect(await listSeats(nadia.signedIn.userId)).toHaveLength(1)
    const second = await letIn(dev, await ask(rui, world.accounts.aurora), {
      email,
      organizationName: 'Corvid',
    })
    expect(second.membershipId).not.toBe(nadia.membershipId)
    expect(await listSeats(nadia.signedIn.userId)).toHaveLength(2)
  })

  test('a guest who forgot the password is mailed a link', async () => {
    await mailPasswordReset({ email })
    expect(await mails('passwordReset')).toHaveLength(1)
  })
})
