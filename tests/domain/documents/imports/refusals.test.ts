import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { csv, problemOf, type Row, row, rowsOf, send, sendRows, text } from './sending.ts'

useTestDatabase()
let world: World
let before = 0
const documents = () => unscopedPrisma().document.count()

beforeAll(async () => {
  world = await createWorld()
  const rival = await unscopedPrisma().organization.create({
    data: { name: 'Rival', language: 'en', timeZone: 'UTC' },
  })
  const family = await unscopedPrisma().productFamily.create({
    data: { organizationId: rival.id, code: 'RX', name: 'Rival drives' },
  })
  await unscopedPrisma().product.create({
    data: { organizationId: rival.id, familyId: family.id, number: 'RX-100', name: 'Rival' },
  })
})
beforeEach(async () => {
  before = await documents()
})

/** The problem of a row, and that nothing was stored for it. */
async function refusalOf(more: Row, files: Record<string, string | Buffer> = text) {
  const [found] = await rowsOf(await sendRows(world.people.ingrid, [row(more)], { files }))
  expect(found?.outcome).toBe('refused')
  expect(await documents()).toBe(before)
  return found?.problems.join(' | ')
}

describe('a cell', () => {
  test.each([
    [{ kind: 'brochure' }, 'kind: “brochure” is not known.'],
    [{ kind: '' }, 'kind: Something has to stand here.'],
    [{ vdiClass: '09-09' }, 'vdiClass: “09-09” is no class of VDI 2770'],
    [{ families: 'NOPE' }, 'families: None of your parts is meant by “NOPE”.'],
    [{ products: 'RX-100' }, 'products: None of your parts is meant by “RX-100”.'],
    [{ products: 'RX-100..RX-120' }, 'products: None of your parts is meant by “RX-100..RX-120”.'],
    [{ products: '*' }, 'products: “*” means every part: say more.'],
    [{ language: 'de' }, 'language: “de” is not known.'],
    [{ accounts: 'Nobody Ltd', functions: 'engineering' }, 'accounts: “Nobody Ltd” is not known.'],
    // Restricted to a team that Ingrid is not in: as if it were not there.
    [
      { accounts: 'Aurora Refrigeração', functions: 'engineering' },
      'accounts: “Aurora Refrigeração” is not known.',
    ],
    [{ accounts: '*' }, 'functions:'],
    [{ functions: 'sales', accounts: '*' }, 'functions: “sales” is not known.'],
    [{ effectiveOn: '2026-02-30' }, 'effectiveOn: There is no day “2026-02-30”: write 2026-01-31.'],
    [{ expiresOn: '31.01.2026' }, 'expiresOn: There is no day “31.01.2026”: write 2026-01-31.'],
    [{ effectiveOn: '2026-03-01', expiresOn: '2026-02-01' }, 'expiresOn:'],
    [{ version: '1.2' }, 'version: “1.2” is no version'],
    [{ number: 'TN-0001' }, 'number: TN-0001 is a number of another kind.'],
    [{ number: 'DS-1000000' }, 'number: Numbers are kept up to 999999.'],
    [{ title: 'x'.repeat(201) }, 'title:'],
    [{ title: '' }, 'title:'],
    [{ state: 'withdrawn' }, 'state: Withdrawn versions are not taken in.'],
    [{ files: 'missing.pdf' }, 'files: missing.pdf is not among the files.'],
    [{ files: '../../etc/passwd' }, 'files: ../../etc/passwd leads out of the folder.'],
    [{ files: '..\\..\\boot.ini' }, 'leads out of the folder.'],
    [{ files: '/etc/passwd' }, 'files: /etc/passwd leads out of the folder.'],
    [{ files: 'C:\\Windows\\a.pdf' }, 'files: C:\\Windows\\a.pdf leads out of the folder.'],
    [{ body: '' }, 'body: A document has a text or a file.'],
  ] as [Row, string][])('%o is refused', async (more, problem) => {
    expect(await refusalOf(more)).toContain(problem)
  })

  test('names a file that cannot be taken', async () => {
    const say = (path: string, content: string | Buffer) =>
      refusalOf(path.endsWith('.md') ? { body: path } : { files: path }, { ...text, [path]: content })
    expect(await say('tool.exe', 'MZ')).toContain('is a program')
    expect(await say('tool.pdf', Buffer.from('\x7fELF....'))).toContain('is a program')
    expect(await say('sheet.pdf', 'no PDF')).toContain('something else than its ending says')
    expect(await say('latin.md', Buffer.from([0xe9, 0x20]))).toContain('not written in UTF-8')
    expect(await say('empty.md', '  \n')).toContain('The text is empty.')
    expect(await say('long.md', 'x'.repeat(100_001))).toContain('too long for a text')
    expect(await say(`${'名'.repeat(256)}.txt`, 'x')).toContain('longer than 255 characters')
  })

  test('everything that is wrong with a row is said at once', async () => {
    const said = await refusalOf({ kind: 'x', language: 'y', files: 'z', effectiveOn: '2026-13-01' })
    for (const column of ['kind', 'language', 'files', 'effectiveOn']) expect(said).toContain(`${column}: `)
  })
})

test('a row that stands there twice is refused the second time', async () => {
  const rows = [row({ number: 'HC-1' }), row({ number: 'HC-1' }), row(), row()]
  const found = await rowsOf(await sendRows(world.people.ingrid, rows))
  expect(found.map(({ outcome }) => outcome)).toEqual(['new', 'refused', 'new', 'refused'])
  expect(found[1]?.problems).toEqual(['number: The same stands in line 2 already.'])
  expect(found[3]?.problems).toEqual(['null: The same stands in line 4 already.'])
})

describe('a table', () => {
  const refusedFor = async (content: string) =>
    problemOf(await send(world.people.ingrid, { 'documents.csv': content, ...text }))

  test('names the columns that are missing, unknown or there twice', async () => {
    expect(await refusedFor('kind,title\nDS,x')).toContain('language')
    expect(await refusedFor('kind,title,language,colour\nDS,x,en,red')).toContain('colour')
    expect(await refusedFor('kind,title,language,title\nDS,x,en,y')).toContain(
      'The column title is there twice.',
    )
    expect(await refusedFor('kind,title,language\n')).toContain('no rows')
  })

  test('of 5,000 rows is checked within a minute, and one of 5,001 is refused', async () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => row({ number: `HC-${at}`, title: `Drive ${at}` }))
    const began = performance.now()
    const found = await rowsOf(await send(world.people.ingrid, { 'documents.csv': csv(rows), ...text }))
    expect(found).toHaveLength(5_000)
    expect(found.every(({ outcome }) => outcome === 'new')).toBe(true)
    expect(performance.now() - began).toBeLessThan(60_000)
    expect(await refusedFor(csv([...rows, row({ number: 'one more' })]))).toContain('more than 5000 rows')
  }, 90_000)
})
