import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { requestStates } from '../../acknowledgements/engine/states.ts'
import { LastDay, RequestStateBadge } from '../../acknowledgements/ui/request-state.tsx'
import type { NoticeRow } from '../queries/list.server.ts'

/** Every notice in force, and how many accounts are in which state. */
export function NoticeTable({ rows }: { rows: NoticeRow[] }) {
  const { t } = useTranslation(['changeNotices', 'documents'])
  const columns: Column<NoticeRow>[] = [
    {
      key: 'title',
      header: t('documents:column.title'),
      isTitle: true,
      cell: (row) => (
        <span lang={row.language}>
          <span className="me-2 font-normal text-faint tabular-nums">{row.number}</span>
          {row.title}
        </span>
      ),
    },
    { key: 'type', header: t('field.type'), cell: (row) => row.type?.toUpperCase() },
    {
      key: 'states',
      header: t('list.states'),
      cell: ({ states }) => (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {requestStates.flatMap((state) => {
            const count = states.filter((each) => each === state).length
            return count === 0
              ? []
              : [
                  <li key={state}>
                    <RequestStateBadge state={state} /> <span className="tabular-nums">{count}</span>
                  </li>,
                ]
          })}
        </ul>
      ),
    },
    {
      key: 'due',
      header: t('list.next'),
      cell: (row) => <LastDay lastDay={row.lastDay} daysLeft={row.daysLeft} />,
    },
    {
      key: 'released',
      header: t('documents:column.released'),
      isNumeric: true,
      cell: (row) => row.releasedAt && <Time at={row.releasedAt} as="day" />,
    },
  ]
  return (
    <Table
      caption={t('list.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.documentAcknowledgement(row.id, row.version)}
    />
  )
}
