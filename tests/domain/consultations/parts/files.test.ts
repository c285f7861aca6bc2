import { beforeEach, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { downloadFile } from '#app/domain/consultations/commands/download-file.server.ts'
import { changeDraft } from '#app/domain/consultations/parts/commands/assemble.server.ts'
import { changeGrade } from '#app/domain/consultations/participants/commands/participants.server.ts'
import { contribute } from '#app/domain/consultations/parts/commands/contribute.server.ts'
import { downloadPartFile } from '#app/domain/consultations/parts/commands/download.server.ts'
import { openParts } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { store, useTestStorage } from '#tests/support/stored.ts'
import { useWorld } from '#tests/support/world.ts'
import { name } from '../participants/support.ts'
import { as, ask, stored } from '../support.ts'
import { assemble, part, release, sign, splitOff, storedDraft, storedPart } from './support.ts'

const world = useWorld()
useTestStorage()
let id: string
let partId: string
beforeEach(async () => {
  const { lin, ingrid, quinn } = world.people
  id = await ask(lin, world.accounts.lumen)
  partId = await splitOff(ingrid, id, part('quality', quinn))
})

const upload = (by: Actor, file = 'batch.txt') =>
  store(by, { name: file, type: 'text/plain', bytes: Buffer.from(file) })
async function writes(by: Actor, fileIds: string[], act: 'save' | 'handIn' = 'save', of = partId) {
  const { revision } = await storedPart(of)
  const place = { consultationId: id, partId: of }
  await as(by, () => contribute(by, place, { contribution: 'Batch 7', act, fileIds, revision }))
}
const filesOf = async (of = partId) =>
  (
    await unscopedPrisma().consultationPartFile.findMany({
      where: { partId: of },
      orderBy: { position: 'asc' },
    })
  ).map(({ fileId }) => fileId)
const takes = (by: Actor, fileId: string, of = partId) =>
  as(by, () => downloadPartFile(by, { consultationId: id, partId: of, fileId }, () => 0))

describe('the files of a contribution', () => {
  test('are what was named last: kept, added and taken out, and what is taken out is nobody’s upload', async () => {
    const { quinn } = world.people
    const [one, two, three] = [await upload(quinn), await upload(quinn), await upload(quinn)]
    await writes(quinn, [one, two])
    await writes(quinn, [two, three], 'handIn')
    expect(await filesOf()).toEqual([two, three])
    const file = await unscopedPrisma().file.findUniqueOrThrow({ where: { id: one } })
    expect(file.attachedAt).toBeNull()
    await expect(writes(quinn, [two, three])).rejects.toThrow(Conflict)
  })

  test('are the own uploads alone', async () => {
    const { ingrid, quinn } = world.people
    await expect(writes(quinn, [await upload(ingrid)])).rejects.toThrow(Invalid)
    const other = await upload(quinn)
    const second = await splitOff(ingrid, id, part('quality', quinn))
    await writes(quinn, [other], 'save', second)
    await expect(writes(quinn, [other])).rejects.toThrow(Invalid)
    expect(await filesOf()).toEqual([])
  })

  test('are read by whoever writes it until it is handed in, then by the supplier’s side, and by no customer', async () => {
    const { ingrid, dev, quinn, lin, rui } = world.people
    const fileId = await upload(quinn)
    await writes(quinn, [fileId])
    expect(await takes(quinn, fileId)).toMatchObject({ id: fileId })
    await expect(takes(dev, fileId)).rejects.toThrow(NotFound)
    expect((await as(dev, () => openParts(dev, id))).parts[0]?.files).toEqual([])
    await writes(quinn, [fileId], 'handIn')
    for (const reader of [ingrid, dev]) {
      expect(await takes(reader, fileId)).toMatchObject({ id: fileId })
      expect((await as(reader, () => openParts(reader, id))).parts[0]?.files).toMatchObject([{ id: fileId }])
    }
    for (const stranger of [lin, rui]) {
      await expect(takes(stranger, fileId)).rejects.toThrow(NotFound)
      await expect(
        as(stranger, () => downloadFile(stranger, { consultationId: id, fileId }, () => 0)),
      ).rejects.toThrow(NotFound)
      expect(await as(stranger, async () => prisma.file.findFirst({ where: { id: fileId } }))).toBeNull()
    }
    const events = await unscopedPrisma().event.findMany({
      where: { subjectId: id, type: 'consultation.partFileDownloaded' },
    })
    expect(events).toHaveLength(3)
    expect(events.every(({ side }) => side === 'supplier')).toBe(true)
  })
})

describe('what goes along with the answer', () => {
  async function drafted() {
    const { ingrid, quinn } = world.people
    const [chosen, kept] = [await upload(quinn, 'table.txt'), await upload(quinn, 'margin.txt')]
    await writes(quinn, [chosen, kept], 'handIn')
    await assemble(ingrid, id)
    return { chosen, kept }
  }
  const edit = (fileIds: string[], revision: number) => {
    const { ingrid } = world.people
    const input = { body: 'Batch 7 is fine', functions: ['quality' as const], fileIds, revision }
    return as(ingrid, () => changeDraft(ingrid, id, input))
  }

  test('is chosen in the draft, is a new revision, and reaches the customer with the release', async () => {
    const { ingrid, quinn, lin } = world.people
    const { chosen, kept } = await drafted()
    await edit([], 1)
    await sign(quinn, id, ['quality'], 2)
    await edit([chosen], 2)
    await expect(release(ingrid, id, 2)).rejects.toThrow(Conflict)
    await expect(release(ingrid, id, 3)).rejects.toThrow(Conflict)
    await sign(quinn, id, ['quality'], 3)
    const take = (fileId: string) => as(lin, () => downloadFile(lin, { consultationId: id, fileId }, () => 0))
    await expect(take(chosen)).rejects.toThrow(NotFound)
    const messageId = await release(ingrid, id, 3)
    expect(await stored(id)).toMatchObject({ answerMessageId: messageId })
    expect(await take(chosen)).toMatchObject({ id: chosen })
    await expect(take(kept)).rejects.toThrow(NotFound)
    const files = await unscopedPrisma().messageFile.findMany({ where: { messageId } })
    expect(files.map(({ fileId, lane }) => [fileId, lane])).toEqual([[chosen, 'shared']])
  })

  test('is of this draft’s contributions alone', async () => {
    const { quinn } = world.people
    await drafted()
    await expect(edit([await upload(quinn)], 1)).rejects.toThrow(Invalid)
    expect(await storedDraft(id)).toMatchObject({ revision: 1 })
  })
})

describe('the database', () => {
  const refused = /row-level security|go along|insufficient|own name/
  const row = (fileId: string, of = partId) => ({
    ...{ partId: of, fileId, consultationId: id, accountId: world.accounts.lumen, position: 9 },
  })

  test('takes no file for what was handed in, nobody else’s, and none that goes along at once', async () => {
    const { ingrid, quinn } = world.people
    const [own, others] = [await upload(quinn), await upload(ingrid)]
    const add = (data: object) =>
      as(quinn, async () => prisma.consultationPartFile.create({ data: { ...row(own), ...data } }))
    await expect(add({ fileId: others })).rejects.toThrow(refused)
    await expect(add({ goesAlong: true })).rejects.toThrow(refused)
    await writes(quinn, [], 'handIn')
    await expect(add({})).rejects.toThrow(refused)
  })

  test('lets nobody send a file along that was not chosen, nor choose outside a draft', async () => {
    const { ingrid, quinn } = world.people
    const fileId = await upload(quinn)
    await writes(quinn, [fileId], 'handIn')
    const choose = as(ingrid, async () =>
      prisma.consultationPartFile.updateMany({ where: { fileId }, data: { goesAlong: true } }),
    )
    await expect(choose).rejects.toThrow(refused)
    const message = await unscopedPrisma().message.create({
      data: {
        ...{ consultationId: id, accountId: world.accounts.lumen, authorId: ingrid.membershipId },
        ...{ lane: 'shared', body: 'x', language: 'en' },
      },
    })
    const send = as(ingrid, async () =>
      prisma.messageFile.create({
        data: {
          ...{ messageId: message.id, fileId, consultationId: id, accountId: world.accounts.lumen },
          ...{ lane: 'shared', position: 0 },
        },
      }),
    )
    await expect(send).rejects.toThrow(refused)
  })
})

test('who is lent to write alone neither chooses files nor says that somebody was reminded', async () => {
  const { rui, marcus, quinn } = world.people
  id = await ask(rui, world.accounts.aurora)
  await name(marcus, id, quinn, 'write')
  partId = await splitOff(marcus, id, part('quality', quinn))
  const fileId = await upload(quinn)
  await writes(quinn, [fileId])
  expect(await filesOf()).toEqual([fileId])
  const change = (data: object) =>
    as(quinn, async () =>
      prisma.consultationPart.updateMany({
        where: { id: partId },
        data: { ...data, revision: { increment: 1 } },
      }),
    )
  for (const data of [{ remindedAt: new Date() }, { missedAt: new Date() }, { withdrawnReason: 'x' }])
    await expect(change(data)).rejects.toThrow(/theirs they write/)
  await writes(quinn, [fileId], 'handIn')
  const choose = await as(quinn, async () =>
    prisma.consultationPartFile.updateMany({ where: { fileId }, data: { goesAlong: true } }),
  )
  expect(choose).toEqual({ count: 0 })
  const { dev } = world.people
  const devs = await splitOff(marcus, id, part('engineering', dev))
  const file = await upload(dev)
  await writes(dev, [file], 'handIn', devs)
  await as(marcus, () => changeGrade(marcus, id, { memberId: quinn.membershipId, grade: 'read', revision: 1 }))
  expect(await takes(quinn, file, devs)).toMatchObject({ id: file })
})
