import { Readable } from 'node:stream'
import type { Actor } from '#app/domain/access/actor.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { csvLine, csvMark } from '#app/platform/csv.ts'
import { writeXlsx } from '#app/platform/sheets/write-xlsx.server.ts'
import { clockKinds } from '../clocks/engine/cycles.ts'
import type { AskedReport } from './asked.ts'
import { rowLabel } from './label.ts'
import type { Report } from './queries/report.server.ts'
import type { ClockFigures, CourseFigures, ReportRow } from './report.ts'

type Cell = string | number
/** The words of a file: their keys are put together here. */
type Translate = (key: string, values?: object) => string

const percent = (part: number | undefined) => (part === undefined ? '' : Math.round(part * 1000) / 10)

/** Heads are `reports:file.…`, with their units. */
const clockColumns: Record<string, (of: ClockFigures) => Cell> = {
  n: (of) => of.n,
  kept: (of) => of.n - of.missed,
  keptPercent: (of) => percent(of.kept?.share),
  low: (of) => percent(of.kept?.low),
  high: (of) => percent(of.kept?.high),
  missed: (of) => of.missed,
  overdue: (of) => of.overdue,
  ended: (of) => of.ended,
  median: (of) => of.median ?? '',
  p90: (of) => of.p90 ?? '',
  notDue: (of) => of.notDue,
  mergedRuns: (of) => of.merged,
}

const courseColumns: Record<string, (of: CourseFigures) => Cell> = {
  asked: (of) => of.n,
  writtenDown: (of) => of.writtenDown,
  merged: (of) => of.merged,
  answered: (of) => of.reopened?.n ?? 0,
  reopened: (of) => of.reopened?.count ?? 0,
  reopenedPercent: (of) => percent(of.reopened?.share),
  reopenings: (of) => of.reopenings,
  toCustomer: (of) => of.toCustomer,
  toSupplier: (of) => of.toSupplier,
  reassignments: (of) => of.reassignments,
  atSupplier: (of) => of.atSupplier ?? '',
  atCustomer: (of) => of.atCustomer ?? '',
  withSupplier: (of) => of.withSupplier,
  withCustomer: (of) => of.withCustomer,
  rated: (of) => of.ratings.reduce((sum, count) => sum + count, 0),
  ...Object.fromEntries(
    [1, 2, 3, 4, 5].map((step) => [`step${step}`, (of: CourseFigures) => of.ratings[step - 1] ?? 0]),
  ),
  meanRating: (of) => of.meanRating ?? '',
}

/** Head, rows and the sum of a report: the figures of the page, each in a cell of its own. */
export function reportTable(actor: Actor, asked: AskedReport, { rows, total }: Report): Cell[][] {
  const t = translatorFor(actor.language) as unknown as Translate
  const words = {
    nobody: t('common:nobody'),
    function: (of: string) => t(`common:function.${of}`),
    urgency: (of: string) => t(`consultations:urgency.${of}`),
  }
  const clockHeads = clockKinds.flatMap((kind) =>
    Object.keys(clockColumns).map(
      (name) => `${t(`consultations:clock.${kind}`)}: ${t(`reports:file.${name}`)}`,
    ),
  )
  const courseHeads = Object.keys(courseColumns).map((name) => t(`reports:file.${name}`))
  const line = (label: string, { clocks, course }: ReportRow): Cell[] => [
    label,
    ...clockKinds.flatMap((kind) => Object.values(clockColumns).map((value) => value(clocks[kind]))),
    ...Object.values(courseColumns).map((value) => value(course)),
  ]
  return [
    [t(`reports:by.${asked.by}`), ...clockHeads, ...courseHeads],
    ...rows.map((row) => line(rowLabel(asked.by, row, words), row)),
    line(t('reports:total'), total),
  ]
}

const types = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** The table as a file: CSV unless a workbook is asked for, whose second sheet says what the figures are of. */
export function reportFile(actor: Actor, asked: AskedReport, report: Report, format: string | null) {
  const rows = reportTable(actor, asked, report)
  const isBook = format === 'xlsx'
  const name = `consultations-${asked.by}-${asked.from}-${asked.to}.${isBook ? 'xlsx' : 'csv'}`
  if (isBook) return { name, type: types.xlsx, output: workbook(actor, asked, { rows, report }) }
  const lines = rows.map((cells) => csvLine(cells.map(String)))
  return { name, type: types.csv, output: Readable.from([csvMark + lines.join('')]) }
}

function workbook(
  actor: Actor,
  asked: AskedReport,
  { rows, report }: { rows: Cell[][]; report: Report },
): Readable {
  const t = translatorFor(actor.language) as unknown as Translate
  const account = report.accounts.find(({ id }) => id === asked.account)?.name
  const about: [string, string][] = [
    [t('reports:title'), ''],
    [t('reports:period.from'), asked.from],
    [t('reports:period.to'), asked.to],
    [t('reports:file.zone'), actor.timeZone],
    [t('reports:file.written'), now().toISOString()],
    [t('reports:by.account'), account ?? t('reports:filter.anyAccount')],
    [
      t('reports:by.function'),
      asked.function ? t(`common:function.${asked.function}`) : t('reports:filter.anyFunction'),
    ],
    [
      t('reports:by.urgency'),
      asked.urgency ? t(`consultations:urgency.${asked.urgency}`) : t('reports:filter.anyUrgency'),
    ],
    ...['runs', 'share', 'time', 'merged', 'turns', 'ratings'].map((rule): [string, string] => [
      t(`reports:rule.${rule}.title`),
      t(`reports:rule.${rule}.text`),
    ]),
  ]
  return writeXlsx([
    { name: t('reports:file.sheet'), widths: (rows[0] ?? []).map((_, at) => (at === 0 ? 28 : 14)), rows },
    { name: t('reports:file.about'), widths: [32, 100], rows: about },
  ])
}
