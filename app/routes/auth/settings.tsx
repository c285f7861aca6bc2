import { getFormProps } from '@conform-to/react'
import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { savePreferences } from '#app/domain/auth/commands/sessions.server.ts'
import { SettingsForm } from '#app/domain/auth/forms.ts'
import { timeZones } from '#app/domain/auth/time-zones.server.ts'
import { FormProblems, SelectField } from '#app/domain/auth/ui/fields.tsx'
import { languageOptions, timeZoneOptions, useThemeOptions } from '#app/domain/auth/ui/preference-fields.tsx'
import { SettingsHeader } from '#app/domain/auth/ui/settings-header.tsx'
import { useZodForm } from '#app/domain/auth/ui/use-zod-form.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['auth'] }

export const loader = loaderFor(async ({ session }) => {
  const { language, theme, timeZone } = session
  const title = titleIn(language, 'auth:settings.title')
  return { title, settings: { language, theme, timeZone }, zones: timeZones(timeZone) }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, SettingsForm, async (settings) => {
    await savePreferences(actor, settings)
    return redirectWithToast(paths.settings(), 'auth:toast.settingsSaved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Settings() {
  const { settings, zones } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['auth', 'common'])
  const reply = useActionData<typeof action>()
  const themeOptions = useThemeOptions()
  const [form, fields] = useZodForm(SettingsForm, { id: 'settings', reply, defaultValue: settings })
  return (
    <Page header={<SettingsHeader title={t('auth:settings.title')} />} width="prose">
      <Section title={t('auth:settings.appearance')}>
        <Form method="post" {...getFormProps(form)}>
          <FormFields>
            <FormProblems form={form} />
            <SelectField field={fields.language} label={t('common:language')} options={languageOptions} />
            <SelectField field={fields.theme} label={t('common:theme.label')} options={themeOptions} />
            <SelectField
              field={fields.timeZone}
              label={t('common:timeZone')}
              options={timeZoneOptions(zones)}
            />
            <FormActions>
              <SubmitButton>{t('common:action.save')}</SubmitButton>
            </FormActions>
          </FormFields>
        </Form>
      </Section>
    </Page>
  )
}
