import type { Measured } from '../client/load.ts'
import type { FirstLoad } from '../measure/first-load.ts'
import { barsFor, median } from './bars.ts'
import type { BesideExtraction, PageResult, Result } from './result.ts'

const rate = (value: number) => value.toFixed(value < 100 ? 1 : 0)
const milliseconds = (value: number) => value.toFixed(value < 10 ? 2 : 1)
const kilobytes = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`
const megabytes = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(0)} MB`

/** Columns as wide as what stands in them; the first to the left, figures to the right. */
function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const cell = (text: string, column: number) =>
    column === 0 ? text.padEnd(widths[column] ?? 0) : text.padStart(widths[column] ?? 0)
  return rows.map((row) => `  ${row.map(cell).join('  ').trimEnd()}`).join('\n')
}

function pageTable(pages: PageResult[]): string {
  const head = [
    '',
    'floor/s',
    'page/s',
    'ratio',
    'p50',
    'p99',
    'floor/s',
    'page/s',
    'ratio',
    'p50',
    'p99',
    'cpu ms',
    'floor',
    'sql',
    'elements',
    'bytes',
  ]
  const rows = pages.map(({ page, own, floor, statements, elements }) => {
    const part = (at: 'one' | 'sixteen') => [
      rate(floor[at].perSecond),
      rate(own[at].perSecond),
      (own[at].perSecond / floor[at].perSecond).toFixed(2),
      milliseconds(own[at].p50),
      milliseconds(own[at].p99),
    ]
    const rest = [
      milliseconds(own.cpuMilliseconds),
      milliseconds(floor.cpuMilliseconds),
      String(statements ?? ''),
      String(elements ?? ''),
      `${own.sixteen.bytes}/${floor.sixteen.bytes}`,
    ]
    return [page, ...part('one'), ...part('sixteen'), ...rest]
  })
  return table([
    ['', '1 at a time', '', '', '', '', '16 at a time', '', '', '', '', '', '', '', '', ''],
    head,
    ...rows,
  ])
}

function loadTable(loads: Record<string, FirstLoad>): string {
  const rows = Object.entries(loads).map(([page, { html, css, js, fonts, scripts }]) => [
    ...[page, kilobytes(html), kilobytes(css), kilobytes(js), String(scripts), kilobytes(fonts)],
  ])
  return table([['', 'html', 'css', 'js', 'files', 'fonts'], ...rows])
}

function besideText({ pages, fileSeconds, alone, beside }: BesideExtraction): string {
  const times = ({ p50, p99 }: Measured) => `p50 ${milliseconds(p50)}, p99 ${milliseconds(p99)}`
  return `document       ${times(alone)} alone; ${times(beside)} while PDFs of ${pages} pages are read (${fileSeconds.toFixed(1)} s each)`
}

/** The figures as text. */
export function textOf(result: Result): string {
  const { machine, pages, memory, starts, fillSeconds, firstLoads, besideExtraction } = result
  const persons = [...new Set(pages.map(({ person }) => person))]
  const bars = barsFor(result).map(({ name, wanted, found, isMet }) => [
    isMet ? 'met' : 'MISSED',
    name,
    found,
    wanted,
  ])
  const memoryText =
    memory.most > 0
      ? [
          `memory        ${megabytes(memory.atStart)} after the start, ${megabytes(memory.most)} at most, ${megabytes(memory.afterwards)} afterwards`,
        ]
      : []
  return [
    `machine       ${machine.cores} cores, ${machine.processor}, ${machine.memoryGb} GB, ${machine.platform}, node ${machine.node}, load before ${machine.load}`,
    `content       scale ${machine.scale}, ${fillSeconds === null ? 'filled earlier' : `filled in ${fillSeconds.toFixed(0)} s`}; ${machine.seconds} s each measurement`,
    `start         ${(median(starts) / 1000).toFixed(2)} s to the first answer (${starts.map((each) => (each / 1000).toFixed(2)).join(', ')})`,
    ...memoryText,
    ...persons.map((person) => `\n${person}\n${pageTable(pages.filter((each) => each.person === person))}`),
    `\nfirst load, compressed\n${loadTable(firstLoads)}`,
    ...(besideExtraction ? [`\n${besideText(besideExtraction)}`] : []),
    `\nbars\n${bars.map(([state = '', name = '', found = '', wanted = '']) => `  ${state.padEnd(6)}  ${name}: ${found} (${wanted})`).join('\n')}`,
    '',
  ].join('\n')
}
