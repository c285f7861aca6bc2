import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormProblems, SelectField } from '#app/domain/auth/ui/fields.tsx'
import { type FormReply, useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { coverageFunctions } from '../coverage.ts'
import { CoverageForm as CoverageSchema } from '../forms.ts'

interface CoverageFormProps {
  siteId: string | null
  families: { id: string; name: string }[]
  /** Of the reader's own side. */
  members: { id: string; name: string }[]
  reply?: FormReply
}

/** One line of the own side, for the site that is shown. */
export function CoverageForm({ siteId, families, members, reply }: CoverageFormProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const [form, fields] = useZodForm(CoverageSchema, { id: 'coverage', reply })
  const named = (places: { id: string; name: string }[]) =>
    places.map(({ id, name }) => ({ value: id, label: name }))
  const functions = coverageFunctions.map((fn) => ({ value: fn, label: t(`common:function.${fn}`) }))
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormProblems form={form} />
        {siteId && <input type="hidden" name="siteId" value={siteId} />}
        <FormRow>
          <SelectField field={fields.function} label={t('accounts:coverage.function')} options={functions} />
          <SelectField
            field={fields.familyId}
            label={t('accounts:coverage.family')}
            emptyLabel={t('accounts:coverage.allFamilies')}
            options={named(families)}
          />
          <SelectField
            field={fields.membershipId}
            label={t('accounts:coverage.member')}
            emptyLabel={t('accounts:coverage.nobody')}
            options={named(members)}
          />
        </FormRow>
        <FormActions>
          <SubmitButton>{t('accounts:coverage.save')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
