import type { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import type { AskedReport } from '#app/domain/consultations/reports/asked.ts'
import { reportFile } from '#app/domain/consultations/reports/export.server.ts'
import { getReport, type Report } from '#app/domain/consultations/reports/queries/report.server.ts'
import { breakdowns } from '#app/domain/consultations/reports/report.ts'
import { languages } from '#app/i18n/languages.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { readCsv } from '#app/platform/sheets/read-csv.ts'
import { readXlsx } from '#app/platform/sheets/read-xlsx.server.ts'
import { as } from '../support.ts'
import { june, useHistory } from './history.ts'

const { world } = useHistory()

async function bytesOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks)
}

async function files(actor: Actor, asked: AskedReport) {
  const report = await as(actor, () => getReport(actor, asked))
  const csv = reportFile(actor, asked, report, 'csv')
  const xlsx = reportFile(actor, asked, report, 'xlsx')
  const text = (await bytesOf(csv.output)).toString('utf8')
  return {
    ...{ report, text, names: [csv.name, xlsx.name] },
    csv: readCsv(text).map(({ cells }) => cells),
    xlsx: (await readXlsx(await bytesOf(xlsx.output), 1000)).map(({ cells }) => cells),
  }
}

const one = (value: number | undefined) => (value === undefined ? '' : String(Math.round(value * 1000) / 10))
/** What the page shows of a row, as a file writes it, by the head of its column. */
const shown = ({ clocks, course }: Report['total']) => ({
  'First response: n': String(clocks.first_response.n),
  'First response: kept (%)': one(clocks.first_response.kept?.share),
  'First response: 95 % interval from (%)': one(clocks.first_response.kept?.low),
  'First response: 95 % interval to (%)': one(clocks.first_response.kept?.high),
  'First response: open, overdue': String(clocks.first_response.overdue),
  'First response: median (min)': String(clocks.first_response.median ?? ''),
  'First response: P90 (min)': String(clocks.first_response.p90 ?? ''),
  'Next response: median (min)': String(clocks.next_response.median ?? ''),
  'Solution: not due yet': String(clocks.solution.notDue),
  Asked: String(course.n),
  'Reopened (% of answered)': one(course.reopened?.share),
  'Customer waited (min)': String(course.atSupplier ?? ''),
  'Mean rating (1–5)': String(course.meanRating ?? ''),
})

test('a file has the figures of the page, row by row, and a sum; CSV and workbook the same', async () => {
  for (const by of breakdowns) {
    const { report, csv, xlsx, names } = await files(world.people.marcus, { ...june, by })
    const [head = [], ...lines] = csv
    expect(lines.length, by).toBe(report.rows.length + 1)
    for (const [place, row] of [...report.rows, report.total].entries()) {
      const line = Object.fromEntries(head.map((name, at) => [name, lines[place]?.[at] ?? '']))
      expect(line, `${by} ${row.name}`).toMatchObject(shown(row))
    }
    const padded = xlsx.map((cells) => head.map((_, at) => cells[at] ?? ''))
    expect(padded).toEqual(csv)
    expect(names).toEqual(['csv', 'xlsx'].map((type) => `consultations-${by}-2026-06-01-2026-06-07.${type}`))
  }
})

test('the sum of the hand-made history, as numbers that a program reads', async () => {
  const { csv } = await files(world.people.ingrid, june)
  const last = csv.at(-1)
  // All: n 6, kept 4 (66.7 %, 30 to 90.3), missed 2, one open; 5 ended, median 180, P90 312, one not due, one merged.
  expect(last?.slice(0, 13)).toEqual([
    'All',
    '6',
    '4',
    '66.7',
    '30',
    '90.3',
    '2',
    '1',
    '5',
    '180',
    '312',
    '1',
    '1',
  ])
})

test('weeks are ISO days, and heads are each reader’s', async () => {
  const { csv } = await files(world.people.lin, { ...june, by: 'week' })
  expect(csv[1]?.[0]).toBe('2026-06-01')
  const heads = new Set<string>()
  for (const language of languages) {
    const { csv, xlsx } = await files({ ...world.people.lin, language }, june)
    for (const head of csv[0] ?? []) expect(head).not.toMatch(/reports|file\.|:csv/)
    expect(new Set(csv[0]).size).toBe(csv[0]?.length)
    expect(xlsx[0]).toEqual(csv[0])
    heads.add(csv[0]?.join() ?? '')
  }
  expect(heads.size).toBe(languages.length)
})

test('a name that a spreadsheet would take for a formula is text', async () => {
  const where = { id: world.organizations.lumen }
  await unscopedPrisma().organization.update({ where, data: { name: '=HYPERLINK("http://x","y")' } })
  const { text, xlsx } = await files(world.people.ingrid, june)
  expect(text).toContain(`"'=HYPERLINK(""http://x"",""y"")"`)
  expect(xlsx[1]?.[0]).toBe('=HYPERLINK("http://x","y")')
  await unscopedPrisma().organization.update({ where, data: { name: 'Lumen Appliances' } })
})
