import { type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { acceptInvitation } from '#app/domain/accounts/commands/accept-invitation.server.ts'
import { JoinForm, JoinSignedInForm, JoinWithPasswordForm } from '#app/domain/accounts/forms.ts'
import { findInvitation, listJoining } from '#app/domain/accounts/queries/invitation.server.ts'
import { JoinFields } from '#app/domain/accounts/ui/join-fields.tsx'
import { AuthPage } from '#app/domain/auth/ui/auth-page.tsx'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { preferencesOf } from '#app/http/preferences.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'

export const handle = { i18n: ['accounts', 'auth'] }

export const loader = publicLoader(async ({ params, request, session }) => {
  const token = params.token ?? ''
  const [invitation, { language }] = await Promise.all([
    findInvitation(token),
    preferencesOf(request, session),
  ])
  const isOwn = session !== null && session.email === invitation?.email && invitation.state === 'open'
  return {
    token,
    invitation,
    organizations:
      isOwn && invitation.accountId ? await listJoining(session.userId, invitation.accountId) : [],
    signedInAs: session?.email ?? null,
    title: titleIn(language, 'accounts:title.invitation'),
  }
})

/** What has to be given depends on who the invited person is to us. */
export const action = publicAction(async ({ params, request, session }) => {
  const token = params.token ?? ''
  const invitation = await findInvitation(token)
  const schema = session ? JoinSignedInForm : invitation?.isKnown ? JoinWithPasswordForm : JoinForm
  return submit(request, schema, async (given) => {
    const cookie = await acceptInvitation(token, session, given)
    return redirect(paths.home(), cookie ? { headers: { 'Set-Cookie': cookie } } : undefined)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Invitation() {
  const { token, invitation, organizations, signedInAs } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const reply = useActionData<typeof action>()
  const here = paths.invitation(token)
  if (invitation?.state !== 'open') return <Over />
  if (signedInAs && signedInAs !== invitation.email) return <SomebodyElse />
  const { organizationName: organization, inviterName: inviter, onBehalfOf: supplier } = invitation
  const lead = supplier
    ? t('join.leadAccount', { inviter, supplier, organization })
    : t('join.lead', { inviter, organization })
  const kind = signedInAs ? 'signedIn' : invitation.isKnown ? 'known' : 'new'
  return (
    <AuthPage title={t('join.title', { name: organization })} lead={lead} here={here}>
      <JoinFields kind={kind} {...{ invitation, organizations, here, reply }} />
    </AuthPage>
  )
}

function Over() {
  const { invitation, token } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const why = invitation && invitation.state !== 'open' ? invitation.state : 'unknown'
  const lead = t(`join.over.${why}`, { inviter: invitation?.inviterName ?? '' })
  return (
    <AuthPage title={t('join.overTitle')} lead={lead} here={paths.invitation(token)}>
      <LinkButton to={paths.signIn()}>{t('join.signIn')}</LinkButton>
    </AuthPage>
  )
}

function SomebodyElse() {
  const { invitation, signedInAs, token } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['accounts', 'common'])
  const lead = t('accounts:join.other', { email: signedInAs ?? '', invited: invitation?.email ?? '' })
  return (
    <AuthPage title={t('accounts:join.otherTitle')} lead={lead} here={paths.invitation(token)}>
      <Form method="post" action={paths.signOut()}>
        <Button>{t('common:nav.signOut')}</Button>
      </Form>
    </AuthPage>
  )
}
