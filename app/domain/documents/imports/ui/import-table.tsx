import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ImportStatus } from '../import.ts'
import { ImportState } from './import-state.tsx'

interface Row {
  id: string
  name: string
  status: ImportStatus
  isReleased: boolean
  createdBy: string
  createdAt: Date | string
}

/** What was sent, by whom, and how far it is. */
export function ImportTable({ imports }: { imports: Row[] }) {
  const { t } = useTranslation('imports')
  if (imports.length === 0) return <p className="text-muted">{t('list.none')}</p>
  const columns: Column<Row>[] = [
    { key: 'name', header: t('list.name'), isTitle: true, cell: ({ name }) => name },
    { key: 'state', header: t('list.state'), cell: ({ status }) => <ImportState status={status} /> },
    {
      key: 'mode',
      header: t('list.as'),
      cell: ({ isReleased }) => t(isReleased ? 'form.released' : 'form.drafts'),
    },
    { key: 'by', header: t('list.by'), cell: ({ createdBy }) => createdBy },
    { key: 'at', header: t('list.at'), isNarrow: true, cell: ({ createdAt }) => <Time at={createdAt} /> },
  ]
  return (
    <Table
      caption={t('list.title')}
      columns={columns}
      rows={imports}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.documentImport(row.id)}
    />
  )
}
