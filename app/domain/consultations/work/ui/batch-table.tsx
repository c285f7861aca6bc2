import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { BatchView } from '../batches/queries.server.ts'

type Entry = Omit<BatchView['entries'][number], 'undoneAt'> & { undoneAt: Date | string | null }

/** What became of each: done, refused and why, taken back, or not taken back and why. */
export function BatchTable({ entries }: { entries: Entry[] }) {
  const { t } = useTranslation('work')
  const message = useMessage()
  const columns: Column<Entry>[] = [
    {
      key: 'subject',
      header: t('batch.consultation'),
      isTitle: true,
      cell: ({ number, subject }) => (
        <>
          <span className="me-2 text-muted tabular-nums">{number}</span>
          {subject}
        </>
      ),
    },
    {
      key: 'outcome',
      header: t('batch.outcome'),
      isLabelHiddenOnCard: true,
      cell: ({ refusal, undoneAt, undoRefusal }) => (
        <span className="grid gap-0.5">
          {refusal ? (
            <StatusBadge shape="cross" tone="danger" label={t('batch.refused')} />
          ) : undoneAt ? (
            <StatusBadge shape="dashed" label={t('batch.undone')} />
          ) : (
            <StatusBadge shape="check" tone="positive" label={t('batch.done')} />
          )}
          {refusal && <span className="text-sm text-muted">{message(refusal)}</span>}
          {undoRefusal && (
            <span className="text-sm text-danger">
              {t('batch.notUndone')} {message(undoRefusal)}
            </span>
          )}
        </span>
      ),
    },
  ]
  return (
    <Table
      caption={t('batch.outcome')}
      columns={columns}
      rows={entries}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.consultation(id)}
    />
  )
}
