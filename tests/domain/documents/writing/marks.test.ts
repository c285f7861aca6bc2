import { describe, expect, test } from 'vitest'
import {
  applyMark,
  askedReference,
  type MarkName,
  withoutControls,
} from '#app/domain/documents/writing/marks.ts'
import { mostRows, tableFromSpreadsheet } from '#app/domain/documents/writing/spreadsheet.ts'

/** `<` and `>` stand for the selection. */
function mark(name: MarkName, marked: string): string {
  const from = marked.indexOf('<')
  const text = marked.replace('<', '')
  const to = text.indexOf('>')
  const source = text.replace('>', '')
  const edit = applyMark(name, { text: source, from, to })
  const after = source.slice(0, edit.from) + edit.insert + source.slice(edit.to)
  const [start, end] = edit.select
  return `${after.slice(0, start)}<${after.slice(start, end)}>${after.slice(end)}`
}

test.each<[MarkName, string, string]>([
  ['bold', 'a <b> c', 'a **<b>** c'],
  ['bold', 'a **<b>** c', 'a <b> c'],
  ['italic', 'a **<b>**', 'a ***<b>***'],
  ['italic', 'a ***<b>***', 'a **<b>**'],
  ['formula', 'so <>', 'so $<>$'],
  ['code', '<a>', '`<a>`'],
  ['code', '<a\nb>', '```\n<>a\nb\n```'],
  ['heading', 'Los<>ses', '## Losses<>'],
  ['heading', '## Los<>ses', '### Losses<>'],
  ['heading', '### Los<>ses', 'Losses<>'],
  ['list', '<a\nb>', '<- a\n- b>'],
  ['list', '<- a\n- b>', '<a\nb>'],
  ['numbered', '<a\nb>', '<1. a\n2. b>'],
  ['link', 'see <this>', 'see [this](<https://>)'],
  ['link', '<https://iec.ch>', '[<>](https://iec.ch)'],
  ['table', 'a<>', 'a\n\n| <> |  |\n| --- | --- |\n|  |  |'],
  ['footnote', 'a<> b', 'a[^1] b\n\n[^1]: <>'],
  ['footnote', 'a<>[^1]\n\n[^1]: x', 'a[^2][^1]\n\n[^1]: x\n[^2]: <>'],
])('%s: %s', (name, before, after) => {
  expect(mark(name, before)).toBe(after)
})

describe('a table from a spreadsheet', () => {
  test('has a heading, numbers to the right, and escaped bars', () => {
    const pasted = 'Speed\tη\tNote\r\n1500\t94.1 %\ta|b\r\n3000\t93,8 %\t"two\nlines"\r\n'
    expect(tableFromSpreadsheet(pasted)).toEqual({
      rows: 3,
      markdown:
        '| Speed | η | Note |\n| --: | --: | --- |\n| 1500 | 94.1 % | a\\|b |\n| 3000 | 93,8 % | two lines |',
    })
  })

  test.each(['no tab', 'one line', 'int main() {\n\treturn 0;\n}\nx\ny'])('is not made of %j', (text) => {
    expect(tableFromSpreadsheet(text)).toBeNull()
  })

  test('has 1,000 rows at the most; one of 5,000 is refused', () => {
    const rows = (count: number) => 'a\tb\n'.repeat(count)
    expect(tableFromSpreadsheet(rows(mostRows))).toMatchObject({ rows: 1000 })
    expect(tableFromSpreadsheet(rows(5000))).toEqual({ tooMany: 5000 })
  })
})

test('what no field can hold is left out of a pasted text', () => {
  expect(withoutControls('a\0b\u0007c\td\ne')).toBe('abc\td\ne')
})

test.each([
  ['see #', { from: 4, query: '' }],
  ['see #TN-0', { from: 4, query: 'TN-0' }],
  ['#der', { from: 0, query: 'der' }],
  ['#', null],
  ['# Heading', null],
  ['a#b', null],
])('%j asks for a document: %j', (text, asked) => {
  expect(askedReference(text, text.length)).toEqual(asked)
})
