import { getFormProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { changePassword } from '#app/domain/auth/commands/password.server.ts'
import { ChangePasswordForm } from '#app/domain/auth/forms.ts'
import { FormProblems, TextField } from '#app/domain/auth/ui/fields.tsx'
import { useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guest.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['auth'] }

export const loader = publicLoader(async ({ session, request }) => ({
  title: titleIn(requireSignedIn(session, request).language, 'auth:settings.passwordTitle'),
}))

export const action = publicAction(({ session, request }) => {
  const signedIn = requireSignedIn(session, request)
  return submit(request, ChangePasswordForm, async (change) => {
    await changePassword(signedIn.actor, signedIn, change)
    return redirectWithToast(paths.guest('/settings'), 'auth:toast.passwordChanged')
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function GuestPassword() {
  const { t } = useTranslation('auth')
  const reply = useActionData<typeof action>()
  const [form, fields] = useZodForm(ChangePasswordForm, { id: 'password', reply })
  return (
    <Page header={<PageHeader title={t('settings.title')} />} width="prose">
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
    </Page>
  )
}
