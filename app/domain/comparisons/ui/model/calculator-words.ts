import { useTranslation } from 'react-i18next'

/** What calculators, their inputs and their steps are called. */
export function useCalculatorWords() {
  const { t, i18n } = useTranslation('calculators')
  // Their names come from data: the test of the registry holds that each has its message.
  const word = t as unknown as (key: string) => string
  const known = (key: string) => i18n.exists(`calculators:${key}`)
  return {
    calculator: (id: string) => word(`name.${id}`),
    input: (name: string) => word(`input.${name}`),
    step: (name: string) => word(`step.${name}`),
    /** A name in a formula: an input, a step, or a function of the language. */
    any(name: string): string {
      if (known(`input.${name}`)) return word(`input.${name}`)
      return known(`step.${name}`) ? word(`step.${name}`) : name
    },
  }
}
