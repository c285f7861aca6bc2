import type { PageResult, Result } from './result.ts'

export interface Bar {
  name: string
  /** As it reads: `at least 120/s`. */
  wanted: string
  found: string
  isMet: boolean
}

const round = (value: number) =>
  value >= 100 ? Math.round(value).toString() : value.toFixed(value >= 10 ? 1 : 2)

function atLeast(name: string, least: number, value: number, unit = ''): Bar {
  return { name, wanted: `at least ${least}${unit}`, found: `${round(value)}${unit}`, isMet: value >= least }
}

function atMost(name: string, most: number, value: number, unit = ''): Bar {
  return { name, wanted: `at most ${most}${unit}`, found: `${round(value)}${unit}`, isMet: value <= most }
}

const kilobytes = (bytes: number) => bytes / 1024
const megabytes = (bytes: number) => bytes / 1024 / 1024

/** Statements of a page, and one for the session. */
const mostStatements = 6 + 1

function barsOf({ person, page, own, floor, statements }: PageResult): Bar[] {
  const name = `${page}, ${person}`
  const broken = [own, floor].flatMap(({ one, sixteen }) => [
    ...Object.values(one.wrong),
    ...Object.values(sixteen.wrong),
  ])
  const failures = broken.reduce((sum, count) => sum + count, 0)
  const bars = failures > 0 ? [atMost(`${name}: wrong answers`, 0, failures)] : []
  if (page === 'posting') return [...bars, atLeast(`${name}: rate at 16`, 150, own.sixteen.perSecond, '/s')]
  bars.push(
    atLeast(`${name}: of the floor's rate at 16`, 0.5, own.sixteen.perSecond / floor.sixteen.perSecond),
    atLeast(`${name}: of the floor's rate at 1`, 0.5, own.one.perSecond / floor.one.perSecond),
  )
  if (statements !== null)
    bars.push(atMost(`${name}: statements with the session's`, mostStatements, statements))
  if (page === 'search') bars.push(atLeast(`${name}: rate at 16`, 120, own.sixteen.perSecond, '/s'))
  if (page === 'narrowed') bars.push(atMost(`${name}: p99 at 1`, 300, own.one.p99, ' ms'))
  return bars
}

export function barsFor(result: Result): Bar[] {
  const { pages, memory, starts, firstLoads, besideExtraction, fillSeconds } = result
  return [
    ...pages.flatMap(barsOf),
    ...(memory.most > 0
      ? [atMost('memory of the process, at its most', 300, megabytes(memory.most), ' MB')]
      : []),
    atMost('start to the first answer', 3, median(starts) / 1000, ' s'),
    ...Object.entries(firstLoads).flatMap(([page, { js, css }]) => [
      atMost(`first load of a ${page}: JavaScript`, 130, kilobytes(js), ' KB'),
      atMost(`first load of a ${page}: CSS`, 25, kilobytes(css), ' KB'),
    ]),
    ...(besideExtraction
      ? [
          atMost(
            'a document while PDFs are read, of its p99 alone',
            1.5,
            besideExtraction.beside.p99 / besideExtraction.alone.p99,
          ),
        ]
      : []),
    ...(fillSeconds === null ? [] : [atMost('time to fill', 300, fillSeconds, ' s')]),
  ]
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
