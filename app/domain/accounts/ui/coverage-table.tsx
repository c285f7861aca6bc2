import { useTranslation } from 'react-i18next'
import { SideShape } from '#app/ui/side-mark.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { Side } from '#app/ui/types.ts'
import type { MatrixAnswer, MatrixRow } from '../matrix.ts'

interface CoverageTableProps {
  rows: MatrixRow[]
  families: { id: string; name: string }[]
  siteName: string
  names: { supplier: string; customer: string }
}

/** The matrix of one site: function × family, in each cell the supplier's answer above the customer's. */
export function CoverageTable({ rows, families, siteName, names }: CoverageTableProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const heads = [t('accounts:coverage.allFamilies'), ...families.map(({ name }) => name)]
  const columns: Column<MatrixRow>[] = [
    {
      key: 'function',
      header: t('accounts:coverage.function'),
      isTitle: true,
      cell: (row) => t(`common:function.${row.function}`),
    },
    ...heads.map((header, index) => ({
      key: families[index - 1]?.id ?? 'all',
      header,
      cell: ({ cells }: MatrixRow) => (
        <span className="flex flex-col gap-1">
          <Answer side="supplier" organization={names.supplier} answer={cells[index]?.supplier ?? null} />
          <Answer side="customer" organization={names.customer} answer={cells[index]?.customer ?? null} />
        </span>
      ),
    })),
  ]
  return (
    <Table
      caption={t('accounts:coverage.caption', { site: siteName })}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.function}
      isWide={families.length > 2}
    />
  )
}

/** A gap is said in words and red; an answer of a wider line is quieter than one of its own. */
function Answer({ side, organization, answer }: { side: Side; organization: string; answer: MatrixAnswer }) {
  const { t } = useTranslation('accounts')
  const tone = answer ? (answer.isInherited ? 'text-muted' : 'font-medium') : 'text-danger'
  return (
    <span className="inline-flex items-center gap-2">
      <span className="ui-side" data-side={side}>
        <SideShape side={side} />
        <span className="sr-only">{organization}</span>
      </span>
      <span className={tone} title={answer?.isInherited ? t('coverage.inherited') : undefined}>
        {answer?.name ?? t('coverage.gap')}
      </span>
    </span>
  )
}
