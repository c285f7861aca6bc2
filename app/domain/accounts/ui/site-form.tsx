import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormProblems, SelectField, TextField } from '#app/domain/auth/ui/fields.tsx'
import { timeZoneOptions } from '#app/domain/auth/ui/preference-fields.tsx'
import { type FormReply, useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { SiteForm as SiteSchema } from '../forms.ts'
import type { SiteRow } from './site-table.tsx'

interface SiteFormProps {
  /** The site that is changed; without one a new site is added. */
  site: SiteRow | null
  zones: string[]
  timeZone: string
  reply?: FormReply
}

export function SiteForm({ site, zones, timeZone, reply }: SiteFormProps) {
  const { t } = useTranslation(['accounts', 'common'])
  const { id: siteId, ...values } = site ?? { id: '', timeZone }
  const [form, fields] = useZodForm(SiteSchema, { id: 'site', reply, defaultValue: values })
  return (
    <Form method="post" {...getFormProps(form)}>
      <FormFields>
        <FormProblems form={form} />
        {siteId && <input type="hidden" name="siteId" value={siteId} />}
        <TextField field={fields.name} label={t('accounts:sites.name')} />
        <TextField field={fields.address} label={t('accounts:sites.address')} />
        <FormRow>
          <TextField
            field={fields.countryCode}
            label={t('accounts:sites.countryCode')}
            hint={t('accounts:sites.countryHint')}
            maxLength={2}
          />
          <SelectField
            field={fields.timeZone}
            label={t('common:timeZone')}
            options={timeZoneOptions(zones)}
          />
        </FormRow>
        <FormActions>
          <SubmitButton>{t('accounts:sites.save')}</SubmitButton>
        </FormActions>
      </FormFields>
    </Form>
  )
}
