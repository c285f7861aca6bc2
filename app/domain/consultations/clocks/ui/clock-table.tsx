import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Duration } from '#app/ui/duration.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'
import type { LedgerPage } from '../queries/ledger.server.ts'
import { ClockStateBadge } from './clock-state.tsx'

type Row = LedgerPage['clocks'][number]

/** The clocks of a consultation; each leads to its ledger. */
export function ClockTable({ id, clocks, shown }: { id: string; clocks: Row[]; shown?: string }) {
  const { t } = useTranslation(['clocks', 'consultations'])
  const columns: Column<Row>[] = [
    {
      key: 'kind',
      header: t('column.clock'),
      isTitle: true,
      cell: (row) => (
        <span
          aria-current={row.name === shown ? 'true' : undefined}
          className={row.name === shown ? 'font-semibold' : ''}
        >
          {t(`consultations:clock.${row.kind}`)}
          {row.cycle > 1 && <span className="text-faint"> {row.cycle}</span>}
        </span>
      ),
    },
    {
      key: 'state',
      header: t('column.state'),
      isNarrow: true,
      cell: (row) => <ClockStateBadge state={row.state} />,
    },
    {
      key: 'target',
      header: t('column.target'),
      isNumeric: true,
      cell: (row) => <Duration milliseconds={row.target} />,
    },
    {
      key: 'counted',
      header: t('column.counted'),
      isNumeric: true,
      cell: (row) => <Duration milliseconds={row.counted} />,
    },
    {
      key: 'due',
      header: t('column.due'),
      cell: (row) =>
        row.dueAt === null ? (
          <span className="text-muted">{t('noDue')}</span>
        ) : (
          <Time at={row.dueAt} as="full" />
        ),
    },
    {
      key: 'stopped',
      header: t('column.stopped'),
      cell: (row) => (row.stoppedAt === null ? null : <Time at={row.stoppedAt} as="full" />),
    },
  ]
  return (
    <Table
      caption={t('ledger.clocks')}
      columns={columns}
      rows={clocks}
      rowKey={(row) => row.name}
      rowHref={(row) => paths.consultationClocks(id, row.name)}
    />
  )
}
