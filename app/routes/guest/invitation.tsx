import { type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AuthPage } from '#app/domain/auth/ui/auth-page.tsx'
import { acceptAsGuest } from '#app/domain/consultations/guests/commands/accept.server.ts'
import {
  JoinAsGuestForm,
  JoinSignedInForm,
  JoinWithPasswordForm,
} from '#app/domain/consultations/guests/forms.ts'
import { findGuest } from '#app/domain/consultations/guests/queries/invitation.server.ts'
import { JoinFields } from '#app/domain/consultations/guests/ui/join-fields.tsx'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { preferencesOf } from '#app/http/preferences.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'

export const handle = { i18n: ['guests', 'auth'] }

export const loader = publicLoader(async ({ params: { token = '' }, request, session }) => {
  const [invitation, { language }] = await Promise.all([findGuest(token), preferencesOf(request, session)])
  const state = invitation?.state ?? ('unknown' as const)
  return {
    ...{ token, signedInAs: session?.email ?? null, title: titleIn(language, 'guests:join.pageTitle') },
    // Of what is over nothing is told but that.
    invitation: state === 'invited' ? invitation : null,
    over: state === 'invited' ? ('unknown' as const) : state,
  }
})

export const action = publicAction(async ({ params: { token = '' }, request, session }) => {
  const invitation = await findGuest(token)
  const schema = session ? JoinSignedInForm : invitation?.isKnown ? JoinWithPasswordForm : JoinAsGuestForm
  return submit(request, schema, async (given) => {
    const { id, cookie } = await acceptAsGuest(token, session, given)
    return redirect(paths.guest(`/${id}`), cookie ? { headers: { 'Set-Cookie': cookie } } : undefined)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function GuestInvitation() {
  const { token, invitation, over, signedInAs } = useLoaderData<typeof loader>()
  const { t } = useTranslation('guests')
  const reply = useActionData<typeof action>()
  const here = paths.guest(`/invitation/${token}`)
  if (!invitation) {
    return (
      <AuthPage title={t('join.overTitle')} lead={t(`join.over.${over}`)} here={here}>
        <LinkButton to={paths.signIn(paths.guest())}>{t('join.signIn')}</LinkButton>
      </AuthPage>
    )
  }
  if (signedInAs && signedInAs !== invitation.email) return <SomebodyElse here={here} />
  const { inviterName: inviter, inviterOrganization: organization, endsOn } = invitation
  return (
    <AuthPage title={t('join.title')} lead={t('join.lead', { inviter, organization, endsOn })} here={here}>
      <JoinFields
        kind={signedInAs ? 'signedIn' : invitation.isKnown ? 'known' : 'new'}
        {...{ invitation, reply }}
      />
    </AuthPage>
  )
}

function SomebodyElse({ here }: { here: string }) {
  const { signedInAs } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['guests', 'common'])
  const lead = t('guests:join.other', { email: signedInAs ?? '' })
  return (
    <AuthPage title={t('guests:join.otherTitle')} lead={lead} here={here}>
      <Form method="post" action={paths.signOut()}>
        <Button>{t('common:nav.signOut')}</Button>
      </Form>
    </AuthPage>
  )
}
