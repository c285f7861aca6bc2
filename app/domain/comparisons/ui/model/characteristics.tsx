import Check from 'lucide-react/icons/check'
import { useTranslation } from 'react-i18next'
import { Num } from '#app/ui/num.tsx'
import { type Column, Table } from '#app/ui/table.tsx'
import type { CharacteristicKind, Direction } from '../../comparison.ts'
import type { ShownCharacteristic } from '../../model/shown.ts'
import { type SidesGroup, SidesTable } from '../values/sides-table.tsx'
import type { ModelProps } from './line-inputs.tsx'

interface CharacteristicsTableProps {
  characteristics: ShownCharacteristic[]
  options: { id: string; name: string; isBaseline: boolean }[]
}

/** What the end product is like with each option, side by side; the better value has a mark and a word. */
export function CharacteristicsTable({ characteristics, options }: CharacteristicsTableProps) {
  const { t } = useTranslation('comparisonModel')
  const columns: Column<ShownCharacteristic>[] = [
    {
      key: 'label',
      header: t('characteristics.one'),
      isTitle: true,
      cell: (characteristic) => <Named characteristic={characteristic} />,
    },
    ...options.map(
      ({ id, name }): Column<ShownCharacteristic> => ({
        key: id,
        header: name,
        isNumeric: true,
        cell: ({ values, unit, best }) => {
          const value = values[id]
          if (value == null) return '–'
          if (!best.includes(id)) return <Num value={value} digits={9} unit={unit} />
          return (
            <span className="inline-grid justify-items-end gap-0.5">
              <b className="font-semibold">
                <Num value={value} digits={9} unit={unit} />
              </b>
              <span className="inline-flex items-center gap-1 text-xs text-positive">
                <Check size={14} aria-hidden="true" />
                {t('characteristics.better')}
              </span>
            </span>
          )
        },
      }),
    ),
  ]
  return (
    <Table
      caption={t('characteristics.title')}
      columns={columns}
      rows={characteristics}
      rowKey={({ id }) => id}
      isWide
    />
  )
}

function Named({ characteristic }: { characteristic: ShownCharacteristic }) {
  const { t } = useTranslation('comparisonModel')
  const { kind, label, name, direction, method, conditions } = characteristic
  const facts = [
    t(`characteristics.kind.${kind as CharacteristicKind}`),
    t(`characteristics.direction.${direction as Direction}`),
    method,
    conditions,
  ].filter((fact) => fact !== '')
  return (
    <span className="grid min-w-40 gap-0.5" id={name && `name-${name}`}>
      <span>
        {label} {name && <span className="font-mono text-xs text-faint">{name}</span>}
      </span>
      <span className="text-xs whitespace-normal text-muted">{facts.join(' · ')}</span>
    </span>
  )
}

/** The same with both sides' values, where they are changed. */
export function CharacteristicSides({
  characteristics,
  options,
  assumptions,
  currency: _,
  ...props
}: ModelProps & { characteristics: ShownCharacteristic[] }) {
  const { t } = useTranslation('comparisonModel')
  const groups = characteristics.map(
    ({ id, label, unit }): SidesGroup => ({
      key: id,
      title: label,
      detail: unit,
      rows: options.flatMap((option) => {
        const assumption = assumptions.find((each) => each.quantityId === id && each.optionId === option.id)
        return assumption ? [{ label: option.name, unit, name: `${label}, ${option.name}`, assumption }] : []
      }),
    }),
  )
  return (
    <details>
      <summary className="cursor-pointer text-muted">{t('characteristics.sides')}</summary>
      <div className="mt-2">
        <SidesTable caption={t('characteristics.sides')} groups={groups} {...props} />
      </div>
    </details>
  )
}
