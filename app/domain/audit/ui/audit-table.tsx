import { useTranslation } from 'react-i18next'
import { deviceOf } from '#app/domain/auth/device.ts'
import { subjectHref } from '#app/domain/notifications/subject.ts'
import { EventSentence } from '#app/domain/notifications/ui/event-sentence.tsx'
import { paths } from '#app/paths.ts'
import { type Column, Table } from '#app/ui/table.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { Time } from '#app/ui/time.tsx'
import type { AuditFilters } from '../filters.ts'
import type { AuditEntry } from '../queries.server.ts'

interface AuditTableProps {
  entries: AuditEntry[]
  filters: AuditFilters
}

/** Who, what, when, from where: one line for each event. */
export function AuditTable({ entries, filters }: AuditTableProps) {
  const { t } = useTranslation('audit')
  const { after: _, ...kept } = filters
  const columns: Column<AuditEntry>[] = [
    {
      key: 'what',
      header: t('column.what'),
      cell: (entry) => <EventSentence event={entry} />,
      isTitle: true,
    },
    {
      key: 'at',
      header: t('column.at'),
      cell: (entry) => <Time at={entry.occurredAt} as="full" />,
      isNarrow: true,
    },
    { key: 'who', header: t('column.who'), cell: (entry) => <Who entry={entry} kept={kept} /> },
    { key: 'where', header: t('column.where'), cell: (entry) => <Where entry={entry} /> },
    {
      key: 'record',
      header: t('column.record'),
      cell: (entry) => (
        <TextLink to={paths.audit({ ...kept, subject: entry.subjectId })}>{t('history')}</TextLink>
      ),
      isNarrow: true,
    },
  ]
  return (
    <Table
      caption={t('title')}
      columns={columns}
      rows={entries}
      rowKey={(entry) => entry.id}
      rowHref={(entry) => subjectHref(entry) ?? undefined}
    />
  )
}

function Who({ entry, kept }: { entry: AuditEntry; kept: AuditFilters }) {
  const { t } = useTranslation('audit')
  if (!entry.actorId) return entry.actorName || t('system')
  return (
    <>
      <TextLink to={paths.audit({ ...kept, person: entry.actorId })}>{entry.actorName}</TextLink>
      {entry.actorOrganization && <span className="block text-xs text-muted">{entry.actorOrganization}</span>}
    </>
  )
}

function Where({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation(['audit', 'common'])
  const { browser, system } = deviceOf(entry.userAgent)
  const device = [browser, system].filter(Boolean).join(', ')
  if (!entry.ipAddress && !device)
    return <span className="text-muted">{t(entry.isOwn ? 'common:none' : 'notShown')}</span>
  return (
    <span title={entry.requestId && t('request', { id: entry.requestId })}>
      {entry.ipAddress}
      {device && <span className="block text-xs text-muted">{device}</span>}
    </span>
  )
}
