import { getFormProps } from '@conform-to/react'
import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { ChangePasswordForm } from '../forms.ts'
import { FormProblems, TextField } from './fields.tsx'
import { type FormReply, useZodForm } from './use-zod-form.ts'

/** A new password for the old one: of members and of guests. */
export function PasswordSection({ reply }: { reply?: FormReply }) {
  const { t } = useTranslation('auth')
  const [form, fields] = useZodForm(ChangePasswordForm, { id: 'password', reply })
  return (
    <Section title={t('settings.passwordTitle')} text={t('settings.passwordText')}>
      <Form method="post" {...getFormProps(form)}>
        <FormFields>
          <FormProblems form={form} />
          <TextField
            field={fields.currentPassword}
            type="password"
            label={t('settings.currentPassword')}
            autoComplete="current-password"
          />
          <TextField
            field={fields.password}
            type="password"
            label={t('settings.newPassword')}
            hint={t('password.rule')}
            autoComplete="new-password"
          />
          <FormActions>
            <SubmitButton>{t('settings.changePassword')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </Section>
  )
}
