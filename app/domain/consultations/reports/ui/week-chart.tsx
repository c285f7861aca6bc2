import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { dateFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ClockKind } from '../../clocks/engine/cycles.ts'
import type { AskedReport } from '../asked.ts'
import type { ClockFigures } from '../report.ts'

export interface WeekOfClocks {
  /** Its Monday. */
  week: string
  clocks: Record<ClockKind, ClockFigures>
}

interface WeekChartProps {
  kind: ClockKind
  weeks: WeekOfClocks[]
  asked: AskedReport
}

const height = 64
/** A week is so wide, and its bar as much less as the gap. */
const step = 10
const gap = 2

/** Kept and missed by week: missed ones stand on top, darker and striped off by a line, so that colour is not the only sign. */
export function WeekChart({ kind, weeks, asked }: WeekChartProps) {
  const { t } = useTranslation(['reports', 'consultations'])
  const { locale } = useLocale()
  if (weeks.length < 2) return null
  const format = dateFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
  const day = (week: string | undefined) => (week ? format.format(new Date(week)) : '')
  const most = Math.max(1, ...weeks.map(({ clocks }) => clocks[kind].n))
  const name = t('chart.name', { clock: t(`consultations:clock.${kind}`) })
  return (
    <figure className="grid max-w-3xl gap-1" aria-label={name}>
      <div className="grid grid-cols-[auto_1fr] gap-x-2">
        <Scale most={most} />
        <svg
          role="img"
          aria-label={name}
          viewBox={`0 0 ${weeks.length * step} ${height}`}
          preserveAspectRatio="none"
          width="100%"
          height={height}
          className="block border-line border-b"
        >
          <title>{name}</title>
          {weeks.map(({ week, clocks }, place) => (
            <Bar
              key={week}
              at={place * step + gap / 2}
              figures={clocks[kind]}
              most={most}
              title={t('chart.week', {
                day: day(week),
                kept: clocks[kind].n - clocks[kind].missed,
                n: clocks[kind].n,
              })}
            />
          ))}
        </svg>
      </div>
      <figcaption className="flex flex-wrap justify-between gap-x-4 text-faint text-xs">
        <span suppressHydrationWarning>{day(weeks[0]?.week)}</span>
        <Legend />
        {asked.by !== 'week' && (
          <TextLink to={paths.consultationPage('reports', { ...asked, by: 'week' })}>
            {t('chart.table')}
          </TextLink>
        )}
        <span suppressHydrationWarning>{day(weeks.at(-1)?.week)}</span>
      </figcaption>
    </figure>
  )
}

function Scale({ most }: { most: number }) {
  return (
    <span
      className="flex flex-col justify-between text-end text-faint text-xs tabular-nums"
      aria-hidden="true"
    >
      <span>{most}</span>
      <span>0</span>
    </span>
  )
}

interface BarProps {
  at: number
  figures: ClockFigures
  most: number
  title: string
}

function Bar({ at, figures: { n, missed }, most, title }: BarProps) {
  if (n === 0) return null
  const size = (count: number) => (count * height) / most
  const top = height - size(n)
  const width = step - gap
  return (
    <g>
      <title>{title}</title>
      <rect x={at} width={width} y={top + size(missed)} height={size(n - missed)} fill="var(--color-faint)" />
      <rect x={at} width={width} y={top} height={size(missed)} fill="var(--color-danger)" />
    </g>
  )
}

function Legend() {
  const { t } = useTranslation('reports')
  return (
    <span className="flex gap-3 text-muted">
      <span>
        <Swatch color="var(--color-faint)" /> {t('column.kept')}
      </span>
      <span>
        <Swatch color="var(--color-danger)" /> {t('chart.missed')}
      </span>
    </span>
  )
}

function Swatch({ color }: { color: string }) {
  return (
    <svg width={8} height={8} aria-hidden="true" className="inline-block">
      <rect width={8} height={8} fill={color} />
    </svg>
  )
}
