import { useId } from 'react'
import type { ChoiceGroupProps } from './choice.ts'
import { ChoiceGroup } from './choice-group.tsx'

interface RadioGroupProps extends ChoiceGroupProps {
  defaultValue?: string
  isRequired?: boolean
  onChange?: (value: string) => void
}

/** One of several, with room for a hint at each. */
export function RadioGroup({ choices, name, defaultValue, isRequired, onChange, ...group }: RadioGroupProps) {
  const id = useId()
  return (
    <ChoiceGroup {...group}>
      <div className="ui-checks">
        {choices.map(({ value, label, hint, isDisabled }) => (
          <div key={value} className="ui-check">
            <input
              type="radio"
              id={`${id}-${value}`}
              name={name}
              value={value}
              required={isRequired}
              disabled={isDisabled}
              defaultChecked={value === defaultValue}
              aria-describedby={hint ? `${id}-${value}-hint` : undefined}
              onChange={() => onChange?.(value)}
            />
            <label htmlFor={`${id}-${value}`}>{label}</label>
            {hint && (
              <p id={`${id}-${value}-hint`} className="ui-hint">
                {hint}
              </p>
            )}
          </div>
        ))}
      </div>
    </ChoiceGroup>
  )
}
