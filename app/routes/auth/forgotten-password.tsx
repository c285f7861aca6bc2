import { getFormProps } from '@conform-to/react'
import { type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askPasswordReset } from '#app/domain/auth/commands/password.server.ts'
import { ForgottenPasswordForm } from '#app/domain/auth/forms.ts'
import { AuthPage } from '#app/domain/auth/ui/auth-page.tsx'
import { FormProblems, TextField } from '#app/domain/auth/ui/fields.tsx'
import { useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { preferencesOf } from '#app/http/preferences.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths, withQuery } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['auth'] }

export const loader = publicLoader(async ({ request, session }) => {
  const { language } = await preferencesOf(request, session)
  const isSent = new URL(request.url).searchParams.has('sent')
  return { isSent, title: titleIn(language, 'auth:forgotten.title') }
})

export const action = publicAction(({ request }) =>
  submit(request, ForgottenPasswordForm, async ({ email }) => {
    await askPasswordReset(email)
    return redirect(withQuery(paths.forgottenPassword(), { sent: 1 }))
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ForgottenPassword() {
  const { isSent } = useLoaderData<typeof loader>()
  const { t } = useTranslation('auth')
  const reply = useActionData<typeof action>()
  const [form, fields] = useZodForm(ForgottenPasswordForm, { id: 'forgotten', reply })
  const back = <TextLink to={paths.signIn()}>{t('forgotten.back')}</TextLink>
  const here = paths.forgottenPassword()
  if (isSent) {
    return (
      <AuthPage title={t('forgotten.doneTitle')} here={here}>
        <p className="mb-4">{t('forgotten.done')}</p>
        {back}
      </AuthPage>
    )
  }
  return (
    <AuthPage title={t('forgotten.title')} lead={t('forgotten.lead')} here={here}>
      <Form method="post" {...getFormProps(form)}>
        <FormFields>
          <FormProblems form={form} />
          <TextField
            field={fields.email}
            type="email"
            label={t('signIn.email')}
            autoComplete="username"
            isFocused
          />
          <FormActions>
            <SubmitButton>{t('forgotten.submit')}</SubmitButton>
            {back}
          </FormActions>
        </FormFields>
      </Form>
    </AuthPage>
  )
}
