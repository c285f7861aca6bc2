import { type MetaFunction, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listMemberships } from '#app/domain/accounts/queries/members.server.ts'
import { AuthPage } from '#app/domain/auth/ui/auth-page.tsx'
import { listSeats } from '#app/domain/consultations/guests/queries/seats.server.ts'
import { publicLoader } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'

export const handle = { i18n: ['auth'] }

export const loader = publicLoader(async ({ session }) => {
  if (!session) throw redirect(paths.signIn())
  if (session.actor) throw redirect(paths.home())
  const memberships = await listMemberships(session.userId)
  if (memberships.length === 0 && (await listSeats(session.userId)).length > 0) throw redirect(paths.guest())
  return { email: session.email, memberships, title: titleIn(session.language, 'auth:noMembership.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NoMembership() {
  const { email, memberships } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['auth', 'common'])
  const lead = memberships.length > 0 ? t('auth:noMembership.choose') : t('auth:noMembership.text', { email })
  return (
    <AuthPage title={t('auth:noMembership.title')} lead={lead} here={paths.noMembership()}>
      <Form method="post" action={paths.switchMembership()} className="flex flex-col items-start gap-2">
        {memberships.map(({ membershipId, organizationName, side }) => (
          <Button key={membershipId} name="membershipId" value={membershipId}>
            {t('auth:noMembership.actAs', { name: `${organizationName} (${t(`common:side.${side}`)})` })}
          </Button>
        ))}
      </Form>
      <Form method="post" action={paths.signOut()} className="mt-4">
        <Button kind="quiet">{t('common:nav.signOut')}</Button>
      </Form>
    </AuthPage>
  )
}
