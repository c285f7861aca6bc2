import { forwardRef, type InputHTMLAttributes, type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import { FieldError } from './field.tsx'

export interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  label: ReactNode
  hint?: ReactNode
  errors?: string[]
}

export const Checkbox = forwardRef<HTMLInputElement, CheckboxProps>(function Checkbox(props, ref) {
  const { label, hint, errors, className, ...rest } = props
  const generatedId = useId()
  const id = rest.id ?? generatedId
  const hasErrors = errors !== undefined && errors.length > 0
  return (
    <div className={cx('ui-check', className)}>
      <input
        {...rest}
        ref={ref}
        id={id}
        type="checkbox"
        aria-invalid={hasErrors || undefined}
        aria-describedby={cx(Boolean(hint) && `${id}-hint`, hasErrors && `${id}-error`)}
      />
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} className="ui-hint">
          {hint}
        </p>
      )}
      {hasErrors && <FieldError id={`${id}-error`} errors={errors} />}
    </div>
  )
})
