import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { asLanguage, languageNames } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { Unbroken } from '#app/ui/unbroken.tsx'
import type { DocumentRow } from '../queries/list.server.ts'
import { DocumentStatusBadge } from './document-status.tsx'

const shownProducts = 2

/** The supplier reads state and author; the customer from which supplier a document is. */
export function DocumentTable({ rows, side }: { rows: DocumentRow[]; side: Side }) {
  const { t } = useTranslation('documents')
  const title: Column<DocumentRow> = {
    key: 'title',
    header: t('column.title'),
    isTitle: true,
    cell: (row) => (
      <span lang={row.language}>
        <span className="me-2 font-normal text-faint tabular-nums">{row.number}</span>
        <Unbroken text={row.title} />
      </span>
    ),
  }
  const forSupplier: Column<DocumentRow>[] = [
    {
      key: 'status',
      header: t('column.status'),
      isNarrow: true,
      isLabelHiddenOnCard: true,
      cell: (row) => row.status && <DocumentStatusBadge status={row.status} />,
    },
    { key: 'owner', header: t('column.owner'), cell: (row) => row.ownerName },
  ]
  const forCustomer: Column<DocumentRow>[] = [
    { key: 'supplier', header: t('column.supplier'), cell: (row) => row.supplierName },
  ]
  const rest: Column<DocumentRow>[] = [
    {
      key: 'products',
      header: t('column.products'),
      isHiddenOnCard: true,
      cell: ({ products }) => <Products numbers={products} />,
    },
    {
      key: 'kind',
      header: t('column.kind'),
      isHiddenOnCard: true,
      cell: (row) => t(`kind.${row.kind}`),
    },
    {
      key: 'language',
      header: t('column.language'),
      isHiddenOnCard: true,
      cell: (row) => languageNames[asLanguage(row.language)],
    },
    {
      key: 'at',
      header: t(side === 'supplier' ? 'column.changed' : 'column.released'),
      isNumeric: true,
      cell: (row) => <Time at={row.at} as={side === 'supplier' ? 'relative' : 'day'} />,
    },
  ]
  return (
    <Table
      caption={t('title')}
      columns={[title, ...(side === 'supplier' ? forSupplier : forCustomer), ...rest]}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.document(row.id)}
    />
  )
}

/** Part numbers hold together: their hyphens are no places to break a line. */
function Products({ numbers }: { numbers: string[] }) {
  const shown = numbers.slice(0, shownProducts)
  const more = numbers.length - shown.length
  return shown.map((number, index) => (
    <Fragment key={number}>
      <span className="whitespace-nowrap">
        {number}
        {index < shown.length - 1 && ','}
        {more > 0 && index === shown.length - 1 && <span className="text-faint"> +{more}</span>}
      </span>{' '}
    </Fragment>
  ))
}
