import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { extractText, textKindOf } from '#app/platform/extract/office.server.ts'
import { plainText, previewLimits, searchLimits, type TextRefused } from '#app/platform/extract/text.ts'
import { writeZip } from '#app/platform/zip.server.ts'

const fixture = (name: string) => readFile(path.resolve('tests/support/fixtures', name))
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: TextRefused) => error.problem,
  )

async function zipOf(files: Record<string, string>): Promise<Buffer> {
  const zip = writeZip()
  for (const [name, content] of Object.entries(files)) zip.add(name, Buffer.from(content))
  zip.end()
  return Buffer.concat(await zip.output.toArray())
}

describe('text of files written by LibreOffice', () => {
  test('Word: headings by their style, paragraphs, rows of tables, three scripts', async () => {
    const text = await extractText(await fixture('report.docx'), 'word', previewLimits)
    expect(text.isCut).toBe(false)
    const [section] = text.sections
    const kinds = section?.pieces.map((piece) =>
      piece.kind === 'row' ? piece.cells : [piece.kind, piece.text],
    )
    expect(kinds).toContainEqual(['heading', 'Derating of the HD-500 at altitude'])
    expect(kinds).toContainEqual(['heading', 'Результаты измерений'])
    expect(kinds).toContainEqual(['text', '进风温度不得超过 40 °C，海拔 2000 米时额定电流为 90 %。'])
    expect(kinds).toContainEqual(['2,000 m', '21.6 A', '97.0 %'])
    expect(plainText(text)).toContain('Fan speed above 2,800 rpm')
  })

  test('a workbook: sheets by name, dates as dates, what a formula came to', async () => {
    const { sections } = await extractText(await fixture('measurements.xlsx'), 'sheets', previewLimits)
    expect(sections.map((each) => each.title)).toEqual(['Measurements', '材料'])
    const rows = sections[0]?.pieces.map((piece) => (piece.kind === 'row' ? piece.cells : []))
    expect(rows).toEqual([
      ['Date', 'Part', 'Loss (W)', 'Passed'],
      ['2026-02-11', 'HD-500-022', '312.5', 'yes'],
      ['2026-02-12', 'HD-500-030 тяжёлый режим', '375', 'no'],
    ])
    expect(sections[1]?.pieces).toEqual([{ kind: 'row', cells: ['导热界面材料', '', '3.2'] }])
  })

  test('slides: in order, with titles, tables and notes', async () => {
    const text = await extractText(await fixture('training.pptx'), 'slides', previewLimits)
    expect(text.sections.map((each) => each.title)).toEqual(['1', '2'])
    const all = plainText(text)
    expect(all).toContain('Mounting the HD-500')
    expect(all).toContain('Момент затяжки 4,5 Н·м')
    expect(all).toContain('Show the torque wrench first.')
    expect(all).toContain('安装步骤')
    expect(all).toContain('Wiring\t25')
  })
})

describe('what bad files get', () => {
  test('a ZIP bomb is refused by its own figures, before it is unpacked', async () => {
    const bomb = await zipOf({ 'word/document.xml': ' '.repeat(40 * 1024 ** 2) })
    expect(bomb.length).toBeLessThan(100_000)
    expect(await problemOf(extractText(bomb, 'word', previewLimits))).toBe('bytes')
  })

  test('what claims to be smaller than it is is not read to its end', async () => {
    const zip = await zipOf({ 'word/document.xml': `<a>${'x'.repeat(100_000)}</a>` })
    // The size in the list of entries, at 24 bytes from its mark.
    const mark = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    zip.writeUInt32LE(10, mark + 24)
    expect(await problemOf(extractText(zip, 'word', previewLimits))).toBe('damaged')
  })

  test('a file that is cut off, one with a password, and entities of an own document type', async () => {
    const whole = await fixture('report.docx')
    expect(await problemOf(extractText(whole.subarray(0, 3000), 'word', previewLimits))).toBe('damaged')
    const locked = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    expect(await problemOf(extractText(locked, 'word', previewLimits))).toBe('encrypted')
    const laughs = await zipOf({
      'word/document.xml':
        '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><d><p><t>&b;</t></p></d>',
    })
    expect(await problemOf(extractText(laughs, 'word', previewLimits))).toBe('damaged')
  })

  test('a long text is cut and says so; a NUL byte is left out', async () => {
    const long = await extractText(Buffer.from(`a\0b${'x'.repeat(300_000)}`), 'plain', previewLimits)
    expect(long.isCut).toBe(true)
    expect(plainText(long)).toMatch(/^abx/)
    expect(plainText(long).length).toBeLessThanOrEqual(200_000)
    const row = '<row><c><v>1</v></c></row>'.repeat(200_000)
    const sheet = await zipOf({
      'xl/workbook.xml': '<w xmlns:r="r"><sheet name="S" r:id="a"/></w>',
      'xl/_rels/workbook.xml.rels': '<R><Relationship Id="a" Target="s.xml"/></R>',
      'xl/s.xml': `<s>${row}</s>`,
    })
    const cut = await extractText(sheet, 'sheets', { ...searchLimits, characters: 1000 })
    expect(cut.isCut).toBe(true)
    expect(cut.sections[0]?.pieces.length).toBeLessThan(1100)
  })
})

test('plain text in the letters that its bytes say', async () => {
  const read = async (bytes: Buffer) => plainText(await extractText(bytes, 'plain', previewLimits))
  expect(await read(Buffer.from('Größe\r\n散热'))).toBe('Größe\n散热')
  expect(await read(Buffer.from('Größe', 'latin1'))).toBe('Größe')
  expect(await read(Buffer.from('\ufeffДа', 'utf16le'))).toBe('Да')
})

test('pictures, drawings and programs are read as nothing', () => {
  expect(textKindOf({ type: 'image/svg+xml', name: 'a.svg' })).toBeNull()
  expect(textKindOf({ type: 'application/pdf', name: 'a.pdf' })).toBeNull()
  expect(textKindOf({ type: 'application/zip', name: 'a.zip' })).toBeNull()
  expect(textKindOf({ type: 'application/zip', name: 'A.DOCX' })).toBe('word')
  expect(textKindOf({ type: 'text/csv', name: 'a.csv' })).toBe('plain')
})
