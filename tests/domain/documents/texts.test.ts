import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { extractFileText, queueWaitingTexts } from '#app/domain/documents/texts/commands/extract.server.ts'
import { guessLanguage } from '#app/domain/documents/texts/language.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { extractBeside } from '#app/platform/extract/beside.server.ts'
import { extractLimits } from '#app/platform/extract/pages.ts'
import { removeStored } from '#app/platform/storage.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { pdfOf } from '#tests/support/pdf.ts'
import { readReal, realFile, store, useTestStorage } from '#tests/support/stored.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'
import { released, submitted } from './notes.ts'

// Each starts processes, on a machine that may have much else to do.
vi.setConfig({ testTimeout: 120_000 })
useTestDatabase()
const folder = useTestStorage()

let world: World
beforeAll(async () => {
  world = await createWorld()
})

const queued = () =>
  unscopedPrisma().$queryRaw<{ key: string }[]>`
    SELECT key FROM graphile_worker.jobs WHERE task_identifier = 'extractText' ORDER BY id`
const textOf = (fileId: string) =>
  unscopedPrisma().fileText.findUniqueOrThrow({ where: { fileId }, include: { pages: true } })

/** A note of Ingrid's with one file, released to Lumen's engineers or still a draft. */
async function attached(file: Parameters<typeof store>[1], isReleased = true): Promise<string> {
  const { ingrid, dev } = world.people
  const fileId = await store(ingrid, file)
  const reach = { fileIds: [fileId], accountIds: [world.accounts.lumen], functions: ['engineering' as const] }
  if (isReleased) await released(ingrid, dev, reach)
  else await submitted(ingrid, reach)
  return fileId
}
const pdf = (bytes: Uint8Array, name = 'motor.pdf') => ({ name, type: 'application/pdf', bytes })

describe('the text of an attached file', () => {
  test('is taken out by a job that attaching queues, once, page by page', async () => {
    const bytes = await pdfOf([['Nominal power 7.5 kW'], [], ['Derating above 40 °C', 'see CMD-075-4']])
    const fileId = await attached(pdf(bytes))
    expect(await textOf(fileId)).toMatchObject({ state: 'queued', pages: [] })
    await queueWaitingTexts()
    expect((await queued()).filter(({ key }) => key === `extract:${fileId}`)).toHaveLength(1)
    await extractFileText({ fileId })
    await extractFileText({ fileId })
    const text = await textOf(fileId)
    expect(text).toMatchObject({ state: 'done', pageCount: 3, isTruncated: false, language: 'en' })
    expect(text.pages.map(({ page, text: words }) => [page, words])).toEqual([
      [1, 'Nominal power 7.5 kW'],
      [3, 'Derating above 40 °C\nsee CMD-075-4'],
    ])
  })

  test.runIf(realFile('pdflatex-4-pages.pdf'))('of files that other programs made', async () => {
    const fileId = await attached(pdf(await readReal('pdflatex-4-pages.pdf')))
    await extractFileText({ fileId })
    const text = await textOf(fileId)
    expect(text).toMatchObject({ state: 'done', pageCount: 4 })
    expect(text.pages[0]?.text).toMatch(/^Hello, here is some text without a meaning/)
  })

  test.runIf(realFile('libreoffice-writer-password.pdf'))(
    'behind a password is refused, and that is said',
    async () => {
      const fileId = await attached(pdf(await readReal('libreoffice-writer-password.pdf')))
      await extractFileText({ fileId })
      expect(await textOf(fileId)).toMatchObject({ state: 'refused', reason: 'password', pages: [] })
    },
  )

  test('that is broken is refused', async () => {
    const fileId = await attached(pdf(Buffer.from('%PDF-1.7\nnothing of the kind')))
    await extractFileText({ fileId })
    expect(await textOf(fileId)).toMatchObject({ state: 'refused', reason: 'broken' })
  })

  test('of pages without words is refused as empty', async () => {
    const fileId = await attached(pdf(await pdfOf([[], []])))
    await extractFileText({ fileId })
    expect(await textOf(fileId)).toMatchObject({ state: 'refused', reason: 'empty' })
  })

  test('that claims two gigabytes is not even opened', async () => {
    const fileId = await attached({ ...pdf(Buffer.from('%PDF')), size: 2 * 1024 ** 3 })
    await extractFileText({ fileId })
    expect(await textOf(fileId)).toMatchObject({ state: 'refused', reason: 'tooLarge' })
  })

  test('in plain text comes without NUL bytes and in stretches', async () => {
    const line = 'Порядок монтажа\0 привода и проверка.\n'
    const bytes = Buffer.from(line.repeat(200))
    const fileId = await attached({ name: 'a.txt', type: 'text/plain', bytes })
    await extractFileText({ fileId })
    const text = await textOf(fileId)
    expect(text).toMatchObject({ state: 'done', language: 'ru' })
    expect(text.pages.length).toBeGreaterThan(1)
    expect(text.pages[0]?.text).not.toContain('\0')
  })

  test('a picture has none', async () => {
    const fileId = await attached({ name: 'a.png', type: 'image/png', bytes: Buffer.from('x') })
    expect(await unscopedPrisma().fileText.findUnique({ where: { fileId } })).toBeNull()
  })

  test('a file whose bytes are gone is tried again, and in the end that is said', async () => {
    const fileId = await attached(pdf(Buffer.from('%PDF')))
    const { key } = await unscopedPrisma().file.findUniqueOrThrow({ where: { id: fileId } })
    await removeStored(key)
    for (let run = 0; run < 4; run += 1) await expect(extractFileText({ fileId })).rejects.toThrow(/ENOENT/)
    expect(await textOf(fileId)).toMatchObject({ state: 'failed', reason: 'crashed' })
  })
})

describe('the child process', () => {
  const written = async (bytes: Uint8Array) => {
    const file = path.join(folder(), crypto.randomUUID())
    await writeFile(file, bytes)
    return { path: file, type: 'application/pdf', name: 'a.pdf' }
  }
  const long = (count: number) => pdfOf(Array.from({ length: count }, (_, page) => [`Page ${page + 1}`]))

  test('is killed when it takes too long; what came until then is kept', async () => {
    const bounds = { ...extractLimits, time: 50 }
    await expect(extractBeside(await written(await long(3)), bounds)).rejects.toMatchObject({
      reason: 'tooSlow',
    })
  })

  test('is killed when it takes too much memory', async () => {
    const bounds = { ...extractLimits, memory: 1024 }
    await expect(extractBeside(await written(await long(3)), bounds)).rejects.toMatchObject({
      reason: 'tooLarge',
    })
  })
})

test('who sees the words of a file: those who see a version with it', async () => {
  const seen = async (fileId: string) => {
    await extractFileText({ fileId })
    const people: PersonName[] = ['ingrid', 'quinn', 'lin', 'rui']
    const found: string[] = []
    for (const person of people) {
      const count = await runAsActor(world.people[person].membershipId, async () => {
        const pages = await prisma.fileTextPage.count({ where: { fileId } })
        return pages * (await prisma.fileText.count({ where: { fileId } }))
      })
      if (count > 0) found.push(person)
    }
    return found
  }
  const bytes = await pdfOf([['Words']])
  expect(await seen(await attached(pdf(bytes)))).toEqual(['ingrid', 'quinn', 'lin'])
  expect(await seen(await attached(pdf(bytes), false))).toEqual(['ingrid', 'quinn'])
  expect(await prisma.fileText.count()).toBe(0)
  const write = prisma.fileText.updateMany({ data: { state: 'failed' } })
  expect(await runAsActor(world.people.ingrid.membershipId, async () => await write)).toEqual({ count: 0 })
})

test.each([
  ['en', 'The converter must not run above 40 °C.'],
  ['pt', 'O conversor não deve funcionar acima de 40 °C.'],
  ['ru', 'Преобразователь CMD-075 не должен работать.'],
  ['zh', '变频器 CMD-075 不得在 40 °C 以上运行。'],
  ['en', '12 345'],
])('language %s of %j', (language, text) => expect(guessLanguage(text)).toBe(language))
