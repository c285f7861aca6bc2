import { useTranslation } from 'react-i18next'
import { Person } from '#app/ui/person.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { TakenPackage } from '../queries/packages.server.ts'

type Row = Omit<TakenPackage, 'takenAt'> & { takenAt: Date | string }

/** Who has which state of the documentation, and how much of it is no longer in force. */
export function TakenTable({ packages }: { packages: Row[] }) {
  const { t } = useTranslation('handover')
  if (packages.length === 0) return <p className="text-muted">{t('taken.none')}</p>
  const columns: Column<Row>[] = [
    {
      key: 'at',
      header: t('taken.at'),
      isTitle: true,
      cell: ({ takenAt }) => <Time at={takenAt} as="full" />,
    },
    {
      key: 'by',
      header: t('taken.by'),
      cell: ({ by, organization, side }) => <Person name={by} detail={organization} side={side} />,
    },
    { key: 'of', header: t('taken.of'), cell: ({ variant }) => variant ?? t('variant.all') },
    { key: 'documents', header: t('taken.documents'), isNumeric: true, cell: ({ documents }) => documents },
    {
      key: 'outdated',
      header: t('taken.outdated'),
      isNumeric: true,
      cell: ({ outdated }) => <span className={outdated > 0 ? 'text-danger' : 'text-muted'}>{outdated}</span>,
    },
  ]
  return <Table caption={t('taken.title')} columns={columns} rows={packages} rowKey={(row) => row.id} />
}
