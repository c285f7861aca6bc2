import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { Day, Time } from '#app/ui/time.tsx'
import type { ShownCalendar } from '../../queries/calendars.server.ts'
import type { ShownChange } from '../../queries/changes.server.ts'

type Version = ShownCalendar['versions'][number]

/** What was decided when, the newest first. */
export function CalendarVersions({ versions, heldId }: { versions: Version[]; heldId: string | null }) {
  const { t } = useTranslation('clocks')
  const columns: Column<Version>[] = [
    {
      key: 'on',
      header: t('effect.on'),
      isTitle: true,
      cell: (row) => (
        <>
          <Day on={row.effectiveOn} />
          {row.id === heldId && <span className="text-muted"> · {t('calendar.holdsNow')}</span>}
        </>
      ),
    },
    { key: 'open', header: t('effect.open'), cell: (row) => t(row.movesOpen ? 'effect.yes' : 'effect.no') },
    {
      key: 'days',
      header: t('calendar.days'),
      isNumeric: true,
      cell: (row) => Object.keys(row.days).length,
    },
    {
      key: 'decided',
      header: t('column.decided'),
      cell: (row) => (
        <>
          {row.decidedBy}, <Time at={row.decidedAt} as="day" />
        </>
      ),
    },
  ]
  return <Table caption={t('calendar.versions')} columns={columns} rows={versions} rowKey={(row) => row.id} />
}

/** What changes of hours or promises moved. */
export function ChangeTable({ changes }: { changes: ShownChange[] }) {
  const { t } = useTranslation(['clocks', 'common'])
  const nameOf = (cause: ShownChange['cause']) => {
    if (!cause) return t('change.unknown')
    if ('calendar' in cause) return cause.calendar
    const fn = cause.function ? t(`common:function.${cause.function}`) : t('level.everyFunction')
    return `${cause.customer ?? t('level.everybody')} · ${fn}`
  }
  const columns: Column<ShownChange>[] = [
    { key: 'cause', header: t('change.cause'), isTitle: true, cell: (row) => nameOf(row.cause) },
    { key: 'at', header: t('change.at'), cell: (row) => <Time at={row.startedAt} as="full" /> },
    {
      key: 'consultations',
      header: t('change.consultations'),
      isNumeric: true,
      cell: (row) => (row.finishedAt ? row.consultations : t('change.running')),
    },
    { key: 'moved', header: t('change.moved'), isNumeric: true, cell: (row) => row.moved },
  ]
  return (
    <Table
      caption={t('change.title')}
      columns={columns}
      rows={changes}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.clockChange(row.id)}
    />
  )
}
