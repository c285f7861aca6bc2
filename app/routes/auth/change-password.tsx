import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { changePassword } from '#app/domain/auth/commands/password.server.ts'
import { ChangePasswordForm } from '#app/domain/auth/forms.ts'
import { PasswordSection } from '#app/domain/auth/ui/password-section.tsx'
import { SettingsHeader } from '#app/domain/auth/ui/settings-header.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'

export const handle = { i18n: ['auth'] }

export const loader = loaderFor(async ({ actor }) => ({
  title: titleIn(actor.language, 'auth:settings.passwordTitle'),
}))

export const action = actionFor(({ actor, session, request }) =>
  submit(request, ChangePasswordForm, async (change) => {
    await changePassword(actor, session, change)
    return redirectWithToast(paths.settings(), 'auth:toast.passwordChanged')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ChangePassword() {
  const { t } = useTranslation('auth')
  return (
    <Page header={<SettingsHeader title={t('settings.title')} />} width="prose">
      <PasswordSection reply={useActionData<typeof action>()} />
    </Page>
  )
}
