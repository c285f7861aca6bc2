import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { templateFile } from '#app/domain/documents/imports/export/template.server.ts'
import { recordExport, writeExport } from '#app/domain/documents/imports/export/write-export.server.ts'
import { columnKeys } from '#app/domain/documents/imports/import.ts'
import { writeParameters } from '#app/domain/documents/parameters/commands/write.server.ts'
import { getDraftTable } from '#app/domain/documents/parameters/queries.server.ts'
import { languages } from '#app/i18n/languages.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { readCsv } from '#app/platform/sheets/read-csv.ts'
import { readXlsx } from '#app/platform/sheets/read-xlsx.server.ts'
import { openZip } from '#app/platform/zip.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, eventsOf, release, released } from '../notes.ts'
import { stored } from '../reading/stored.ts'
import { problemOf, type Row, row, rowsOf, send, start } from './sending.ts'

const world = useWorld()
const { people } = world

const exported = (actor: Actor) =>
  as(actor, async (who) => {
    const made = await writeExport(who)
    await recordExport(who, made)
    return { ...made, bytes: await buffer(made.output) }
  })

/** Everything that an export is about, without ids and times. */
async function contents() {
  const documents = await unscopedPrisma().document.findMany({
    orderBy: [{ kind: 'asc' }, { number: 'asc' }],
    select: {
      ...{
        kind: true,
        number: true,
        vdiClass: true,
        securityClass: true,
        title: true,
        language: true,
        status: true,
      },
      audience: { select: { accountId: true, familyId: true, variantId: true, functions: true } },
      products: { select: { product: { select: { number: true } } } },
      families: { select: { family: { select: { code: true } } } },
      variants: { select: { variant: { select: { number: true } } } },
      versions: {
        orderBy: { version: 'asc' },
        select: {
          ...{ version: true, title: true, body: true, language: true, changeNote: true, summary: true },
          ...{ keywords: true, effectiveOn: true, expiresOn: true, status: true },
          files: {
            orderBy: { position: 'asc' },
            select: { file: { select: { name: true, sha256: true, type: true } } },
          },
          parameters: { orderBy: { position: 'asc' }, omit: { id: true, versionId: true, documentId: true } },
        },
      },
    },
  })
  return JSON.parse(JSON.stringify(documents))
}

async function emptied(): Promise<void> {
  const database = unscopedPrisma()
  await database.$executeRaw`TRUNCATE document, document_import, number_series CASCADE`
}

test('an export comes in again as the same documents, versions, files, parameters and audiences', async () => {
  const { ingrid, dev, marcus, quinn } = people
  const { lumen } = world.accounts
  const base = { organizationId: world.organizations.halden, productId: world.product }
  const variant = await unscopedPrisma().variant.create({
    data: { ...base, accountId: lumen, number: 'CMD-075-4-L1' },
  })
  const reach = { accountIds: [lumen], functions: ['engineering' as const, 'quality' as const] }
  const first = await released(ingrid, dev, {
    ...{
      kind: 'data_sheet',
      title: '=SUM(1), "quoted"; \n散热',
      keywords: ['EMC', 'η > 94 %'],
      effectiveOn: '2026-01-31',
    },
    ...{
      summary: 'Two\nlines',
      securityClass: 'confidential',
      body: '# 散热\n\n| a | b |\n|---|---|\n| 1 | 2 |\n',
    },
    ...{ ...reach, familyIds: [world.family], productIds: [world.product], variantIds: [variant.id] },
    fileIds: [
      await stored(ingrid, `${'散热'.repeat(125)}.txt`, Buffer.from('一'), 'text/plain'),
      await stored(ingrid, 'a, b; c.csv', Buffer.from('a,b'), 'text/csv'),
    ],
  })
  await as(ingrid, async (who) => {
    await startVersion(who, first)
    const { version } = await getDraftTable(who, first)
    const line = { symbol: 'P_N', name: 'Rated power', conditions: '', min: null, typ: '11', max: '11.5' }
    await writeParameters(who, first, {
      seenAt: version.updatedAt,
      rows: [
        { ...line, unit: 'kW', fit: 'function', isShared: true },
        { ...line, symbol: '-k', unit: '%', fit: 'other', isShared: false },
      ],
    })
    await submitVersion(who, first)
  })
  await release(dev, first)
  await released(quinn, dev, {
    ...{ kind: 'certificate', title: 'For every engineer', everyAccount: true, functions: ['engineering'] },
    onlyFamilyIds: [world.family],
  })
  await released(ingrid, dev, { ...reach, kind: 'drawing', onlyVariantIds: [variant.id], language: 'zh' })
  const { bytes, name, documents } = await exported(
    marcus.functions.includes('engineering') ? marcus : ingrid,
  )
  expect(documents).toBe(3)
  const before = await contents()
  // Into the organization as it is, nothing changes.
  const same = await rowsOf(await send(ingrid, { [name]: bytes }, { mode: 'released' }))
  expect(same.map(({ outcome, problems }) => [outcome, problems])).toEqual(Array(4).fill(['unchanged', []]))
  await emptied()
  const id = await send(ingrid, { [name]: bytes }, { mode: 'released', isWhole: true })
  expect(await problemOf(id)).toBe('')
  await start(dev, id)
  expect((await rowsOf(id)).map(({ state, reason }) => [state, reason])).toEqual(
    Array(4).fill(['imported', '']),
  )
  expect(await contents()).toEqual(before)
}, 60_000)

test('an export is for those who import, is on record, and names no account that its reader may not enter', async () => {
  await expect(exported(people.tomas)).rejects.toMatchObject({ status: 403 })
  await expect(exported(people.lin)).rejects.toMatchObject({ status: 403 })
  await released(people.dev, people.ingrid, {
    ...{ title: 'Aurora alone', accountIds: [world.accounts.aurora], functions: ['engineering'] },
  })
  const accountsOf = async (actor: Actor) => {
    const zip = await openZip((await exported(actor)).bytes)
    const table = zip.entries.find(({ name }) => name === 'documents.xlsx')
    const rows = await readXlsx(table ? await zip.read(table) : Buffer.alloc(0), 100)
    return rows.find(({ cells }) => cells.includes('Aurora alone'))?.cells[columnKeys.indexOf('accounts')]
  }
  expect(await accountsOf(people.dev)).toBe('A-2')
  expect(await accountsOf(people.ingrid)).toBe('')
  const events = await eventsOf(world.organizations.halden)
  expect(events.filter(({ type }) => type === 'import.exported').length).toBeGreaterThan(1)
})

test.each(languages)(
  'the template in %s is read with its own heads, and explains each column',
  async (language) => {
    const { output } = templateFile(language, 'xlsx')
    const rows = await readXlsx(await buffer(output as import('node:stream').Readable), 10)
    expect(rows).toHaveLength(2)
    const head = rows[0]?.cells ?? []
    expect(new Set(head).size).toBe(columnKeys.length)
    const filled: Row = { ...row(), body: 'a.md', title: language }
    const cells = columnKeys.map((key) => filled[key] ?? '')
    const table = [head, cells].map((line) => line.map((cell) => `"${cell}"`).join(';')).join('\n')
    const found = await rowsOf(await send(people.ingrid, { 'documents.csv': table, 'a.md': 'x' }))
    expect(found.map(({ outcome, problems }) => [outcome, problems])).toEqual([['new', []]])
    expect(readCsv(String(templateFile(language, 'csv').output))[0]?.cells).toEqual(head)
  },
)
