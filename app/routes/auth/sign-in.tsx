import { getFormProps } from '@conform-to/react'
import { type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signIn } from '#app/domain/auth/commands/sign-in.server.ts'
import { SignInForm, safePath } from '#app/domain/auth/forms.ts'
import { AuthPage } from '#app/domain/auth/ui/auth-page.tsx'
import { FormProblems, TextField } from '#app/domain/auth/ui/fields.tsx'
import { useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { preferencesOf } from '#app/http/preferences.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['auth'] }

export const loader = publicLoader(async ({ request, session }) => {
  const to = safePath(new URL(request.url).searchParams.get('to'))
  if (session) throw redirect(to)
  const { language } = await preferencesOf(request, session)
  return { to, title: titleIn(language, 'auth:signIn.title') }
})

export const action = publicAction(({ request }) =>
  submit(request, SignInForm, async ({ to, ...credentials }) => {
    const cookie = await signIn(credentials)
    return redirect(safePath(to), { headers: { 'Set-Cookie': cookie } })
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function SignIn() {
  const { to } = useLoaderData<typeof loader>()
  const { t } = useTranslation('auth')
  const reply = useActionData<typeof action>()
  const [form, fields] = useZodForm(SignInForm, { id: 'sign-in', reply })
  return (
    <AuthPage
      title={t('signIn.title')}
      lead={t('signIn.lead')}
      here={paths.signIn(to)}
      after={<p className="text-sm text-muted">{t('signIn.invitedHint')}</p>}
    >
      <Form method="post" {...getFormProps(form)}>
        <FormFields>
          <FormProblems form={form} />
          <input type="hidden" name="to" value={to} />
          <TextField
            field={fields.email}
            type="email"
            label={t('signIn.email')}
            autoComplete="username"
            isFocused
          />
          <TextField
            field={fields.password}
            type="password"
            label={t('signIn.password')}
            autoComplete="current-password"
          />
          <FormActions>
            <SubmitButton>{t('signIn.submit')}</SubmitButton>
            <TextLink to={paths.forgottenPassword()}>{t('signIn.forgotten')}</TextLink>
          </FormActions>
        </FormFields>
      </Form>
    </AuthPage>
  )
}
