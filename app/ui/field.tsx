import CircleAlert from 'lucide-react/icons/circle-alert'
import { type ReactNode, useId } from 'react'
import { cx } from './cx.ts'
import { FieldContext } from './field-context.ts'

export interface FieldProps {
  label: ReactNode
  /** What a form library knows of the field; `id`, `errors` and `required` are taken from it. */
  field?: { id?: string; errors?: string[]; required?: boolean }
  id?: string
  errors?: string[]
  hint?: ReactNode
  /** A quiet word beside the label, such as the one for "optional". */
  note?: ReactNode
  isLabelHidden?: boolean
  className?: string
  children: ReactNode
}

/** Label, hint, control, error. The control inside (Input, TextArea, Select) finds its id and description by itself. */
export function Field({ label, field, hint, note, isLabelHidden, className, children, ...own }: FieldProps) {
  const generatedId = useId()
  const id = own.id ?? field?.id ?? generatedId
  const errors = own.errors ?? field?.errors
  const hasErrors = errors !== undefined && errors.length > 0
  const describedBy = cx(Boolean(hint) && `${id}-hint`, hasErrors && `${id}-error`)
  return (
    <div className={cx('ui-field', className)}>
      <label htmlFor={id} className={isLabelHidden ? 'sr-only' : 'ui-label'}>
        {label}
        {note && <span className="ui-label-note">{note}</span>}
      </label>
      <FieldContext.Provider value={{ id, describedBy, isInvalid: hasErrors }}>
        {children}
      </FieldContext.Provider>
      {hint && (
        <p id={`${id}-hint`} className="ui-hint">
          {hint}
        </p>
      )}
      {hasErrors && <FieldError id={`${id}-error`} errors={errors} />}
    </div>
  )
}

export function FieldError({ id, errors }: { id?: string; errors: string[] }) {
  return (
    <p id={id} className="ui-error">
      <CircleAlert size={14} />
      <span>{errors.join(' ')}</span>
    </p>
  )
}
