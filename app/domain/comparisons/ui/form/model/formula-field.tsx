import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { comparisonLimits, costBases } from '../../../comparison.ts'
import { unitOfBasis } from '../../../engine/model/model-case.ts'
import { shownUnit } from '../../../model/units.ts'
import type { LineDraft } from '../draft.ts'

/** A free formula over the names of the comparison; what it has to give depends on the basis. */
export function FormulaField({ line, currency }: { line: FieldMetadata<LineDraft>; currency?: string }) {
  const { t } = useTranslation('comparisonModel')
  const message = useMessage()
  const { formula, basis } = line.getFieldset()
  const known = costBases.find((each) => each === basis.value) ?? 'per_unit'
  return (
    <Field
      label={t('form.formula')}
      id={formula.id}
      errors={formula.errors?.map(message)}
      hint={t('form.formulaHint', { unit: shownUnit(unitOfBasis(known), currency ?? 'CUR') })}
    >
      <TextArea
        key={formula.key}
        name={formula.name}
        rows={2}
        maxLength={comparisonLimits.formula}
        spellCheck={false}
        className="font-mono"
        defaultValue={formula.initialValue}
      />
    </Field>
  )
}
