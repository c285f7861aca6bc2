import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { ClockKind } from '../../clocks/engine/cycles.ts'
import type { AskedReport } from '../asked.ts'
import { type ClockFigures, fewCases, type ReportRow } from '../report.ts'
import { Minutes } from './minutes.tsx'
import { ShareInterval, ShareValue } from './share.tsx'
import { useRowLabel } from './use-row-label.ts'
import { WeekChart, type WeekOfClocks } from './week-chart.tsx'

interface ClockSectionProps {
  kind: ClockKind
  asked: AskedReport
  rows: ReportRow[]
  total: ReportRow
  weeks: WeekOfClocks[]
}

/** What of one promise was kept: week by week as a picture, and by whatever is chosen as a table. */
export function ClockSection({ kind, asked, rows, total, weeks }: ClockSectionProps) {
  const { t } = useTranslation(['reports', 'consultations'])
  const name = t(`consultations:clock.${kind}`)
  const own = rows.filter((row) => asked.by === 'week' || hasAny(row.clocks[kind]))
  const isFew = own.some((row) => row.clocks[kind].n > 0 && row.clocks[kind].n <= fewCases)
  if (!hasAny(total.clocks[kind])) {
    return (
      <Section title={name}>
        <p className="text-muted">{t('noRuns')}</p>
      </Section>
    )
  }
  return (
    <Section title={name} count={total.clocks[kind].n}>
      {total.clocks[kind].n > 0 && <WeekChart kind={kind} weeks={weeks} asked={asked} />}
      <ClockTable kind={kind} asked={asked} rows={own} total={total} />
      {isFew && <p className="text-muted text-sm">{t('few', { count: fewCases + 1 })}</p>}
    </Section>
  )
}

const hasAny = ({ n, notDue, merged }: ClockFigures) => n + notDue + merged > 0

type Cell = (of: ClockFigures) => React.ReactNode
const cells: Record<'n' | 'kept' | 'interval' | 'median' | 'p90' | 'overdue' | 'notDue' | 'merged', Cell> = {
  n: ({ n }) => n,
  kept: ({ kept }) => <ShareValue share={kept} />,
  interval: ({ kept }) => <ShareInterval share={kept} />,
  median: ({ median }) => <Minutes minutes={median} />,
  p90: ({ p90 }) => <Minutes minutes={p90} />,
  overdue: ({ overdue }) => <span className={overdue > 0 ? 'font-medium text-danger' : ''}>{overdue}</span>,
  notDue: ({ notDue }) => notDue,
  merged: ({ merged }) => merged,
}

function ClockTable({ kind, asked, rows, total }: Omit<ClockSectionProps, 'weeks'>) {
  const { t } = useTranslation(['reports', 'consultations'])
  const label = useRowLabel(asked.by)
  const names = Object.keys(cells) as (keyof typeof cells)[]
  const columns: Column<ReportRow>[] = [
    { key: 'row', header: t(`by.${asked.by}`), isTitle: true, cell: label },
    ...names.map((name) => ({
      ...{ key: name, header: t(`column.${name}`), isNumeric: true },
      cell: (row: ReportRow) => cells[name](row.clocks[kind]),
    })),
  ]
  return (
    <Table
      caption={t(`consultations:clock.${kind}`)}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      rowHref={({ key }) => narrowed(asked, key)}
      footer={[t('total'), ...names.map((name) => cells[name](total.clocks[kind]))]}
      isWide
    />
  )
}

/** An account leads to its own report. */
export function narrowed(asked: AskedReport, key: string): string | undefined {
  if (asked.by !== 'account') return undefined
  return paths.consultationPage('reports', { ...asked, account: key, by: 'function' })
}
