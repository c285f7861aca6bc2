import { beforeEach, describe, expect, test } from 'vitest'
import { changeGrade } from '#app/domain/consultations/participants/commands/participants.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { useWorld } from '#tests/support/world.ts'
import { name } from '../participants/support.ts'
import { as, ask } from '../support.ts'
import { filesOf, part, splitOff, takes, upload, writes } from './support.ts'

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

describe('the database', () => {
  const refused = /row-level security|go along|insufficient|own name/
  const row = (fileId: string) => ({
    ...{ ...place(), fileId, accountId: world.accounts.lumen, position: 9 },
  })

  test('takes no file for what was handed in, nobody else’s, and none that goes along at once', async () => {
    const { ingrid, quinn } = world.people
    const [own, others] = [await upload(quinn), await upload(ingrid)]
    const add = (data: object) =>
      as(quinn, async () => prisma.consultationPartFile.create({ data: { ...row(own), ...data } }))
    await expect(add({ fileId: others })).rejects.toThrow(refused)
    await expect(add({ goesAlong: true })).rejects.toThrow(refused)
    await writes(quinn, { ...place(), fileIds: [], act: 'handIn' })
    await expect(add({})).rejects.toThrow(refused)
  })

  test('lets nobody send a file along that was not chosen, nor choose outside a draft', async () => {
    const { ingrid, quinn } = world.people
    const fileId = await upload(quinn)
    await writes(quinn, { ...place(), fileIds: [fileId], act: 'handIn' })
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
  await writes(quinn, { ...place(), fileIds: [fileId] })
  expect(await filesOf(partId)).toEqual([fileId])
  const change = (data: object) =>
    as(quinn, async () =>
      prisma.consultationPart.updateMany({
        where: { id: partId },
        data: { ...data, revision: { increment: 1 } },
      }),
    )
  for (const data of [{ remindedAt: new Date() }, { missedAt: new Date() }, { withdrawnReason: 'x' }])
    await expect(change(data)).rejects.toThrow(/theirs they write/)
  await writes(quinn, { ...place(), fileIds: [fileId], act: 'handIn' })
  const choose = await as(quinn, async () =>
    prisma.consultationPartFile.updateMany({ where: { fileId }, data: { goesAlong: true } }),
  )
  expect(choose).toEqual({ count: 0 })
  const { dev } = world.people
  const devs = await splitOff(marcus, id, part('engineering', dev))
  const file = await upload(dev)
  await writes(dev, { consultationId: id, partId: devs, fileIds: [file], act: 'handIn' })
  await as(marcus, () =>
    changeGrade(marcus, id, { memberId: quinn.membershipId, grade: 'read', revision: 1 }),
  )
  expect(await takes(quinn, { consultationId: id, partId: devs }, file)).toMatchObject({ id: file })
})
