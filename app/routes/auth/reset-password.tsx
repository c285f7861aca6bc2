import { getFormProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { resetPassword } from '#app/domain/auth/commands/password.server.ts'
import { ResetPasswordForm } from '#app/domain/auth/forms.ts'
import { isResetOpen } from '#app/domain/auth/queries.server.ts'
import { AuthPage } from '#app/domain/auth/ui/auth-page.tsx'
import { FormProblems, TextField } from '#app/domain/auth/ui/fields.tsx'
import { useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { preferencesOf } from '#app/http/preferences.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['auth'] }

export const loader = publicLoader(async ({ request, params, session }) => {
  const token = params.token ?? ''
  const { language } = await preferencesOf(request, session)
  return { token, isOpen: await isResetOpen(token), title: titleIn(language, 'auth:reset.title') }
})

export const action = publicAction(({ request, params }) =>
  submit(request, ResetPasswordForm, async ({ password }) => {
    await resetPassword(params.token ?? '', password)
    return redirectWithToast(paths.signIn(), 'auth:toast.passwordReset')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ResetPassword() {
  const { isOpen, token } = useLoaderData<typeof loader>()
  const { t } = useTranslation('auth')
  const reply = useActionData<typeof action>()
  const [form, fields] = useZodForm(ResetPasswordForm, { id: 'reset', reply })
  if (!isOpen) {
    return (
      <AuthPage title={t('reset.overTitle')} lead={t('reset.over')} here={paths.forgottenPassword()}>
        <LinkButton to={paths.forgottenPassword()} kind="primary">
          {t('reset.again')}
        </LinkButton>
      </AuthPage>
    )
  }
  return (
    <AuthPage title={t('reset.title')} lead={t('reset.lead')} here={paths.resetPassword(token)}>
      <Form method="post" {...getFormProps(form)}>
        <FormFields>
          <FormProblems form={form} />
          <TextField
            field={fields.password}
            type="password"
            label={t('reset.password')}
            hint={t('password.rule')}
            autoComplete="new-password"
            isFocused
          />
          <FormActions>
            <SubmitButton>{t('reset.submit')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </AuthPage>
  )
}
