import { type FieldMetadata, getInputProps, getTextareaProps } from '@conform-to/react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Field } from '#app/ui/field.tsx'
import { Input } from '#app/ui/input.tsx'
import { TextArea } from '#app/ui/text-area.tsx'

export interface MetadataMetadata {
  summary: FieldMetadata<string>
  keywords: FieldMetadata<string>
  effectiveOn: FieldMetadata<string>
  expiresOn: FieldMetadata<string>
}

/** What a version is found by, and when it holds. */
export function MetadataFields({ fields }: { fields: MetadataMetadata }) {
  const { t } = useTranslation(['documents', 'common'])
  const message = useMessage()
  const inWords = <F extends { errors?: string[] }>(field: F) => ({
    ...field,
    errors: field.errors?.map(message),
  })
  const { summary, keywords, effectiveOn, expiresOn } = fields
  const optional = t('common:optional')
  return (
    <>
      <Field label={t('form.summary')} note={optional} hint={t('form.summaryHint')} field={inWords(summary)}>
        <TextArea {...getTextareaProps(summary)} key="summary" rows={2} />
      </Field>
      <Field
        label={t('form.keywords')}
        note={optional}
        hint={t('form.keywordsHint')}
        field={inWords(keywords)}
      >
        <Input {...getInputProps(keywords, { type: 'text' })} key="keywords" />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('form.effectiveOn')}
          note={optional}
          hint={t('form.effectiveOnHint')}
          field={inWords(effectiveOn)}
        >
          <Input {...getInputProps(effectiveOn, { type: 'date' })} key="effectiveOn" />
        </Field>
        <Field
          label={t('form.expiresOn')}
          note={optional}
          hint={t('form.expiresOnHint')}
          field={inWords(expiresOn)}
        >
          <Input {...getInputProps(expiresOn, { type: 'date' })} key="expiresOn" />
        </Field>
      </div>
    </>
  )
}
