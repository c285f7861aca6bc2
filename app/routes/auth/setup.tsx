import { getFormProps } from '@conform-to/react'
import { type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SetupForm } from '#app/domain/auth/forms.ts'
import { isSetupOpen, setUp } from '#app/domain/auth/setup.server.ts'
import { timeZones } from '#app/domain/auth/time-zones.server.ts'
import { AuthPage } from '#app/domain/auth/ui/auth-page.tsx'
import { FormProblems, SelectField, TextField } from '#app/domain/auth/ui/fields.tsx'
import { languageOptions, timeZoneOptions } from '#app/domain/auth/ui/preference-fields.tsx'
import { useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { preferencesOf } from '#app/http/preferences.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { NotFound } from '#app/platform/errors.ts'
import { FormActions, FormFields, FormRow } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['auth'] }

export const loader = publicLoader(async ({ request, session }) => {
  if (!(await isSetupOpen())) throw new NotFound()
  const { language } = await preferencesOf(request, session)
  return { language, zones: timeZones(), title: titleIn(language, 'auth:setup.title') }
})

export const action = publicAction(({ request }) =>
  submit(request, SetupForm, async (input) => {
    const cookie = await setUp(input)
    return redirect(paths.home(), { headers: { 'Set-Cookie': cookie } })
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Setup() {
  const { language, zones } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['auth', 'common'])
  const reply = useActionData<typeof action>()
  const defaultValue = { language, timeZone: 'UTC' }
  const [form, fields] = useZodForm(SetupForm, { id: 'setup', reply, defaultValue })
  return (
    <AuthPage title={t('auth:setup.title')} lead={t('auth:setup.lead')} here={paths.setup()}>
      <Form method="post" {...getFormProps(form)}>
        <FormFields>
          <FormProblems form={form} />
          <TextField
            field={fields.code}
            label={t('auth:setup.code')}
            hint={t('auth:setup.codeHint')}
            autoComplete="one-time-code"
          />
          <TextField
            field={fields.organizationName}
            label={t('auth:setup.organizationName')}
            hint={t('auth:setup.organizationHint')}
            autoComplete="organization"
          />
          <FormRow>
            <SelectField field={fields.language} label={t('common:language')} options={languageOptions} />
            <SelectField
              field={fields.timeZone}
              label={t('common:timeZone')}
              options={timeZoneOptions(zones)}
            />
          </FormRow>
          <TextField field={fields.name} label={t('auth:setup.name')} autoComplete="name" />
          <TextField
            field={fields.email}
            type="email"
            label={t('auth:signIn.email')}
            autoComplete="username"
          />
          <TextField
            field={fields.password}
            type="password"
            label={t('auth:signIn.password')}
            hint={t('auth:password.rule')}
            autoComplete="new-password"
          />
          <FormActions>
            <SubmitButton>{t('auth:setup.submit')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </AuthPage>
  )
}
