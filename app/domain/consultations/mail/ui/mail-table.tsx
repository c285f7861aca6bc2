import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { ReceivedMailRow } from '../queries/received.server.ts'
import { MailReason, MailStatus } from './mail-status.tsx'

type Row = Omit<ReceivedMailRow, 'receivedAt'> & { receivedAt: Date | string }

export function MailTable({ rows }: { rows: Row[] }) {
  const { t } = useTranslation('mailIn')
  const columns: Column<Row>[] = [
    {
      key: 'subject',
      header: t('column.subject'),
      isTitle: true,
      cell: (row) => row.subject || t('noSubject'),
    },
    {
      key: 'status',
      header: t('column.status'),
      isLabelHiddenOnCard: true,
      isNarrow: true,
      cell: (row) => <MailStatus status={row.status} />,
    },
    {
      key: 'reason',
      header: t('column.reason'),
      isLabelHiddenOnCard: true,
      cell: (row) => <MailReason reason={row.reason} />,
    },
    { key: 'from', header: t('column.from'), cell: (row) => row.fromAddress },
    {
      key: 'about',
      header: t('column.about'),
      isLabelHiddenOnCard: true,
      cell: ({ about }) =>
        about && (
          <TextLink className="whitespace-nowrap" to={paths.consultation(about.id)}>
            {about.number}
          </TextLink>
        ),
    },
    {
      key: 'received',
      header: t('column.received'),
      isNumeric: true,
      isLabelHiddenOnCard: true,
      cell: (row) => <Time at={row.receivedAt} />,
    },
  ]
  return (
    <Table
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.receivedMail(row.id)}
    />
  )
}
