import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { languageOptions } from '#app/domain/auth/ui/preference-fields.tsx'
import { saveGuestSettings } from '#app/domain/consultations/guests/commands/settings.server.ts'
import { GuestSettingsForm } from '#app/domain/consultations/guests/forms.ts'
import { wantsMailOf } from '#app/domain/consultations/guests/queries/seats.server.ts'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guest.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Field } from '#app/ui/field.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Select } from '#app/ui/select.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['guests', 'auth'] }

export const loader = publicLoader(async ({ session, request }) => {
  const { userId, language } = requireSignedIn(session, request)
  const title = titleIn(language, 'auth:settings.title')
  return { language, wantsMail: await wantsMailOf(userId), title }
})

export const action = publicAction(({ session, request }) => {
  const signedIn = requireSignedIn(session, request)
  return submit(request, GuestSettingsForm, async (settings) => {
    await saveGuestSettings(signedIn, settings)
    return redirectWithToast(paths.guest('/settings'), 'auth:toast.settingsSaved')
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function GuestSettings() {
  const { language, wantsMail } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['auth', 'guests', 'common'])
  return (
    <Page width="prose" header={<PageHeader title={t('auth:settings.title')} />}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined} />
          <Field id="language" label={t('common:language')}>
            <Select name="language" options={languageOptions} defaultValue={language} />
          </Field>
          <Checkbox name="wantsMail" label={t('guests:settings.wantsMail')} defaultChecked={wantsMail} />
          <FormActions>
            <SubmitButton>{t('common:action.save')}</SubmitButton>
            <LinkButton to={paths.guest('/password')} kind="quiet">
              {t('auth:settings.changePassword')}
            </LinkButton>
            <LinkButton to={paths.guest('/sessions')} kind="quiet">
              {t('auth:sessions.title')}
            </LinkButton>
          </FormActions>
        </FormFields>
      </Form>
    </Page>
  )
}
