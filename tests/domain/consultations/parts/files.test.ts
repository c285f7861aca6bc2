import { beforeEach, describe, expect, test } from 'vitest'
import { downloadFile } from '#app/domain/consultations/commands/download-file.server.ts'
import { changeDraft } from '#app/domain/consultations/parts/commands/assemble.server.ts'
import { openParts } from '#app/domain/consultations/parts/queries/parts.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid, NotFound } from '#app/platform/errors.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask, stored } from '../support.ts'
import {
  assemble,
  filesOf,
  part,
  release,
  sign,
  splitOff,
  storedDraft,
  takes,
  upload,
  writes,
} from './support.ts'

const world = useWorld()
useTestStorage()
let id: string
let partId: string
beforeEach(async () => {
  const { lin, ingrid, quinn } = world.people
  id = await ask(lin, world.accounts.lumen)
  partId = await splitOff(ingrid, id, part('quality', quinn))
})

const place = () => ({ consultationId: id, partId })

describe('the files of a contribution', () => {
  test('are what was named last: kept, added and taken out, and what is taken out is nobody’s upload', async () => {
    const { quinn } = world.people
    const [one, two, three] = [await upload(quinn), await upload(quinn), await upload(quinn)]
    await writes(quinn, { ...place(), fileIds: [one, two] })
    await writes(quinn, { ...place(), fileIds: [two, three], act: 'handIn' })
    expect(await filesOf(partId)).toEqual([two, three])
    const file = await unscopedPrisma().file.findUniqueOrThrow({ where: { id: one } })
    expect(file.attachedAt).toBeNull()
    await expect(writes(quinn, { ...place(), fileIds: [two, three] })).rejects.toThrow(Conflict)
  })

  test('are the own uploads alone', async () => {
    const { ingrid, quinn } = world.people
    await expect(writes(quinn, { ...place(), fileIds: [await upload(ingrid)] })).rejects.toThrow(Invalid)
    const other = await upload(quinn)
    const second = await splitOff(ingrid, id, part('quality', quinn))
    await writes(quinn, { consultationId: id, partId: second, fileIds: [other], act: 'save' })
    await expect(writes(quinn, { ...place(), fileIds: [other] })).rejects.toThrow(Invalid)
    expect(await filesOf(partId)).toEqual([])
  })

  test('are read by whoever writes it until it is handed in, then by the supplier’s side, and by no customer', async () => {
    const { ingrid, dev, quinn, lin, rui } = world.people
    const fileId = await upload(quinn)
    await writes(quinn, { ...place(), fileIds: [fileId] })
    expect(await takes(quinn, place(), fileId)).toMatchObject({ id: fileId })
    await expect(takes(dev, place(), fileId)).rejects.toThrow(NotFound)
    expect((await as(dev, () => openParts(dev, id))).parts[0]?.files).toEqual([])
    await writes(quinn, { ...place(), fileIds: [fileId], act: 'handIn' })
    for (const reader of [ingrid, dev]) {
      expect(await takes(reader, place(), fileId)).toMatchObject({ id: fileId })
      expect((await as(reader, () => openParts(reader, id))).parts[0]?.files).toMatchObject([{ id: fileId }])
    }
    for (const stranger of [lin, rui]) {
      await expect(takes(stranger, place(), fileId)).rejects.toThrow(NotFound)
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
    await writes(quinn, { ...place(), fileIds: [chosen, kept], act: 'handIn' })
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
