import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { TwoSides } from '#app/ui/two-sides.tsx'
import type { AskedReport } from '../asked.ts'
import type { CourseFigures, ReportRow } from '../report.ts'
import { narrowed } from './clock-section.tsx'
import { Minutes } from './minutes.tsx'
import { ShareValue } from './share.tsx'
import { useRowLabel } from './use-row-label.ts'

interface CourseSectionProps {
  side: Side
  asked: AskedReport
  rows: ReportRow[]
  total: ReportRow
}

/** Reopenings and hand-overs: who waited for whom, in sum and row by row. */
export function CourseSection({ asked, rows, total }: CourseSectionProps) {
  const { t } = useTranslation(['reports', 'common'])
  const { course } = total
  return (
    <Section title={t('course.title')} count={course.n} text={t('course.text')}>
      {course.merged > 0 && <Notice title={t('course.merged', { count: course.merged })} />}
      <TwoSides
        supplier={{ name: t('common:side.supplier'), children: <Waiting of={course} side="supplier" /> }}
        customer={{ name: t('common:side.customer'), children: <Waiting of={course} side="customer" /> }}
      />
      <CourseTable asked={asked} rows={rows.filter((row) => row.course.n > 0)} total={total} />
    </Section>
  )
}

/** What waited on a side. */
function Waiting({ of, side }: { of: CourseFigures; side: Side }) {
  const { t } = useTranslation('reports')
  const isSupplier = side === 'supplier'
  const minutes = isSupplier ? of.atSupplier : of.atCustomer
  return (
    <dl className="grid gap-1 text-sm">
      <div>
        <dt className="text-muted">{t(`course.waited.${side}`)}</dt>
        <dd className="text-lg tabular-nums">
          {minutes === null ? (
            <span className="text-muted">{t('noHours')}</span>
          ) : (
            <Minutes minutes={minutes} />
          )}
        </dd>
      </div>
      <div>
        <dt className="text-muted">{t('course.turns')}</dt>
        <dd className="tabular-nums">{isSupplier ? of.toSupplier : of.toCustomer}</dd>
      </div>
      <div>
        <dt className="text-muted">{t('course.now')}</dt>
        <dd className="tabular-nums">{isSupplier ? of.withSupplier : of.withCustomer}</dd>
      </div>
    </dl>
  )
}

type Name = 'asked' | 'reopened' | 'reopenings' | 'toCustomer' | 'toSupplier' | 'reassigned'
const cells: Record<Name | 'atSupplier' | 'atCustomer', (of: CourseFigures) => ReactNode> = {
  asked: ({ n }) => n,
  reopened: ({ reopened }) => (
    <>
      {reopened && `${reopened.count} · `}
      <ShareValue share={reopened} />
    </>
  ),
  reopenings: ({ reopenings }) => reopenings,
  toCustomer: ({ toCustomer }) => toCustomer,
  toSupplier: ({ toSupplier }) => toSupplier,
  reassigned: ({ reassignments }) => reassignments,
  atSupplier: ({ atSupplier }) => <Minutes minutes={atSupplier} />,
  atCustomer: ({ atCustomer }) => <Minutes minutes={atCustomer} />,
}

function CourseTable({ asked, rows, total }: Omit<CourseSectionProps, 'side'>) {
  const { t } = useTranslation('reports')
  const label = useRowLabel(asked.by)
  const names = Object.keys(cells) as (keyof typeof cells)[]
  const columns: Column<ReportRow>[] = [
    { key: 'row', header: t(`by.${asked.by}`), isTitle: true, cell: label },
    ...names.map((name) => ({
      ...{ key: name, header: t(`column.${name}`), isNumeric: true },
      cell: (row: ReportRow) => cells[name](row.course),
    })),
  ]
  return (
    <Table
      caption={t('course.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      rowHref={({ key }) => narrowed(asked, key)}
      footer={[t('total'), ...names.map((name) => cells[name](total.course))]}
      isWide
    />
  )
}
