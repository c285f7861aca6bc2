import X from 'lucide-react/icons/x'
import { useTranslation } from 'react-i18next'
import { IconButton } from '#app/ui/icon-button.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { parameterFits, parameterLimits } from '../../parameters/parameter.ts'
import { columnNames, type RowText } from './rows.ts'

interface ParameterRowProps {
  row: RowText
  at: number
  errorOf: (name: string) => string | undefined
  onRemove: () => void
}

const values = ['min', 'typ', 'max']
const limits: Record<string, number> = {
  symbol: parameterLimits.symbol,
  name: parameterLimits.name,
  conditions: parameterLimits.conditions,
  unit: parameterLimits.unit,
}

export function ParameterRow({ row, at, errorOf, onRemove }: ParameterRowProps) {
  const { t } = useTranslation('parameters')
  const labelOf = (column: string) => t('cell', { column, row: at + 1 })
  return (
    <tr>
      {columnNames.map((name) => (
        <td key={name} data-column={name}>
          <Cell name={name} row={row} at={at} label={labelOf(t(`column.${name}`))} error={errorOf(name)} />
        </td>
      ))}
      <td data-column="fit">
        <Select
          name={`rows[${at}].fit`}
          aria-label={labelOf(t('column.fit'))}
          defaultValue={row.fit}
          options={parameterFits.map((value) => ({ value, label: t(`fit.${value}`) }))}
        />
      </td>
      <td data-column="isShared">
        <input
          type="checkbox"
          name={`rows[${at}].isShared`}
          aria-label={labelOf(t('column.isShared'))}
          defaultChecked={row.isShared}
        />
      </td>
      <td className="ui-with-scripts">
        <IconButton type="button" icon={X} label={t('removeRow', { row: at + 1 })} onClick={onRemove} />
      </td>
    </tr>
  )
}

interface CellProps {
  name: (typeof columnNames)[number]
  row: RowText
  at: number
  label: string
  error: string | undefined
}

function Cell({ name, row, at, label, error }: CellProps) {
  const id = `rows-${at}-${name}`
  return (
    <>
      <Input
        id={id}
        name={`rows[${at}].${name}`}
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-error` : undefined}
        defaultValue={row[name]}
        maxLength={limits[name]}
        isNumeric={values.includes(name)}
        autoComplete="off"
      />
      {error && (
        <p id={`${id}-error`} className="ui-error">
          {error}
        </p>
      )}
    </>
  )
}
