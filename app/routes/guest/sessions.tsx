import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { revokeSession } from '#app/domain/auth/commands/sessions.server.ts'
import { RevokeForm } from '#app/domain/auth/forms.ts'
import { listSessions } from '#app/domain/auth/queries.server.ts'
import { SessionTable } from '#app/domain/auth/ui/session-table.tsx'
import { publicAction, publicLoader } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { requireSignedIn } from '#app/http/guest.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

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
  const endOthers = sessions.length > 1 && (
    <Form method="post">
      <Button size="small">{t('sessions.endOthers')}</Button>
    </Form>
  )
  return (
    <Page header={<PageHeader title={t('settings.title')} />}>
      <Section
        title={t('sessions.title')}
        count={sessions.length}
        text={t('sessions.lead')}
        actions={endOthers}
      >
        <SessionTable sessions={sessions} />
      </Section>
    </Page>
  )
}
