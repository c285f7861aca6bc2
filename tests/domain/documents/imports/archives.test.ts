import { describe, expect, test } from 'vitest'
import { useWorld } from '#tests/support/world.ts'
import { csv, problemOf, row, rowsOf, send, sendRows, text, zipped } from './sending.ts'

const world = useWorld()

describe('a ZIP file', () => {
  const refusedFor = async (files: Record<string, string | Buffer>, change = (bytes: Buffer) => bytes) =>
    problemOf(await send(world.people.ingrid, { 'old.zip': change(await zipped(files)) }))
  const renamed = (from: string, to: string) => (bytes: Buffer) =>
    Buffer.from(bytes.toString('latin1').replaceAll(from, to), 'latin1')
  const table = { 'documents.csv': csv([row()]), ...text }

  test.each([
    ['../x.md', 'aaaaxmd', '../x.md'],
    ['/xx.md', 'aaaxmd', '/xx.md'],
    ['C:/x.md', 'aaaaxmd', 'C:/x.md'],
    ['..\\x.md', 'aaaaxmd', '..\\x.md'],
    ['NUL', 'aaxmd', 'a\0.md'],
  ])('with the name %s is refused as a whole', async (_, from, to) => {
    expect(await refusedFor({ ...table, [from]: 'x' }, renamed(from, to))).toContain(
      'leads out of its folder',
    )
  })

  test('with two files of one name, whatever their capitals, is refused', async () => {
    expect(await refusedFor({ ...table, 'A.MD': 'x' })).toContain('two files of one name')
  })

  test('that is a bomb is refused by its own figures', async () => {
    expect(await refusedFor({ ...table, 'zeros.bin': Buffer.alloc(20 * 1024 ** 2) })).toContain('is a bomb')
  })

  test('with a bomb inside another ZIP keeps that as the file that it is, and never opens it', async () => {
    const bomb = await zipped({ 'zeros.bin': Buffer.alloc(20 * 1024 ** 2) })
    const id = await sendRows(world.people.ingrid, [row({ files: 'cad.zip' })], {
      files: { ...text, 'cad.zip': bomb },
    })
    expect((await rowsOf(id)).map(({ outcome }) => outcome)).toEqual(['new'])
  })

  test('with too many files is refused', async () => {
    const claim = (bytes: Buffer) => {
      // The end of the list says how many entries there are: of more than that nothing is read.
      const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
      bytes.writeUInt16LE(20_001, end + 8)
      bytes.writeUInt16LE(20_001, end + 10)
      return bytes
    }
    expect(await refusedFor(table, claim)).toBe('The ZIP file has more than 20000 files.')
  })

  test('with a file of 2 GB refuses the row, and unpacks nothing of it', async () => {
    const files = { ...text, 'big.bin': Buffer.from('0123456789') }
    const bytes = await zipped({ 'documents.csv': csv([row({ files: 'big.bin' })]), ...files })
    // The list of the ZIP file is what is believed: its entry says 2 GB, of as many bytes.
    const at = bytes.lastIndexOf(Buffer.from('big.bin')) - 46
    bytes.writeUInt32LE(2 ** 31 - 1, at + 20)
    bytes.writeUInt32LE(2 ** 31, at + 24)
    const [found] = await rowsOf(await send(world.people.ingrid, { 'old.zip': bytes }))
    expect(found?.problems).toEqual(['files: big.bin is larger than 1 GB.'])
  })

  test('that unpacks to more than is allowed is refused', async () => {
    const files = Object.fromEntries(Array.from({ length: 5 }, (_, at) => [`big${at}.bin`, '0123456789']))
    const grow = (bytes: Buffer) => {
      for (const name of Object.keys(files)) {
        const at = bytes.lastIndexOf(Buffer.from(name)) - 46
        bytes.writeUInt32LE(2 ** 31 - 1, at + 20)
        bytes.writeUInt32LE(2 ** 31, at + 24)
      }
      return bytes
    }
    expect(await refusedFor({ ...table, ...files }, grow)).toBe('The ZIP file unpacks to more than 8 GB.')
  })

  test.each([
    ['none at all', Buffer.from('no ZIP')],
    ['an empty one', Buffer.alloc(0)],
  ])('that is %s is refused', async (_, bytes) => {
    expect(await problemOf(await send(world.people.ingrid, { 'old.zip': bytes }))).toContain(
      'damaged, or none',
    )
  })

  test('without a table, with two of them, and with a broken one is refused', async () => {
    expect(await refusedFor(text)).toContain('There is no table')
    expect(await refusedFor({ ...text, 'a.csv': '', 'b.csv': '' })).toContain('several tables')
    expect(await refusedFor({ ...text, 'documents.xlsx': 'no workbook' })).toContain('cannot be read')
    expect(await refusedFor({ ...text, 'documents.csv': Buffer.from([0xe9, 0x0a]) })).toContain(
      'not written in UTF-8',
    )
  })
})
