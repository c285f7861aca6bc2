import { type ReactNode, useId } from 'react'
import type { ChoiceGroupProps } from './choice.ts'
import { cx } from './cx.ts'
import { FieldError } from './field.tsx'

/** The frame that checkbox groups, radio groups and segments share: a field set with legend, hint and error. */
export function ChoiceGroup(props: Omit<ChoiceGroupProps, 'choices' | 'name'> & { children: ReactNode }) {
  const generatedId = useId()
  const id = props.id ?? generatedId
  const hasErrors = props.errors !== undefined && props.errors.length > 0
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className="ui-field"
      aria-invalid={hasErrors || undefined}
      aria-describedby={cx(Boolean(props.hint) && `${id}-hint`, hasErrors && `${id}-error`)}
    >
      <legend className={props.isLabelHidden ? 'sr-only' : 'ui-label mb-1'}>
        {props.label}
        {props.note && <span className="ui-label-note">{props.note}</span>}
      </legend>
      {props.children}
      {props.hint && (
        <p id={`${id}-hint`} className="ui-hint">
          {props.hint}
        </p>
      )}
      {hasErrors && <FieldError id={`${id}-error`} errors={props.errors ?? []} />}
    </fieldset>
  )
}
