import { useTranslation } from 'react-i18next'
import { type Column, Table } from '#app/ui/table.tsx'
import { anchorOf, type Parameter } from '../../parameters/parameter.ts'
import { Quantity } from './quantity.tsx'

interface ParameterTableProps {
  rows: Parameter[]
  /** The supplier sees which lines its customers do not. */
  isSupplier: boolean
}

export function ParameterTable({ rows, isSupplier }: ParameterTableProps) {
  const { t } = useTranslation('parameters')
  const value = (key: 'min' | 'typ' | 'max'): Column<Parameter> => ({
    key,
    header: t(`column.${key}`),
    isNumeric: true,
    cell: (row) => <Quantity value={row[key]} />,
  })
  const columns: Column<Parameter>[] = [
    {
      key: 'symbol',
      header: t('column.symbol'),
      isTitle: true,
      cell: (row) => (
        <a id={anchorOf(row.symbol)} href={`#${anchorOf(row.symbol)}`} className="scroll-mt-20 font-medium">
          {row.symbol}
        </a>
      ),
    },
    { key: 'name', header: t('column.name'), cell: (row) => row.name },
    {
      key: 'conditions',
      header: t('column.conditions'),
      cell: (row) => <span className="text-muted">{row.conditions}</span>,
    },
    value('min'),
    value('typ'),
    value('max'),
    { key: 'unit', header: t('column.unit'), cell: (row) => row.unit || t('noUnit') },
    { key: 'fit', header: t('column.fit'), isHiddenOnCard: true, cell: (row) => t(`fit.${row.fit}`) },
    ...(isSupplier
      ? [
          {
            key: 'isShared',
            header: t('column.isShared'),
            cell: (row: Parameter) => (row.isShared ? t('shared') : t('internal')),
          },
        ]
      : []),
  ]
  return <Table caption={t('caption')} columns={columns} rows={rows} rowKey={(row) => row.symbol} />
}
