import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FileUpload } from '#app/domain/files/ui/file-upload.tsx'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { Problems } from '../../acknowledgements/ui/form-fields.tsx'
import { type FormReply, useFormOf } from '../../acknowledgements/ui/use-form-of.ts'
import { ImportForm as ImportSchema } from '../forms.ts'

/** What is sent, and what becomes of it. Nothing is a document before somebody has seen the check. */
export function ImportForm({ reply }: { reply?: FormReply }) {
  const { t } = useTranslation('imports')
  const [form, fields] = useFormOf(ImportSchema, 'import', reply, { mode: 'drafts' })
  const { fileIds, mode, isWhole } = fields
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        <div className="ui-field" id={fileIds.id} tabIndex={-1}>
          <span className="ui-label">{t('form.files')}</span>
          <FileUpload name={fileIds.name} errors={fileIds.errors} />
          <p className="ui-hint">{t('form.filesHint')}</p>
        </div>
        <RadioGroup
          id={mode.id}
          name={mode.name}
          label={t('form.mode')}
          defaultValue={String(mode.initialValue ?? 'drafts')}
          choices={(['drafts', 'released'] as const).map((value) => ({
            value,
            label: t(`form.${value}`),
            hint: t(`form.${value}Hint`),
          }))}
        />
        <Checkbox
          name={isWhole.name}
          label={t('form.isWhole')}
          hint={t('form.isWholeHint')}
          defaultChecked={isWhole.initialValue === 'on'}
        />
        <FormActions>
          <SubmitButton>{t('form.check')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
