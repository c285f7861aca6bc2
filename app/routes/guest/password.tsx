import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { changePassword } from '#app/domain/auth/commands/password.server.ts'
import { ChangePasswordForm } from '#app/domain/auth/forms.ts'
import { PasswordSection } from '#app/domain/auth/ui/password-section.tsx'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guest.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

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
  return (
    <Page header={<PageHeader title={t('settings.title')} />} width="prose">
      <PasswordSection reply={useActionData<typeof action>()} />
    </Page>
  )
}
