import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import { Num } from '#app/ui/num.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { ParameterDifference, ParameterGroup } from '../../parameters/difference.ts'
import { type Parameter, valueNames } from '../../parameters/parameter.ts'
import { FitGroups } from '../parameters/fit-groups.tsx'
import { Quantity } from '../parameters/quantity.tsx'

/** What changed in the parameter table, by what it is about when a product is exchanged. */
export function ParameterDifferences({ groups }: { groups: ParameterGroup[] }) {
  return (
    <FitGroups groups={groups}>{(caption, lines) => <Lines caption={caption} lines={lines} />}</FitGroups>
  )
}

function Lines({ caption, lines }: { caption: string; lines: ParameterDifference[] }) {
  const { t } = useTranslation('parameters')
  const columns: Column<ParameterDifference>[] = [
    { key: 'symbol', header: t('column.symbol'), isTitle: true, cell: (line) => line.symbol },
    { key: 'name', header: t('column.name'), cell: ({ from, to }) => (to ?? from)?.name },
    {
      key: 'change',
      header: t('difference.change'),
      cell: ({ change }) => <Badge>{t(`difference.${change}`)}</Badge>,
    },
    { key: 'from', header: t('difference.from'), cell: ({ from }) => from && <Values row={from} /> },
    { key: 'to', header: t('difference.to'), cell: ({ to }) => to && <Values row={to} /> },
    {
      key: 'relative',
      header: t('difference.relative'),
      isNumeric: true,
      cell: ({ values }) =>
        values.map(({ name, relative }) =>
          relative === null ? null : (
            <div key={name}>
              <span className="text-muted">{t(`column.${name}`)}</span>{' '}
              <Num value={relative} isPercent hasSign digits={1} />
            </div>
          ),
        ),
    },
  ]
  return <Table caption={caption} columns={columns} rows={lines} rowKey={(line) => line.symbol} />
}

function Values({ row }: { row: Parameter }) {
  const { t } = useTranslation('parameters')
  return (
    <div className="grid gap-0.5">
      {valueNames.map((name) =>
        row[name] === null ? null : (
          <div key={name}>
            <span className="text-muted">{t(`column.${name}`)}</span>{' '}
            <Quantity value={row[name]} unit={row.unit} />
          </div>
        ),
      )}
      {row.conditions && <div className="text-sm text-muted">{row.conditions}</div>}
    </div>
  )
}
