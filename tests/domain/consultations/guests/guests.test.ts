import { beforeEach, describe, expect, test } from 'vitest'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { changeGuest, endGuest } from '#app/domain/consultations/guests/commands/change.server.ts'
import { writeAsGuest } from '#app/domain/consultations/guests/commands/write.server.ts'
import { openGuests } from '#app/domain/consultations/guests/queries/guests.server.ts'
import { getGuestThread } from '#app/domain/consultations/guests/queries/thread.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { viewThread } from '#app/domain/consultations/thread-view.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Forbidden, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, eventsOf, stored } from '../support.ts'
import { asSeat, dayIn, invite, letIn } from './support.ts'

const world = useWorld()
let id: string
beforeEach(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
})

const post = (who: 'ingrid' | 'lin' | 'chen', lane: 'shared' | 'internal' | 'private', body: string) => {
  const actor = world.people[who]
  return as(actor, () => postMessage(actor, id, { lane, body, fileIds: [] }))
}

describe('a guest', () => {
  test('sees what both sides write from its invitation on, or all of it; no note of either side', async () => {
    const { ingrid, lin } = world.people
    await post('ingrid', 'shared', 'Before')
    const nadia = await letIn(ingrid, id)
    const omar = await letIn(lin, id, { email: 'omar@freight.example', view: 'all' })
    await post('ingrid', 'internal', 'Ours alone')
    await post('chen', 'private', 'Ours alone')
    await post('lin', 'shared', 'After')
    const bodies = async (guest: typeof nadia) =>
      (await asSeat(guest, () => getGuestThread(null))).messages.map(({ html }) =>
        html.replace(/<[^>]+>/g, '').trim(),
      )
    expect(await bodies(nadia)).toEqual(['After'])
    expect(await bodies(omar)).toEqual(['It trips with F07.', 'Before', 'After'])
    const thread = await asSeat(nadia, () => getGuestThread(null))
    expect(thread).toMatchObject({ subject: 'Drive trips at 40 °C', supplier: 'Halden Components' })
    expect(thread.messages[0]).toMatchObject({
      author: '林晓',
      organization: 'Lumen Appliances',
      isGuest: false,
    })
    // No id, function or address of a member is in it.
    const told = JSON.stringify(thread)
    for (const { membershipId, userId } of [ingrid, lin]) {
      expect(told).not.toContain(membershipId)
      expect(told).not.toContain(userId)
    }
  })

  test('writes for both sides, is marked as a guest, and stops no clock: the state stays', async () => {
    const { ingrid, lin } = world.people
    const nadia = await letIn(ingrid, id)
    const before = await stored(id)
    const messageId = await asSeat(nadia, (seat) => writeAsGuest(seat, { body: 'Use **C3**.', fileIds: [] }))
    const after = await stored(id)
    expect(after.status).toBe(before.status)
    expect(after.lastActivityAt.getTime()).toBeGreaterThan(before.lastActivityAt.getTime())
    expect(await eventsOf(id)).toEqual(['asked', 'guestInvited', 'guestJoined', 'guestWrote'])
    for (const actor of [ingrid, lin]) {
      const view = await as(actor, async () => viewThread(actor, await getThread(actor, id)))
      expect(view.messages.at(-1)?.author).toMatchObject({
        name: 'Nadia Petrova',
        guestSeat: { organizationName: 'Corvid Bearings' },
      })
      expect(view.guests).toEqual([{ name: 'Nadia Petrova', organizationName: 'Corvid Bearings' }])
      expect(view.people.map(({ name }) => name)).not.toContain('Nadia Petrova')
      expect(view.history.map(({ type }) => type)).toContain('consultation.guestInvited')
    }
    // It is no answer of the supplier either, although the supplier let it in.
    await expect(
      as(ingrid, () => answerConsultation(ingrid, id, { messageId, fileIds: [] })),
    ).rejects.toThrow()
  })

  test('who reads alone writes nothing', async () => {
    const nadia = await letIn(world.people.lin, id, { grade: 'read' })
    const write = asSeat(nadia, (seat) => writeAsGuest(seat, { body: 'x', fileIds: [] }))
    await expect(write).rejects.toThrow(Forbidden)
    const forced = asSeat(nadia, (seat) =>
      writeAsGuest({ ...seat, grade: 'write' }, { body: 'x', fileIds: [] }),
    )
    await expect(forced).rejects.toThrow(Forbidden)
  })

  test('is nobody else: another’s place is not found, nor another’s file taken', async () => {
    const other = await ask(world.people.lin, world.accounts.lumen)
    const nadia = await letIn(world.people.ingrid, id)
    const omar = await letIn(world.people.lin, other, { email: 'omar@freight.example' })
    await expect(asSeat({ ...nadia, id: omar.id }, () => getGuestThread(null))).rejects.toThrow(NotFound)
    const fileId = crypto.randomUUID()
    const write = asSeat(nadia, (seat) => writeAsGuest(seat, { body: 'x', fileIds: [fileId] }))
    await expect(write).rejects.toThrow(Forbidden)
  })
})

describe('inviting', () => {
  test('twice is refused, also after the address has other letters; both at once make one', async () => {
    const { ingrid, lin } = world.people
    await invite(ingrid, id)
    await expect(invite(lin, id)).rejects.toMatchObject({ messageKey: 'guests:error.alreadyThere' })
    const other = await ask(lin, world.accounts.lumen)
    const both = await Promise.allSettled([invite(ingrid, other), invite(lin, other)])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await unscopedPrisma().consultationGuest.count({ where: { consultationId: other } })).toBe(1)
  })

  test('of somebody of either side is refused, with a hint; of another customer’s it is one consultation', async () => {
    const { ingrid, lin } = world.people
    for (const email of ['wu@lumen.example', 'tomas@halden.example'])
      for (const actor of [ingrid, lin])
        await expect(invite(actor, id, { email })).rejects.toMatchObject({
          messageKey: 'guests:error.ownPeople',
        })
    await expect(invite(lin, id, { email: 'rui@aurora.example' })).resolves.toBeTruthy()
  })

  test('a day that is over, and one more than a year ahead, are refused', async () => {
    const { ingrid } = world.people
    await expect(invite(ingrid, id, { endsOn: dayIn(-2) })).rejects.toMatchObject({ field: 'endsOn' })
    await expect(invite(ingrid, id, { endsOn: dayIn(368) })).rejects.toMatchObject({ field: 'endsOn' })
  })

  test('fifty, and not one more', async () => {
    const { ingrid } = world.people
    const { consultationId, accountId, side, invitedById, ...row } =
      await unscopedPrisma().consultationGuest.findUniqueOrThrow({
        where: { id: await invite(ingrid, id) },
      })
    const more = Array.from({ length: 49 }, (_, n) => ({
      ...{ ...row, consultationId, accountId, side, invitedById, id: crypto.randomUUID() },
      ...{ email: `guest${n}@corvid.example`, tokenHash: `${n}` },
    }))
    await unscopedPrisma().consultationGuest.createMany({ data: more })
    await expect(invite(ingrid, id, { email: 'last@corvid.example' })).rejects.toMatchObject({
      messageKey: 'guests:error.tooMany',
    })
  })

  test('is for those who name people of their side; whoever does not see it finds nothing', async () => {
    const { wu, rui } = world.people
    await expect(invite(wu, id)).rejects.toThrow(Forbidden)
    await expect(invite(rui, id)).rejects.toThrow(NotFound)
  })
})

describe('the last day', () => {
  test('is changed by the side that invited alone; the other ends it; the address is known to the former alone', async () => {
    const { ingrid, lin } = world.people
    const guestId = await invite(ingrid, id)
    const opened = (actor: typeof ingrid) => as(actor, async () => (await openGuests(actor, id)).guests[0])
    expect(await opened(ingrid)).toMatchObject({
      email: 'nadia@corvid.example',
      canChange: true,
      canEnd: true,
    })
    expect(await opened(lin)).toMatchObject({ email: null, canChange: false, canEnd: true })
    const later = { guestId, revision: 1, endsOn: dayIn(60) }
    await expect(as(lin, () => changeGuest(lin, id, later))).rejects.toThrow(Forbidden)
    await as(ingrid, () => changeGuest(ingrid, id, later))
    const ending = { guestId, revision: 1 }
    await expect(as(lin, () => endGuest(lin, id, ending))).rejects.toMatchObject({ status: 409 })
    await as(lin, () => endGuest(lin, id, { guestId, revision: 2 }))
    await expect(as(ingrid, () => changeGuest(ingrid, id, { ...later, revision: 3 }))).rejects.toMatchObject({
      status: 409,
    })
    expect(await eventsOf(id)).toEqual(['asked', 'guestInvited', 'guestChanged', 'guestEnded'])
    // Whoever has ended may be invited anew.
    await expect(invite(lin, id)).resolves.toBeTruthy()
  })

  test('two who end at once: one does', async () => {
    const { ingrid, lin } = world.people
    const guestId = await invite(ingrid, id)
    const ending = { guestId, revision: 1 }
    const both = await Promise.allSettled([
      as(ingrid, () => endGuest(ingrid, id, ending)),
      as(lin, () => endGuest(lin, id, ending)),
    ])
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })
})
