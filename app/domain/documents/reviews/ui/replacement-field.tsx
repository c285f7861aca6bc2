import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Select } from '#app/ui/select.tsx'
import type { FormReply } from '../../ui/form/use-document-form.ts'

interface ReplacementFieldProps {
  choices: { id: string; number: string; title: string }[]
  reply: FormReply | undefined
}

/** What is to be used instead of what is withdrawn. */
export function ReplacementField({ choices, reply }: ReplacementFieldProps) {
  const { t } = useTranslation(['reviews', 'common'])
  const message = useMessage()
  const { initialValue, error } = reply?.lastResult ?? {}
  const errors = error?.replacementId?.map(message)
  return (
    <Field
      label={t('replacement.label')}
      note={t('common:optional')}
      hint={t('replacement.hint')}
      errors={errors}
    >
      <Select
        name="replacementId"
        defaultValue={String(initialValue?.replacementId ?? '')}
        emptyLabel={t('replacement.none')}
        options={choices.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      />
    </Field>
  )
}
