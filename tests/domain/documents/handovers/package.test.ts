import { createHash } from 'node:crypto'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { withdrawVersion } from '#app/domain/documents/commands/withdraw.server.ts'
import { takePackage } from '#app/domain/documents/handovers/commands/take-package.server.ts'
import { IdtaHandover } from '#app/domain/documents/handovers/engine/idta02004.ts'
import { getPackageSource } from '#app/domain/documents/handovers/package/source.server.ts'
import { writePackage } from '#app/domain/documents/handovers/package/write-package.server.ts'
import { getHandover } from '#app/domain/documents/handovers/queries/handover.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { type OpenZip, openZip } from '#app/platform/zip.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import type { World } from '#tests/support/world.ts'
import { as, eventsOf } from '../notes.ts'
import { createDocumentation, type Documentation } from './documentation.ts'

useTestDatabase()
let world: World
let people: World['people']
let variants: Documentation['variants']
let sheet: string

beforeAll(async () => {
  ;({ world, variants, sheet } = await createDocumentation())
  people = world.people
})

describe('the package', () => {
  const pack = (actor: Actor, variant: string | null = null) =>
    as(actor, async (who) => {
      const source = await getPackageSource(who, world.accounts.lumen, variant)
      const output = await writePackage(who, source)
      return { source, zip: await openZip(Buffer.concat(await output.toArray())) }
    })
  const read = async (zip: OpenZip, name: string) => {
    const entry = zip.entries.find((each) => each.name === name)
    if (!entry) throw new Error(`no ${name}`)
    return zip.read(entry)
  }
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

  test('is a documentation container whose manifest has the hash of everything', async () => {
    const { zip, source } = await pack(people.lin, variants.first)
    expect(source.name).toBe('handover-CMD-075-4-first.zip')
    expect(zip.entries.map(({ name }) => name)).toEqual([
      'VDI2770_Main.xml',
      'VDI2770_Main.pdf',
      'DS-0001-v1.zip',
      'DR-0001-v1.zip',
      'CE-0001-v1.zip',
      'handover.json',
      'manifest.json',
    ])
    const manifest = JSON.parse((await read(zip, 'manifest.json')).toString())
    expect(manifest).toMatchObject({
      account: { customer: 'Lumen Appliances' },
      variant: { customerNumber: 'C-first' },
    })
    for (const { path, size, sha256 } of manifest.entries) {
      const bytes = await read(zip, path)
      expect([path, bytes.length, hash(bytes)]).toEqual([path, size, sha256])
    }
    expect(manifest.documents.map((each: { holding: string }) => each.holding)).toEqual([
      'current',
      'current',
      'expired',
    ])
    for (const { container, entries } of manifest.documents) {
      const inside = await openZip(await read(zip, container))
      expect(inside.entries.map(({ name }) => name)).toEqual(
        entries.map((each: { path: string }) => each.path),
      )
      for (const { path, sha256 } of entries) expect(hash(await read(inside, path))).toBe(sha256)
    }
    const main = (await read(zip, 'VDI2770_Main.xml')).toString()
    for (const number of ['DS-0001', 'DR-0001', 'CE-0001']) expect(main).toContain(`>${number}</DocumentId>`)
  })

  test('has the files, the text and the metadata of each document, as the reader gets them', async () => {
    const { zip } = await pack(people.lin, variants.first)
    const inside = await openZip(await read(zip, 'DS-0001-v1.zip'))
    expect((await read(inside, '1-散热 2.txt')).toString()).toBe('一')
    expect((await read(inside, 'text.md')).toString()).toBe('At $P = 11$ kW')
    expect((await read(inside, 'index.html')).toString()).toContain('katex')
    const metadata = (await read(inside, 'VDI2770_Metadata.xml')).toString()
    expect(metadata).toContain('>CMD-075-4-first</ObjectId>')
    expect(metadata).toContain('<ClassId>02-01</ClassId>')
    // Whatever lies in the container is declared.
    for (const { name } of inside.entries) {
      if (name !== 'VDI2770_Metadata.xml') expect(metadata).toContain(`>${name}</DigitalFile>`)
    }
    expect(metadata).toContain('<DigitalFile FileFormat="text/plain">1-散热 2.txt</DigitalFile>')
  })

  test('names nobody else’s variants and none of the supplier’s own values, whoever takes it', async () => {
    for (const who of [people.lin, people.marcus]) {
      const { zip } = await pack(who)
      const inside = await openZip(await read(zip, 'DS-0001-v1.zip'))
      const metadata = (await read(inside, 'VDI2770_Metadata.xml')).toString()
      const manifest = (await read(zip, 'manifest.json')).toString()
      expect(metadata).toContain('CMD-075-4-first')
      expect(metadata + manifest).not.toContain('aurora')
      const parameters = (await read(inside, 'parameters.csv')).toString()
      expect(parameters).toContain('P_N')
      expect(parameters).not.toContain('k_C')
    }
  })

  test('says the same as IDTA 02004, with paths and hashes that are there', async () => {
    const { zip } = await pack(people.marcus)
    const { Documents } = IdtaHandover.parse(JSON.parse((await read(zip, 'handover.json')).toString()))
    expect(Documents).toHaveLength(5)
    for (const { DocumentVersions } of Documents) {
      for (const { Path, Sha256 } of DocumentVersions[0]?.DigitalFiles ?? []) {
        const [container = '', ...path] = Path.split('/')
        const inside = await openZip(await read(zip, container))
        expect(hash(await read(inside, path.join('/')))).toBe(Sha256)
      }
    }
  })

  test('has a main document that can be read, in the language of whoever takes it', async () => {
    const { zip } = await pack({ ...people.lin, language: 'zh' })
    const data = Uint8Array.from(await read(zip, 'VDI2770_Main.pdf'))
    const pdf = await getDocument({ data, verbosity: 0 }).promise
    const content = await (await pdf.getPage(1)).getTextContent()
    const text = content.items.map((item) => ('str' in item ? item.str : '')).join('')
    expect(text).toContain('DS-0001')
    expect(text).toContain('交付文档')
    expect(text).toContain('图纸')
  })

  test('is refused to functions that have no part in it, and when there is nothing', async () => {
    const source = (actor: Actor) => as(actor, (who) => getPackageSource(who, world.accounts.lumen, null))
    await expect(source(people.tomas)).rejects.toMatchObject({ status: 403 })
    await expect(source(people.wu)).rejects.toMatchObject({ status: 409 })
    await expect(source(people.rui)).rejects.toMatchObject({ status: 404 })
  })

  test('leaves evidence for each document, and says later what of it is no longer in force', async () => {
    await as(people.lin, async (who) =>
      takePackage(who, await getPackageSource(who, world.accounts.lumen, null)),
    )
    await as(people.marcus, async (who) =>
      takePackage(who, await getPackageSource(who, world.accounts.lumen, null)),
    )
    const downloads = (await eventsOf(sheet)).filter(({ type }) => type === 'document.downloaded')
    expect(downloads.map(({ actorName, accountId }) => [actorName, accountId])).toEqual([
      ['林晓', world.accounts.lumen],
      ['Marcus Reed', null],
    ])
    const readings = await unscopedPrisma().documentReading.findMany({
      where: { membershipId: people.lin.membershipId },
    })
    expect(readings.map(({ downloadCount }) => downloadCount)).toEqual([1, 1, 1, 1])
    const packages = async (actor: Actor) =>
      (await as(actor, (who) => getHandover(who, world.accounts.lumen, null))).packages
    expect((await packages(people.marcus)).map(({ by, documents }) => [by, documents])).toEqual([
      ['Marcus Reed', 5],
      ['林晓', 4],
    ])
    expect((await packages(people.lin)).map(({ by }) => by)).toEqual(['林晓'])
    await as(people.ingrid, (who) => withdrawVersion(who, sheet, { version: 1, reason: 'wrong' }))
    expect((await packages(people.lin)).map(({ outdated }) => outdated)).toEqual([1])
  })
})
