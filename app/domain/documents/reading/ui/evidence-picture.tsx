import { useTranslation } from 'react-i18next'
import { Duration, durationText } from '#app/ui/duration.tsx'
import { dateFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import type { EvidenceRow } from '../queries/evidence.server.ts'
import { Mark, type MarkKind, MarkSign, markKinds } from './marks.tsx'
import { byOrganization, marksOf, type Span, spanOf, ticksOf } from './picture.ts'

interface EvidencePictureProps {
  rows: EvidenceRow[]
  releasedAt: Date
  /** The present instant, by the server. */
  now: Date
}

/** Reading evidence by person: a line each, by organization, with marks over the time since the release. */
export function EvidencePicture({ rows, releasedAt, now }: EvidencePictureProps) {
  const { t } = useTranslation('reading')
  const span = spanOf(rows, releasedAt, now)
  return (
    <figure aria-label={t('picture.name')} className="grid gap-4">
      <figcaption>
        <Legend />
      </figcaption>
      {byOrganization(rows).map(([name, people]) => (
        <section key={name} aria-label={name}>
          <h3 className="mb-1 font-medium">{name}</h3>
          <ul className="border-line border-t">
            {people.map((row) => (
              <Lane key={row.membershipId} row={row} span={span} />
            ))}
          </ul>
        </section>
      ))}
      <Axis span={span} />
    </figure>
  )
}

const columns = 'sm:grid-cols-[minmax(8rem,13rem)_1fr_7rem] sm:items-center sm:gap-4'

function Lane({ row, span }: { row: EvidenceRow; span: Span }) {
  const { reading } = row
  const read = reading && reading.openCount > 0 ? reading : null
  return (
    <li className={`grid gap-x-4 border-line border-b py-1.5 ${columns}`}>
      <span className="min-w-0 truncate" title={row.name}>
        {row.name}
      </span>
      <Line row={row} span={span} />
      <span className="text-muted text-sm sm:text-end">
        {read && <Duration milliseconds={read.viewMilliseconds} />}
      </span>
    </li>
  )
}

function Line({ row, span }: { row: EvidenceRow; span: Span }) {
  const label = useSentence(row)
  const marks = marksOf(row, span)
  const [first, last] = [
    marks.find(({ kind }) => kind === 'opened'),
    marks.findLast(({ kind }) => kind === 'again'),
  ]
  return (
    <span className="block px-2">
      <svg role="img" aria-label={label} width="100%" height={20} overflow="visible" className="block">
        <title>{label}</title>
        <line x1="0" x2="100%" y1={10} y2={10} stroke="var(--color-line)" />
        {first && last && (
          <line
            x1={`${first.at}%`}
            x2={`${last.at}%`}
            y1={10}
            y2={10}
            stroke="var(--color-customer-mark)"
            strokeWidth={2}
          />
        )}
        {marks.map(({ kind, at }, index) => (
          <svg key={index} x={`${at}%`} y={10} overflow="visible" aria-hidden="true">
            <Mark kind={kind} />
          </svg>
        ))}
      </svg>
    </span>
  )
}

/** What a line shows, in words: its accessible name. */
function useSentence(row: EvidenceRow): string {
  const { t } = useTranslation('reading')
  const { locale, timeZone } = useLocale()
  const day = (at: Date) => dateFormat(locale, { dateStyle: 'medium', timeZone }).format(new Date(at))
  const { reading, notifiedAt, takenAt, acknowledgedAt } = row
  const read = reading && reading.openCount > 0 ? reading : null
  const facts = [
    notifiedAt ? t('picture.notified', { on: day(notifiedAt) }) : t('notNotified'),
    read
      ? t('picture.opened', {
          count: read.openCount,
          on: day(read.firstOpenedAt),
          time: durationText(locale, read.viewMilliseconds),
        })
      : t('picture.notOpened'),
    takenAt.length > 0 ? t('picture.taken', { count: takenAt.length }) : '',
    acknowledgedAt ? t('picture.acknowledged', { on: day(acknowledgedAt) }) : '',
  ]
  return `${row.name}: ${facts.filter(Boolean).join('; ')}`
}

function Legend() {
  const { t } = useTranslation('reading')
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
      {markKinds.map((kind: MarkKind) => (
        <li key={kind} className="flex items-center gap-1.5">
          <MarkSign kind={kind} />
          {t(`mark.${kind}`)}
        </li>
      ))}
    </ul>
  )
}

const dayMs = 86_400_000

/** The days below the lines, with the hour while they are few; the first stands at the left edge, the last at the right one. */
function Axis({ span }: { span: Span }) {
  const { locale, timeZone } = useLocale()
  const isShort = span.to - span.from < 2 * dayMs
  const format = dateFormat(locale, {
    ...{ day: 'numeric', month: 'short', timeZone },
    ...(isShort && { hour: '2-digit', minute: '2-digit' }),
  })
  return (
    <div className={`grid text-faint text-xs tabular-nums ${columns}`} aria-hidden="true">
      <span className="hidden sm:block" />
      <span className="flex justify-between px-2" suppressHydrationWarning>
        {ticksOf(span).map((at) => (
          <span key={at}>{format.format(at)}</span>
        ))}
      </span>
    </div>
  )
}
