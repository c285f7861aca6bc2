import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Person } from '#app/ui/person.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ListedBatch } from '../batches/queries.server.ts'

type Listed = Omit<ListedBatch, 'createdAt' | 'undoneAt'> & {
  createdAt: Date | string
  undoneAt: Date | string | null
}

/** Who did what to how many, and whether it was taken back. */
export function BatchList({ batches }: { batches: Listed[] }) {
  const { t } = useTranslation(['work', 'common'])
  const columns: Column<Listed>[] = [
    {
      key: 'act',
      header: t('batch.act'),
      isTitle: true,
      cell: ({ act, given }) => (given ? `${t(`act.${act}`)}: ${given}` : t(`act.${act}`)),
    },
    { key: 'count', header: t('batch.count'), isNumeric: true, cell: ({ count }) => count },
    {
      key: 'by',
      header: t('batch.by'),
      cell: ({ member }) => <Person name={member.name} side={member.side} />,
    },
    { key: 'at', header: t('batch.at'), isNumeric: true, cell: ({ createdAt }) => <Time at={createdAt} /> },
    {
      key: 'undo',
      header: '',
      isLabelHiddenOnCard: true,
      cell: ({ id, undoneAt, canUndo }) =>
        undoneAt ? (
          <span className="text-muted">{t('batch.undone')}</span>
        ) : (
          canUndo && (
            <Form method="post" action={paths.consultationBatch(`/${id}/undo`)}>
              <Button size="small">{t('common:action.undo')}</Button>
            </Form>
          )
        ),
    },
  ]
  return (
    <Table
      caption={t('batch.all')}
      columns={columns}
      rows={batches}
      rowKey={({ id }) => id}
      rowHref={({ id }) => paths.consultationBatch(`/${id}`)}
    />
  )
}
