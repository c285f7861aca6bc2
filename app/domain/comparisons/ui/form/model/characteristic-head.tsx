import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { Select } from '#app/ui/select.tsx'
import { characteristicKinds, comparisonLimits, directions } from '../../../comparison.ts'
import type { CharacteristicDraft } from '../draft.ts'

interface CharacteristicHeadProps {
  characteristic: FieldMetadata<CharacteristicDraft>
  index: number
}

/** What is measured, which values are better, how and under which conditions. */
export function CharacteristicHead({ characteristic, index }: CharacteristicHeadProps) {
  const { t } = useTranslation(['comparisonModel', 'common'])
  const message = useMessage()
  const { key, kind, label, name, unit, direction, method, conditions } = characteristic.getFieldset()
  const given = (of: FieldMetadata<string>) => ({ id: of.id, errors: of.errors?.map(message) })
  const text = (of: FieldMetadata<string>, maxLength: number) => ({
    ...{ name: of.name, maxLength, defaultValue: of.initialValue, autoComplete: 'off' },
  })
  const kinds = characteristicKinds.map((value) => ({ value, label: t(`characteristics.kind.${value}`) }))
  const ways = directions.map((value) => ({ value, label: t(`characteristics.direction.${value}`) }))
  return (
    <div className="grid grow gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <input type="hidden" name={key.name} value={key.value ?? ''} />
      <Field label={t('characteristics.label', { number: index + 1 })} {...given(label)}>
        <Input key={label.key} required {...text(label, comparisonLimits.name)} />
      </Field>
      <Field label={t('characteristics.kindLabel')} {...given(kind)}>
        <Select key={kind.key} name={kind.name} options={kinds} defaultValue={kind.initialValue} />
      </Field>
      <Field label={t('form.unit')} {...given(unit)}>
        <Input key={unit.key} {...text(unit, comparisonLimits.unit)} />
      </Field>
      <Field label={t('characteristics.directionLabel')} {...given(direction)}>
        <Select
          key={direction.key}
          name={direction.name}
          options={ways}
          defaultValue={direction.initialValue}
        />
      </Field>
      <Field label={t('characteristics.method')} note={t('common:optional')} {...given(method)}>
        <Input key={method.key} {...text(method, comparisonLimits.method)} />
      </Field>
      <Field label={t('characteristics.conditions')} note={t('common:optional')} {...given(conditions)}>
        <Input key={conditions.key} {...text(conditions, comparisonLimits.method)} />
      </Field>
      <Field
        label={t('characteristics.symbol')}
        note={t('common:optional')}
        hint={t('characteristics.symbolHint')}
        {...given(name)}
      >
        <Input key={name.key} spellCheck={false} {...text(name, comparisonLimits.unit)} />
      </Field>
    </div>
  )
}
