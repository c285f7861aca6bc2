import { useTranslation } from 'react-i18next'
import { asLanguage, languageNames } from '#app/i18n/languages.ts'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { type Covering, coveringLooks } from '../handover.ts'

interface Row {
  vdiClass: keyof typeof import('#app/i18n/en/documents.json')['vdiClass']
  isRequired: boolean
  cells: { language: string; covering: Covering }[]
  documents: unknown[]
}

/** Which class is there in which language: needed classes first by their number, others behind them in the same order. */
export function CompletenessTable({ rows, languages }: { rows: Row[]; languages: string[] }) {
  const { t } = useTranslation(['handover', 'documents'])
  const columns: Column<Row>[] = [
    {
      key: 'class',
      header: t('completeness.class'),
      isTitle: true,
      cell: ({ vdiClass }) => (
        <>
          <span className="tabular-nums text-muted">{vdiClass}</span> {t(`documents:vdiClass.${vdiClass}`)}
        </>
      ),
    },
    ...languages.map(
      (language): Column<Row> => ({
        key: language,
        header: languageNames[asLanguage(language)],
        cell: ({ cells }) => <Cell covering={cells.find((each) => each.language === language)?.covering} />,
      }),
    ),
    {
      key: 'documents',
      header: t('completeness.documents'),
      isNumeric: true,
      isNarrow: true,
      cell: ({ documents }) => documents.length,
    },
  ]
  return (
    <Table caption={t('completeness.title')} columns={columns} rows={rows} rowKey={(row) => row.vdiClass} />
  )
}

function Cell({ covering }: { covering: Covering | undefined }) {
  const { t } = useTranslation('handover')
  if (!covering) return <span className="text-faint">{t('completeness.notNeeded')}</span>
  return <StatusBadge label={t(`covering.${covering}`)} {...coveringLooks[covering]} />
}
