import { useTranslation } from 'react-i18next'
import { FileSize } from '#app/domain/files/ui/file-size.tsx'
import { Badge } from '#app/ui/badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { FileDifference } from '../../differences/files.ts'

/** So many digits of a hash tell two files apart at a glance; the whole stands in the title. */
const shownDigits = 12

export function FileDifferences({ files }: { files: FileDifference[] }) {
  const { t } = useTranslation('parameters')
  const side = (key: 'from' | 'to'): Column<FileDifference> => ({
    key,
    header: t(`difference.${key}`),
    cell: (line) => {
      const file = line[key]
      if (!file) return <span className="text-faint">–</span>
      return (
        <div>
          {file.name} <FileSize bytes={file.size} />
          <div className="font-mono text-sm text-muted" title={file.sha256}>
            {file.sha256.slice(0, shownDigits)}
          </div>
        </div>
      )
    },
  })
  const columns: Column<FileDifference>[] = [
    {
      key: 'name',
      header: t('difference.file'),
      isTitle: true,
      cell: ({ from, to }) => (to ?? from)?.name,
    },
    {
      key: 'change',
      header: t('difference.change'),
      cell: ({ change }) => <Badge>{t(`difference.${change}`)}</Badge>,
    },
    side('from'),
    side('to'),
  ]
  return (
    <Table
      caption={t('difference.files')}
      columns={columns}
      rows={files}
      rowKey={({ from, to }) => `${from?.name ?? ''}/${to?.name ?? ''}`}
    />
  )
}
