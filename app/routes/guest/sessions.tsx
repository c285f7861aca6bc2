import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { revokeSession } from '#app/domain/auth/commands/sessions.server.ts'
import { RevokeForm } from '#app/domain/auth/forms.ts'
import { listSessions } from '#app/domain/auth/queries.server.ts'
import { SessionSection } from '#app/domain/auth/ui/session-section.tsx'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guest.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['auth'] }

export const loader = publicLoader(async ({ session, request }) => {
  const signedIn = requireSignedIn(session, request)
  return {
    title: titleIn(signedIn.language, 'auth:sessions.title'),
    sessions: await listSessions(signedIn),
  }
})

/** With an id this session ends, without one all but the present one. */
export const action = publicAction(({ session, request }) => {
  const signedIn = requireSignedIn(session, request)
  return submit(request, RevokeForm, async ({ sessionId }) => {
    await revokeSession(signedIn.actor, signedIn, sessionId)
    const done = sessionId ? 'auth:toast.sessionRevoked' : 'auth:toast.sessionsRevoked'
    return redirectWithToast(paths.guest('/sessions'), done)
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function GuestSessions() {
  const { sessions } = useLoaderData<typeof loader>()
  const { t } = useTranslation('auth')
  return (
    <Page header={<PageHeader title={t('settings.title')} />}>
      <SessionSection sessions={sessions} />
    </Page>
  )
}
