import { useTranslation } from 'react-i18next'
import { Duration } from '#app/ui/duration.tsx'
import { dateFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { LedgerPage, ShownLedger } from '../queries/ledger.server.ts'
import { LabelName } from './ledger-label.tsx'

type Entry = ShownLedger['entries'][number]

/** Every stretch of the run with its label, in the time of both sides. */
export function LedgerTable({ entries, sides }: { entries: Entry[]; sides: LedgerPage['sides'] }) {
  const { t } = useTranslation('clocks')
  const columns: Column<Entry>[] = [
    {
      key: 'label',
      header: t('column.label'),
      isTitle: true,
      cell: ({ label, name }) => <LabelName {...{ label, name }} />,
    },
    {
      key: 'supplier',
      header: sides.supplier.name,
      cell: (entry) => <Stretch entry={entry} timeZone={sides.supplier.timeZone} />,
    },
    {
      key: 'customer',
      header: sides.customer.name,
      cell: (entry) => <Stretch entry={entry} timeZone={sides.customer.timeZone} />,
    },
    {
      key: 'length',
      header: t('column.length'),
      isNumeric: true,
      cell: ({ from, to }) => <Duration milliseconds={to - from} />,
    },
    {
      key: 'counted',
      header: t('column.sum'),
      isNumeric: true,
      cell: ({ counted }) => <Duration milliseconds={counted} />,
    },
  ]
  return (
    <Table
      caption={t('ledger.entries')}
      columns={columns}
      rows={entries}
      rowKey={({ from }) => String(from)}
    />
  )
}

/** From and to in a zone; the day of the end only where it is another one. */
function Stretch({ entry: { from, to }, timeZone }: { entry: Entry; timeZone: string }) {
  const { locale } = useLocale()
  const full = dateFormat(locale, {
    ...{ weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' },
    timeZone,
  })
  return (
    <span className="tabular-nums" suppressHydrationWarning>
      {full.formatRange(from, to)}
    </span>
  )
}
