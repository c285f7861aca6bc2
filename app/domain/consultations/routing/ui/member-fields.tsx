import type { FieldMetadata } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { FormRow } from '#app/ui/form-layout.tsx'
import { Select } from '#app/ui/select.tsx'
import { routingLimits } from '../routing.ts'

interface MemberFieldsProps<Value, Values extends Record<string, unknown>> {
  field: FieldMetadata<Value, Values, string[]>
  members: { id: string; name: string }[]
}

/** Who takes it, and who does when that one is away: one place each, in order. */
export function MemberFields<Value, Values extends Record<string, unknown>>(
  props: MemberFieldsProps<Value, Values>,
) {
  const { field, members } = props
  const { t } = useTranslation(['routing', 'common'])
  const message = useMessage()
  const given = [field.initialValue ?? []].flat() as (string | undefined)[]
  const options = members.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FormRow>
      {Array.from({ length: routingLimits.members }, (_, place) => (
        <Field
          key={place}
          label={t(place === 0 ? 'rule.takes' : 'rule.else')}
          note={place === 0 ? undefined : t('common:optional')}
          id={place === 0 ? field.id : `${field.id}-${place}`}
          errors={place === 0 ? field.errors?.map(message) : undefined}
        >
          <Select
            name={`${field.name}[${place}]`}
            emptyLabel={t('rule.nobody')}
            options={options}
            defaultValue={given[place]}
          />
        </Field>
      ))}
    </FormRow>
  )
}
