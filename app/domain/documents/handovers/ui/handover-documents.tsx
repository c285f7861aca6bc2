import { useTranslation } from 'react-i18next'
import { asLanguage, languageNames } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Day } from '#app/ui/time.tsx'
import type { ClassRow } from '../engine/completeness.ts'
import { holdingLooks } from '../handover.ts'
import type { HandoverDocument } from '../queries/documents.server.ts'

type Row = HandoverDocument

/** What is there, by class: each with the state it is handed over in. */
export function HandoverDocuments({ rows }: { rows: Pick<ClassRow<Row>, 'documents'>[] }) {
  const { t } = useTranslation(['handover', 'documents'])
  const documents = rows.flatMap((row) => row.documents)
  if (documents.length === 0) return <EmptyState title={t('documents.none')} text={t('documents.noneText')} />
  const columns: Column<Row>[] = [
    {
      key: 'title',
      header: t('documents.document'),
      isTitle: true,
      cell: ({ number, version }) => (
        <>
          <span className="tabular-nums text-muted">{number}</span> {version.title}
        </>
      ),
    },
    { key: 'class', header: t('completeness.class'), isNarrow: true, cell: ({ vdiClass }) => vdiClass },
    {
      key: 'version',
      header: t('documents.version'),
      isNumeric: true,
      isNarrow: true,
      cell: ({ version }) => version.version,
    },
    {
      key: 'language',
      header: t('documents.language'),
      cell: ({ language }) => languageNames[asLanguage(language)],
    },
    { key: 'state', header: t('documents.state'), cell: (row) => <State row={row} /> },
  ]
  return (
    <Table
      caption={t('documents.title')}
      columns={columns}
      rows={documents}
      rowKey={(row) => row.id}
      rowHref={(row) => paths.document(row.id)}
    />
  )
}

function State({ row: { holding, version } }: { row: Row }) {
  const { t } = useTranslation('handover')
  const on = holding === 'ahead' ? version.effectiveOn : version.expiresOn
  return (
    <>
      <StatusBadge label={t(`holding.${holding}`)} {...holdingLooks[holding]} />
      {on && (
        <span className="block text-xs text-muted">
          {t(holding === 'ahead' ? 'documents.from' : 'documents.until')} <Day on={on} />
        </span>
      )}
    </>
  )
}
