import { beforeEach, describe, expect, test } from 'vitest'
import { downloadAsGuest } from '#app/domain/consultations/guests/commands/download.server.ts'
import { listGuestParts, openGuestPart } from '#app/domain/consultations/guests/queries/parts.server.ts'
import { changePart } from '#app/domain/consultations/parts/commands/split.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { store } from '#tests/support/stored.ts'
import { useWorld } from '#tests/support/world.ts'
import { filesOf, part, splitOff, storedPart } from '../parts/support.ts'
import { as, ask } from '../support.ts'
import { asItsMembership, asSeat, contributes, dayIn, type Guest, letIn, uploadedBy } from './support.ts'

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

describe('is refused', () => {
  test('a guest of the customer’s, one who reads alone, one of another question, and a day after its last', async () => {
    const { ingrid, lin } = world.people
    const theirs = await letIn(lin, id, { email: mail() })
    const reader = await letIn(ingrid, id, { email: mail(), grade: 'read' })
    const elsewhere = await letIn(ingrid, await ask(lin, world.accounts.lumen), { email: mail() })
    for (const guest of [theirs, reader, elsewhere])
      await expect(asked(guest)).rejects.toMatchObject({ field: 'ownerId' })
    await expect(asked(nadia, dayIn(31))).rejects.toThrow(Invalid)
    const partId = await asked()
    await expect(
      as(ingrid, () =>
        changePart(
          ingrid,
          { consultationId: id, partId },
          { ...part('quality'), ownerId: theirs.id, revision: 1 },
        ),
      ),
    ).rejects.toThrow(Invalid)
  })

  test('another guest’s part, and a file that is not the own', async () => {
    const { ingrid, dev } = world.people
    const other = await letIn(ingrid, id, { email: mail() })
    const partId = await asked()
    expect(await asSeat(other, () => listGuestParts())).toEqual([])
    await expect(asSeat(other, () => openGuestPart(partId))).rejects.toThrow(NotFound)
    await expect(contributes(other, partId)).rejects.toThrow(NotFound)
    const foreign = await store(dev, { name: 'dev.txt', type: 'text/plain', bytes: Buffer.from('x') })
    await expect(contributes(nadia, partId, { fileIds: [foreign] })).rejects.toThrow()
    expect(await storedPart(partId)).toMatchObject({ contribution: '', revision: 1 })
    expect(await filesOf(partId)).toEqual([])
  })

  test('in the database: the tables are empty for it, and the functions know no part but its own', async () => {
    const { ingrid } = world.people
    const other = await letIn(ingrid, id, { email: mail() })
    const partId = await asked()
    for (const guest of [nadia, other])
      expect(await asItsMembership(guest, () => prisma.consultationPart.findMany())).toEqual([])
    const [outcome] = await asItsMembership(
      other,
      () => prisma.$queryRaw<{ outcome: string }[]>`
        SELECT outcome FROM app_guest_contribute(${partId}::uuid, 1, 'handIn', 'mine', '{}'::uuid[], now())`,
    )
    expect(outcome).toEqual({ outcome: 'unknown' })
    await expect(
      as(ingrid, () =>
        prisma.consultationPart.update({ where: { id: partId }, data: { guestId: crypto.randomUUID() } }),
      ),
    ).rejects.toThrow()
  })

  test('its file leaves a record that the supplier alone reads', async () => {
    const partId = await asked()
    const fileId = await uploadedBy(nadia)
    await contributes(nadia, partId, { act: 'save', fileIds: [fileId] })
    await asSeat(nadia, (seat) => downloadAsGuest(seat, fileId, () => 0))
    const event = await unscopedPrisma().event.findFirstOrThrow({
      where: { subjectId: id },
      orderBy: { id: 'desc' },
    })
    expect(event).toMatchObject({ type: 'consultation.partFileDownloaded', side: 'supplier' })
    const other = await letIn(world.people.ingrid, id, { email: mail() })
    await expect(asSeat(other, (seat) => downloadAsGuest(seat, fileId, () => 0))).rejects.toThrow(NotFound)
  })
})
