import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Person } from '#app/ui/person.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import { DueTime } from '../clocks/ui/due-time.tsx'
import { UrgencyBadge } from '../clocks/ui/urgency-badge.tsx'
import type { ConsultationRow } from '../queries/rows.server.ts'
import { OwnDay } from '../work/ui/own-day.tsx'
import { TagLabel } from '../work/ui/tag-label.tsx'
import { ConsultationStatusBadge } from './consultation-status.tsx'

/** The subject, and below it what it belongs to; a filled dot and heavier type for what is unread. */
function Subject({ row }: { row: ConsultationRow }) {
  const { t } = useTranslation(['consultations', 'common'])
  return (
    <span className="grid gap-0.5">
      <span className={row.isUnread ? 'font-semibold' : undefined}>
        {row.isUnread && (
          <span
            className="me-2 inline-block size-2 rounded-full bg-ink align-middle"
            role="img"
            aria-label={t('unread')}
          />
        )}
        {row.subject}
        {row.urgency !== 'question' && (
          <span className="ms-2 font-normal">
            <UrgencyBadge urgency={row.urgency} />
          </span>
        )}
      </span>
      <span className="text-xs font-normal text-muted tabular-nums">
        {row.number} · {row.accountName} · {t(`common:function.${row.function}`)}
      </span>
      {row.tags.length > 0 && (
        <span className="flex flex-wrap gap-1 font-normal">
          {row.tags.map((tag) => (
            <TagLabel key={tag.id} tag={tag} />
          ))}
        </span>
      )}
    </span>
  )
}

export function ConsultationTable({ rows }: { rows: ConsultationRow[] }) {
  const { t } = useTranslation(['consultations', 'common'])
  const columns: Column<ConsultationRow>[] = [
    { key: 'subject', header: t('column.subject'), isTitle: true, cell: (row) => <Subject row={row} /> },
    {
      key: 'status',
      header: t('column.status'),
      isLabelHiddenOnCard: true,
      isNarrow: true,
      cell: (row) => <ConsultationStatusBadge status={row.status} />,
    },
    {
      key: 'askedBy',
      header: t('column.askedBy'),
      cell: ({ askedBy }) => <Person name={askedBy.name} side={askedBy.side} />,
    },
    {
      key: 'assignee',
      header: t('column.assignee'),
      cell: ({ assignee }) =>
        assignee ? (
          <Person name={assignee.name} side={assignee.side} />
        ) : (
          <span className="text-faint">{t('nobody')}</span>
        ),
    },
    {
      key: 'due',
      header: t('column.due'),
      isLabelHiddenOnCard: true,
      cell: ({ due, dueOn, isDayMissed }) =>
        (due || dueOn) && (
          <span className="grid gap-0.5 text-sm">
            {due && <DueTime due={due} />}
            {dueOn && <OwnDay dueOn={dueOn} isMissed={isDayMissed} />}
          </span>
        ),
    },
    {
      key: 'activity',
      header: t('column.activity'),
      isNumeric: true,
      isLabelHiddenOnCard: true,
      cell: (row) => <Time at={row.lastActivityAt} />,
    },
  ]
  return (
    <Table
      caption={t('title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.consultation(row.id)}
      selection={{
        name: 'ids',
        allLabel: t('select.all'),
        rowLabel: ({ number, subject }) => t('select.row', { number, subject }),
      }}
    />
  )
}
