import { useTranslation } from 'react-i18next'
import { type Column, Table } from '#app/ui/table.tsx'
import type { Side } from '#app/ui/types.ts'
import type { CatalogueRow, VariantRow } from '../queries/catalogue.server.ts'

export function CatalogueTable({ rows, side }: { rows: CatalogueRow[]; side: Side }) {
  const { t } = useTranslation('accounts')
  const supplier: Column<CatalogueRow> = {
    key: 'supplier',
    header: t('products.supplier'),
    cell: (row) => row.supplierName,
  }
  const columns: Column<CatalogueRow>[] = [
    { key: 'number', header: t('products.number'), isNarrow: true, cell: ({ number }) => number },
    { key: 'name', header: t('products.name'), isTitle: true, cell: ({ name }) => name },
    { key: 'family', header: t('products.family'), cell: ({ family }) => `${family.code} ${family.name}` },
    ...(side === 'customer' ? [supplier] : []),
    {
      key: 'variants',
      header: t('products.variants'),
      cell: ({ variants }) => <Variants rows={variants} side={side} />,
    },
  ]
  return <Table caption={t('title.products')} columns={columns} rows={rows} rowKey={({ id }) => id} />
}

/** The supplier reads for whom a variant is made; the customer its own part number. */
function Variants({ rows, side }: { rows: VariantRow[]; side: Side }) {
  const { t } = useTranslation('accounts')
  const textOf = ({ number, accountName, customerNumber }: VariantRow) => {
    if (side === 'supplier') return t('products.variantOf', { number, customer: accountName })
    return customerNumber ? t('products.variantOwn', { number, customerNumber }) : number
  }
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>{textOf(row)}</li>
      ))}
    </ul>
  )
}
