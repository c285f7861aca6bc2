import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { fieldText } from '#app/i18n/decimal-text.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { useLocale } from '#app/ui/locale.tsx'
import { Select } from '#app/ui/select.tsx'
import type { CalculatorInput } from '../../../engine/calculators/calculator.ts'
import { calculatorOf } from '../../../engine/calculators/registry.ts'
import { isSame } from '../../../engine/quantities/dimension.ts'
import { parseUnit } from '../../../engine/quantities/units.ts'
import { shownUnit } from '../../../model/units.ts'
import { useCalculatorWords } from '../../model/calculator-words.ts'
import type { LineDraft } from '../draft.ts'
import { OptionValues } from './option-values.tsx'

interface CalculatorInputsProps {
  line: FieldMetadata<LineDraft>
  options: { key: string; name: string }[]
  names: { name: string; unit: string }[]
  currency?: string
}

/** The inputs of a calculator: each is a named assumption of the same kind, or has a value for every option. */
export function CalculatorInputs({ line, options, names, currency = 'CUR' }: CalculatorInputsProps) {
  const { by, inputs } = line.getFieldset()
  const calculator = calculatorOf(by.value ?? '')
  const fields = inputs.getFieldset()
  return (
    <div className="grid gap-4">
      {(calculator?.inputs ?? []).map((input) => {
        const field = fields[input.name]
        if (!field) return null
        const fitting = names.filter(({ name, unit }) => name !== '' && isOfKind(unit, input.unit, currency))
        return <OneInput key={input.name} {...{ input, field, options, currency }} names={fitting} />
      })}
    </div>
  )
}

function isOfKind(unit: string, wanted: string, currency: string): boolean {
  const own = parseUnit(unit, currency)
  const other = parseUnit(wanted, currency)
  return own !== null && other !== null && isSame(own.dimension, other.dimension)
}

interface OneInputProps extends CalculatorInputsProps {
  input: CalculatorInput
  field: FieldMetadata<LineDraft['inputs'][string]>
}

function OneInput({ input, field, options, names, currency = 'CUR' }: Omit<OneInputProps, 'line'>) {
  const { t } = useTranslation('comparisonModel')
  const message = useMessage()
  const words = useCalculatorWords()
  const language = asLanguage(useLocale().locale.slice(0, 2))
  const { of, values } = field.getFieldset()
  const { initial } = input
  // A break at 10¹² pieces, cooling without a cost: "none" is no number that anybody would read.
  const isShown = initial !== undefined && initial.length < 10
  const usual = isShown ? t('form.usual', { value: fieldText(initial, language) }) : undefined
  const choices = [
    { value: '', label: t('form.own') },
    ...names.map(({ name }) => ({ value: name, label: name })),
  ]
  const isBound = Boolean(of.value)
  return (
    <fieldset className="grid gap-2 border-s border-edge ps-3">
      <legend className="ui-label">
        {words.input(input.name)} <span className="text-faint">{shownUnit(input.unit, currency)}</span>
      </legend>
      <div className="grid items-start gap-4 sm:grid-cols-[repeat(auto-fill,minmax(11rem,1fr))]">
        {(names.length > 0 || isBound || of.errors) && (
          <Field label={t('form.from')} id={of.id} errors={of.errors?.map(message)}>
            <Select key={of.key} name={of.name} options={choices} defaultValue={of.initialValue} />
          </Field>
        )}
        {!isBound && (
          <OptionValues
            values={values as FieldMetadata<Record<string, string>>}
            options={options}
            unit={shownUnit(input.unit, currency)}
            placeholder={usual}
          />
        )}
      </div>
    </fieldset>
  )
}
