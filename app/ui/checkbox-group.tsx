import { Checkbox } from './checkbox.tsx'
import type { ChoiceGroupProps } from './choice.ts'
import { ChoiceGroup } from './choice-group.tsx'

interface CheckboxGroupProps extends ChoiceGroupProps {
  defaultValues?: readonly string[]
  isInColumns?: boolean
}

/** Several of several: posts one value of `name` for each box that is ticked. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { choices, name, defaultValues = [], isInColumns, ...group } = props
  return (
    <ChoiceGroup {...group}>
      <div className="ui-checks" data-columns={isInColumns ? '' : undefined}>
        {choices.map((choice) => (
          <Checkbox
            key={choice.value}
            name={name}
            value={choice.value}
            label={choice.label}
            hint={choice.hint}
            disabled={choice.isDisabled}
            defaultChecked={defaultValues.includes(choice.value)}
          />
        ))}
      </div>
    </ChoiceGroup>
  )
}
