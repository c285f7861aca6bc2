import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { languageNames, languages } from '#app/i18n/languages.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { CheckboxGroup } from '#app/ui/checkbox-group.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { LineField, Problems } from '../../acknowledgements/ui/form-fields.tsx'
import { type FormReply, useFormOf } from '../../acknowledgements/ui/use-form-of.ts'
import { vdiClasses } from '../../kinds.ts'
import { RequirementForm as RequirementSchema } from '../forms.ts'
import type { Requirement } from '../handover.ts'

interface RequirementFormProps {
  requirement: Requirement & { reference: string }
  back: string
  reply?: FormReply
}

/** Which classes in which languages an account is handed over; begun with what holds at present. */
export function RequirementForm({ requirement, back, reply }: RequirementFormProps) {
  const { t } = useTranslation(['handover', 'documents', 'common'])
  const message = useMessage()
  const { classes, languages: needed, reference } = requirement
  const [form, fields] = useFormOf(RequirementSchema, 'requirement', reply, {
    classes,
    languages: needed,
    reference,
  })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <Problems form={form} />
        <CheckboxGroup
          id={fields.classes.id}
          name="classes"
          label={t('needed.classes')}
          errors={fields.classes.errors?.map(message)}
          defaultValues={[fields.classes.initialValue ?? []].flat().map(String)}
          isInColumns
          choices={vdiClasses.map((each) => ({
            value: each,
            label: `${each} ${t(`documents:vdiClass.${each}`)}`,
          }))}
        />
        <CheckboxGroup
          id={fields.languages.id}
          name="languages"
          label={t('needed.languages')}
          errors={fields.languages.errors?.map(message)}
          defaultValues={[fields.languages.initialValue ?? []].flat().map(String)}
          choices={languages.map((each) => ({ value: each, label: languageNames[each] }))}
        />
        <LineField
          field={fields.reference}
          label={t('needed.reference')}
          hint={t('needed.referenceHint')}
          isOptional
        />
        <FormActions>
          <SubmitButton>{t('needed.save')}</SubmitButton>
          <LinkButton to={back}>{t('common:action.cancel')}</LinkButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
