import type { ChoiceGroupProps } from './choice.ts'
import { ChoiceGroup } from './choice-group.tsx'

interface SegmentedProps extends ChoiceGroupProps {
  defaultValue?: string
  onChange?: (value: string) => void
}

/** One of a few short choices in a row. */
export function Segmented({ choices, name, defaultValue, onChange, ...group }: SegmentedProps) {
  return (
    <ChoiceGroup {...group}>
      <div className="ui-segments">
        {choices.map(({ value, label, isDisabled }) => (
          <label key={value}>
            <input
              type="radio"
              name={name}
              value={value}
              disabled={isDisabled}
              defaultChecked={value === defaultValue}
              onChange={() => onChange?.(value)}
            />
            {label}
          </label>
        ))}
      </div>
    </ChoiceGroup>
  )
}
