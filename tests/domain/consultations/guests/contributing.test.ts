import { beforeEach, describe, expect, test } from 'vitest'
import { endGuest } from '#app/domain/consultations/guests/commands/change.server.ts'
import { listGuestParts, openGuestPart } from '#app/domain/consultations/guests/queries/parts.server.ts'
import { contribute, sendBack } from '#app/domain/consultations/parts/commands/contribute.server.ts'
import { openParts } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import {
  assemble,
  filesOf,
  part,
  release,
  sign,
  splitOff,
  storedDraft,
  storedPart,
} from '../parts/support.ts'
import { as, ask, eventsOf, stored } from '../support.ts'
import { asSeat, contributes, dayIn, type Guest, letIn, uploadedBy } from './support.ts'

const world = useWorld()
let id: string
let nadia: Guest
let guests = 0
const mail = () => {
  guests += 1
  return `nadia${guests}@corvid.example`
}
beforeEach(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
  nadia = await letIn(world.people.ingrid, id, { email: mail() })
})

const asked = (guest = nadia, dueOn = dayIn(7)) =>
  splitOff(world.people.ingrid, id, { ...part('quality'), ownerId: guest.id, dueOn })

const said = { contribution: 'Seen', act: 'handIn' } as const

describe('a part that a guest owns', () => {
  test('is handed in by it, goes into the draft with its file, and becomes the answer', async () => {
    const { ingrid, quinn } = world.people
    const partId = await asked()
    expect(await asSeat(nadia, () => listGuestParts())).toMatchObject([
      { id: partId, question: 'What says quality?', isIn: false, isSettled: false },
    ])
    const fileId = await uploadedBy(nadia)
    await contributes(nadia, partId, { act: 'save', fileIds: [fileId] })
    await contributes(nadia, partId, { revision: 2, fileIds: [fileId] })
    expect(await filesOf(partId)).toEqual([fileId])
    expect(await storedPart(partId)).toMatchObject({ contributedById: nadia.membershipId, ownerId: null })
    const shown = (await as(ingrid, () => openParts(ingrid, id))).parts[0]
    expect(shown).toMatchObject({
      ...{
        state: 'contributed',
        contributedBy: { name: 'Nadia Petrova' },
        leftBy: null,
        canContribute: false,
      },
      holder: { name: 'Nadia Petrova', organizationName: 'Corvid Bearings' },
    })
    await assemble(ingrid, id)
    expect((await storedDraft(id)).body).toContain('The cage is PA66')
    await sign(quinn, id, ['quality'], 1)
    await release(ingrid, id, 1)
    expect(await stored(id)).toMatchObject({ status: 'answered' })
    expect(await asSeat(nadia, () => listGuestParts())).toMatchObject([{ isSettled: true }])
    await expect(contributes(nadia, partId, { revision: 5 })).rejects.toThrow(Conflict)
  })

  test('is told to whoever asked, and the customer hears of none of it', async () => {
    const { ingrid, lin } = world.people
    await contributes(nadia, await asked())
    const events = await unscopedPrisma().event.findMany({
      where: { subjectId: id, type: { contains: 'part' } },
      orderBy: { id: 'asc' },
    })
    expect(events.map(({ type, side }) => [type, side])).toEqual([
      ['consultation.partAsked', 'supplier'],
      ['consultation.partContributed', 'supplier'],
    ])
    expect(events[0]?.payload).toMatchObject({ told: [] })
    expect(events[1]).toMatchObject({ actorName: 'Nadia Petrova' })
    expect(events[1]?.payload).toMatchObject({ told: [ingrid.membershipId] })
    await expect(as(lin, () => openParts(lin, id))).rejects.toThrow(NotFound)
    const seen = await as(lin, () => prisma.event.findMany({ where: { subjectId: id } }))
    expect(seen.filter(({ type }) => type.includes('part'))).toEqual([])
  })

  test('comes back to it with what is missing, and is taken back by it', async () => {
    const { ingrid } = world.people
    const partId = await asked()
    await contributes(nadia, partId)
    await as(ingrid, () =>
      sendBack(ingrid, { consultationId: id, partId }, { reason: 'Which lot?', revision: 2 }),
    )
    expect(await asSeat(nadia, () => openGuestPart(partId))).toMatchObject({
      part: { returned: 'Which lot?', isIn: false, contribution: 'The cage is PA66', revision: 3 },
    })
    await contributes(nadia, partId, { revision: 3 })
    await contributes(nadia, partId, { act: 'takeBack', revision: 4 })
    expect((await eventsOf(id)).slice(-2)).toEqual(['partContributed', 'partTakenBack'])
    await expect(contributes(nadia, partId, { act: 'takeBack', revision: 5 })).rejects.toThrow(Conflict)
  })

  test('of two windows one is kept', async () => {
    const partId = await asked()
    const both = await Promise.allSettled([
      contributes(nadia, partId, { act: 'save', contribution: 'one' }),
      contributes(nadia, partId, { act: 'save', contribution: 'two' }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: expect.any(Conflict) })
    expect((await storedPart(partId)).revision).toBe(2)
  })

  test('is its function’s once the guest was ended or its time is over', async () => {
    const { ingrid, quinn } = world.people
    const partId = await asked()
    await expect(
      as(quinn, () => contribute(quinn, { consultationId: id, partId }, { ...said, revision: 1 })),
    ).rejects.toThrow(Forbidden)
    await as(ingrid, () => endGuest(ingrid, id, { guestId: nadia.id, revision: 1 }))
    await expect(contributes(nadia, partId)).rejects.toThrow(NotFound)
    expect((await as(ingrid, () => openParts(ingrid, id))).parts[0]).toMatchObject({
      ...{ holder: null, leftBy: 'Nadia Petrova', guestId: null },
    })
    await as(quinn, () => contribute(quinn, { consultationId: id, partId }, { ...said, revision: 1 }))
    expect(await storedPart(partId)).toMatchObject({ ownerId: quinn.membershipId, guestId: null })
  })
})
