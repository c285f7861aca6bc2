import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Num } from '#app/ui/num.tsx'
import { Row, RowList } from '#app/ui/row-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { AskedReport } from '../asked.ts'
import type { SaidWord } from '../queries/words.server.ts'
import type { ReportRow } from '../report.ts'
import { narrowed } from './clock-section.tsx'
import { useRowLabel } from './use-row-label.ts'

interface SatisfactionProps {
  asked: AskedReport
  rows: ReportRow[]
  total: ReportRow
  words: SaidWord[]
}

const countOf = ({ course }: ReportRow) => course.ratings.reduce((sum, count) => sum + count, 0)

/** How well answers served, as the customers said: five steps, and their words. */
export function Satisfaction({ asked, rows, total, words }: SatisfactionProps) {
  const { t } = useTranslation(['reports', 'decisions'])
  const rated = countOf(total)
  if (rated === 0) {
    return (
      <Section title={t('ratings.title')}>
        <p className="text-muted">{t('ratings.none')}</p>
      </Section>
    )
  }
  return (
    <Section title={t('ratings.title')} count={rated} text={t('ratings.text')}>
      <RatingTable asked={asked} rows={rows.filter((row) => countOf(row) > 0)} total={total} />
      {words.length > 0 && (
        <RowList label={t('ratings.words')}>
          {words.map(({ id, number, steps, word }) => (
            <Row
              key={id}
              number={number}
              title={word}
              href={paths.consultation(id)}
              trailing={t('ratings.steps', { steps })}
            />
          ))}
        </RowList>
      )}
    </Section>
  )
}

function RatingTable({ asked, rows, total }: Omit<SatisfactionProps, 'words'>) {
  const { t } = useTranslation('reports')
  const label = useRowLabel(asked.by)
  const mean = ({ course }: ReportRow) =>
    course.meanRating === null ? null : <Num value={course.meanRating} minDigits={2} />
  const steps = [1, 2, 3, 4, 5]
  const columns: Column<ReportRow>[] = [
    { key: 'row', header: t(`by.${asked.by}`), isTitle: true, cell: label },
    ...steps.map((step) => ({
      ...{ key: `step${step}`, header: String(step), isNumeric: true },
      cell: ({ course }: ReportRow) => course.ratings[step - 1],
    })),
    { key: 'n', header: t('column.n'), isNumeric: true, cell: countOf },
    { key: 'mean', header: t('column.mean'), isNumeric: true, cell: mean },
  ]
  return (
    <Table
      caption={t('ratings.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.key}
      rowHref={({ key }) => narrowed(asked, key)}
      footer={[t('total'), ...total.course.ratings, countOf(total), mean(total)]}
      isWide
    />
  )
}
