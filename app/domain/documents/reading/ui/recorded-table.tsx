import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Duration } from '#app/ui/duration.tsx'
import { Num } from '#app/ui/num.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { RecordedRow } from '../queries/recorded.server.ts'
import { FilesSeen } from './files-seen.tsx'

/** What is recorded about the person who looks at it, version by version. */
export function RecordedTable({ rows }: { rows: RecordedRow[] }) {
  const { t } = useTranslation(['reading', 'documents'])
  const columns: Column<RecordedRow>[] = [
    {
      key: 'document',
      header: t('column.document'),
      isTitle: true,
      cell: (row) =>
        row.number === '' ? (
          <span className="text-faint">{t('recorded.lost')}</span>
        ) : (
          <span lang={row.language}>
            <span className="me-2 font-normal text-faint tabular-nums">{row.number}</span>
            {row.title}
          </span>
        ),
    },
    {
      key: 'version',
      header: t('column.version'),
      isNumeric: true,
      cell: (row) => row.version > 0 && <Num value={row.version} digits={0} />,
    },
    { key: 'supplier', header: t('column.supplier'), cell: (row) => row.supplierName },
    {
      key: 'first',
      header: t('documents:evidence.first'),
      cell: (row) => <Time at={row.firstOpenedAt} as="full" />,
    },
    {
      key: 'last',
      header: t('documents:evidence.last'),
      cell: (row) => <Time at={row.lastOpenedAt} as="full" />,
    },
    {
      key: 'opened',
      header: t('documents:evidence.opened'),
      isNumeric: true,
      cell: (row) => <Num value={row.openCount} digits={0} />,
    },
    {
      key: 'inView',
      header: t('documents:evidence.inView'),
      isNumeric: true,
      cell: (row) => <Duration milliseconds={row.viewMilliseconds} />,
    },
    { key: 'files', header: t('column.files'), cell: (row) => <FilesSeen files={row.files} /> },
    {
      key: 'downloads',
      header: t('documents:evidence.downloads'),
      isNumeric: true,
      cell: (row) => <Num value={row.downloadCount} digits={0} />,
    },
  ]
  return (
    <Table
      caption={t('recorded.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => (row.number === '' ? undefined : paths.document(row.documentId, row.version))}
    />
  )
}
