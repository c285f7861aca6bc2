import { forwardRef, type InputHTMLAttributes, type ReactNode } from 'react'
import { cx } from './cx.ts'
import { useControl } from './field-context.ts'

export interface InputProps extends InputHTMLAttributes<HTMLInputElement> {
  /** Shown inside at the start: an icon of 16 px. */
  icon?: ReactNode
  /** Shown inside at the end: a unit or a currency. */
  unit?: string
  /** A number: aligned at the end, with the decimal keyboard of a phone. */
  isNumeric?: boolean
}

export const Input = forwardRef<HTMLInputElement, InputProps>(function Input(props, ref) {
  const { icon, unit, isNumeric, className, ...rest } = props
  const input = (
    <input
      inputMode={isNumeric ? 'decimal' : undefined}
      {...rest}
      {...useControl(rest)}
      ref={ref}
      data-numeric={isNumeric ? '' : undefined}
      className={cx('ui-control', className)}
    />
  )
  if (!icon && !unit) return input
  return (
    <span className="ui-affix">
      {icon}
      {input}
      {unit && (
        <span data-affix={unit.length > 2 ? 'wide' : 'short'} data-end="">
          {unit}
        </span>
      )}
    </span>
  )
})
