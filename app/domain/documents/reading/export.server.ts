import type { TFunction } from 'i18next'
import type { Actor } from '#app/domain/access/actor.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { csvLine, csvMark } from '#app/platform/csv.ts'
import type { Evidence, EvidenceRow } from './queries/evidence.server.ts'

const iso = (at: Date | null | undefined) => at?.toISOString() ?? ''
const seconds = (milliseconds: number) => String(Math.round(milliseconds / 1000))
const opened = ({ reading }: EvidenceRow) => (reading && reading.openCount > 0 ? reading : null)

/** In the order of the file. Times are UTC by ISO 8601, durations seconds. */
const columns: Record<string, (row: EvidenceRow) => string> = {
  person: (row) => row.name,
  organization: (row) => row.organizationName,
  notified: (row) => iso(row.notifiedAt),
  mailed: (row) => iso(row.mailedAt),
  first: (row) => iso(opened(row)?.firstOpenedAt),
  last: (row) => iso(opened(row)?.lastOpenedAt),
  opened: (row) => String(row.reading?.openCount ?? 0),
  seconds: (row) => seconds(row.reading?.viewMilliseconds ?? 0),
  pages: (row) =>
    row.files
      .filter(({ pageCount }) => pageCount !== null)
      .map(({ name, pages, pageCount }) => `${name}: ${pages.length}/${pageCount}`)
      .join('; '),
  downloads: (row) => String(row.reading?.downloadCount ?? 0),
  acknowledged: (row) => iso(row.acknowledgedAt),
}

/** The reading evidence of a version as CSV, with heads in the actor's language. */
export function evidenceAsCsv(actor: Actor, { rows }: Evidence): string {
  const t = translatorFor(actor.language) as unknown as TFunction
  const head = Object.keys(columns).map((name) => String(t(`reading:csv.${name}` as never)))
  const lines = rows.map((row) => csvLine(Object.values(columns).map((value) => value(row))))
  return [csvMark, csvLine(head), ...lines].join('')
}
