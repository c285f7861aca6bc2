import type { EvidenceRow } from '../queries/evidence.server.ts'
import type { MarkKind } from './marks.tsx'

/** The time that the picture shows, in milliseconds since 1970. */
export interface Span {
  from: number
  to: number
}

/** From the release, or from what was earlier, until now; an hour at least. */
export function spanOf(rows: EvidenceRow[], releasedAt: Date, now: Date): Span {
  const known = rows.flatMap(({ notifiedAt, reading }) =>
    [notifiedAt, reading?.firstOpenedAt].flatMap((at) => (at ? [new Date(at).getTime()] : [])),
  )
  const from = Math.min(new Date(releasedAt).getTime(), ...known)
  return { from, to: Math.max(new Date(now).getTime(), from + 3_600_000) }
}

export interface PlacedMark {
  kind: MarkKind
  /** Percent of the width. */
  at: number
}

/** The marks of one person; what comes later lies on top. */
export function marksOf(
  { notifiedAt, reading, takenAt, acknowledgedAt }: EvidenceRow,
  { from, to }: Span,
): PlacedMark[] {
  const placed = (kind: MarkKind, at: Date | null | undefined): PlacedMark[] =>
    at ? [{ kind, at: Math.round(((new Date(at).getTime() - from) / (to - from)) * 10_000) / 100 }] : []
  const read = reading && reading.openCount > 0 ? reading : null
  return [
    ...placed('notified', notifiedAt),
    ...placed('opened', read?.firstOpenedAt),
    ...(read && read.openCount > 1 ? placed('again', read.lastOpenedAt) : []),
    ...takenAt.flatMap((at) => placed('taken', at)),
    ...placed('acknowledged', acknowledgedAt),
  ]
}

/** Five instants, evenly. */
export function ticksOf({ from, to }: Span): number[] {
  return [0, 1, 2, 3, 4].map((part) => from + ((to - from) * part) / 4)
}

/** They come sorted by organization. */
export function byOrganization<Row extends { organizationName: string }>(rows: Row[]): [string, Row[]][] {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const group = groups.get(row.organizationName)
    if (group) group.push(row)
    else groups.set(row.organizationName, [row])
  }
  return [...groups]
}
