import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { CellRemark } from '../import.ts'
import type { ImportRow } from '../queries/rows.server.ts'
import { rowLooks } from './row-looks.ts'

/** Each row with what it comes to, and in which cell what is wrong. */
export function RowTable({ rows }: { rows: ImportRow[] }) {
  const { t } = useTranslation('imports')
  const columns: Column<ImportRow>[] = [
    { key: 'line', header: t('rows.line'), isNumeric: true, isNarrow: true, cell: ({ line }) => line },
    {
      key: 'title',
      header: t('rows.document'),
      isTitle: true,
      cell: ({ number, title }) => (
        <>
          {number && <span className="tabular-nums text-muted">{number} </span>}
          {title || t('rows.untitled')}
        </>
      ),
    },
    { key: 'outcome', header: t('rows.outcome'), cell: (row) => <Outcome row={row} /> },
    { key: 'reach', header: t('rows.reach'), cell: (row) => <Reach row={row} /> },
    { key: 'remarks', header: t('rows.remarks'), cell: (row) => <Remarks row={row} /> },
  ]
  return (
    <Table
      caption={t('rows.title')}
      columns={columns}
      rows={rows}
      rowKey={(row) => String(row.line)}
      rowHref={({ documentId }) => (documentId ? paths.document(documentId) : undefined)}
    />
  )
}

function Outcome({ row: { outcome, state, isDraft } }: { row: ImportRow }) {
  const { t } = useTranslation('imports')
  const isThrough = state !== 'planned' && state !== 'skipped'
  return (
    <>
      <StatusBadge
        label={t(isThrough ? `state.${state}` : `outcome.${outcome}`)}
        {...(isThrough ? rowLooks.state[state] : rowLooks.outcome[outcome])}
      />
      {isDraft !== null && !isThrough && (
        <span className="block text-xs text-muted">{t(isDraft ? 'rows.asDraft' : 'rows.asReleased')}</span>
      )}
    </>
  )
}

function Reach({ row: { reach } }: { row: ImportRow }) {
  const { t } = useTranslation(['imports', 'common'])
  if (!reach) return null
  const { isEverybody, accounts, functions } = reach
  const who = isEverybody ? t('everyAccount') : accounts.join(', ')
  if (!who) return <span className="text-muted">{t('rows.nobody')}</span>
  const named = functions.map((each) => t(`common:function.${each as 'engineering'}`))
  return (
    <>
      {who}
      <span className="block text-xs text-muted">{named.join(', ')}</span>
    </>
  )
}

function Remarks({ row: { problems, notes, reason, files } }: { row: ImportRow }) {
  const { t } = useTranslation('imports')
  const message = useMessage()
  return (
    <ul className="grid gap-1">
      {reason && <li className="text-danger">{message(reason)}</li>}
      {problems.map((each) => (
        <li key={`${each.column} ${each.message}`} className="text-danger">
          <Remark remark={each} />
        </li>
      ))}
      {notes.map((each) => (
        <li key={`${each.column} ${each.message}`} className="text-muted">
          <Remark remark={each} />
        </li>
      ))}
      {files > 0 && <li className="text-muted">{t('rows.files', { count: files })}</li>}
    </ul>
  )
}

function Remark({ remark: { column, message } }: { remark: CellRemark }) {
  const { t } = useTranslation('imports')
  const inWords = useMessage()
  return (
    <>
      {column && <b className="font-medium">{t(`column.${column}.name`)}: </b>}
      {inWords(message)}
    </>
  )
}
