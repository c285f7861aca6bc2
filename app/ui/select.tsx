import ChevronDown from 'lucide-react/icons/chevron-down'
import { forwardRef, type SelectHTMLAttributes } from 'react'
import { cx } from './cx.ts'
import { useControl } from './field-context.ts'

export interface SelectOption {
  value: string
  label: string
  isDisabled?: boolean
  /** Options with the same group stand together under its name. */
  group?: string
}

export interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  options: SelectOption[]
  /** The first, empty choice. */
  emptyLabel?: string
}

function optionsOf(options: SelectOption[]) {
  return options.map((option) => (
    <option key={option.value} value={option.value} disabled={option.isDisabled}>
      {option.label}
    </option>
  ))
}

export const Select = forwardRef<HTMLSelectElement, SelectProps>(function Select(props, ref) {
  const { options, emptyLabel, className, ...rest } = props
  const groups = [...new Set(options.map((option) => option.group))]
  return (
    <span className="ui-select">
      <select {...rest} {...useControl(rest)} ref={ref} className={cx('ui-control', className)}>
        {emptyLabel !== undefined && <option value="">{emptyLabel}</option>}
        {groups.map((group) => {
          const members = optionsOf(options.filter((option) => option.group === group))
          return group === undefined ? (
            members
          ) : (
            <optgroup key={group} label={group}>
              {members}
            </optgroup>
          )
        })}
      </select>
      <ChevronDown size={16} />
    </span>
  )
})
