import { Form, Outlet, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { publicLoader } from '#app/http/edge.server.ts'
import { requireSignedIn } from '#app/http/guest.server.ts'
import { paths } from '#app/paths.ts'
import { Brand } from '#app/ui/brand.tsx'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SkipLink } from '#app/ui/skip-link.tsx'

export const handle = { i18n: ['guests'] }

export const loader = publicLoader(async ({ session, request }) => {
  const { actor } = requireSignedIn(session, request)
  return { isMember: actor !== null }
})

/** The frame of guests: no areas, no search, no bell. */
export default function GuestFrame() {
  const { isMember } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['guests', 'common'])
  return (
    <div className="min-h-dvh bg-canvas">
      <SkipLink label={t('common:skip')} />
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-1">
        <Brand name={t('common:product')} href={paths.guest()} />
        <nav aria-label={t('frame.label')} className="flex flex-wrap items-center gap-1">
          {isMember && (
            <LinkButton to={paths.home()} kind="quiet" size="small">
              {t('frame.member')}
            </LinkButton>
          )}
          <LinkButton to={paths.guest()} kind="quiet" size="small">
            {t('list.title')}
          </LinkButton>
          <LinkButton to={paths.guest('/settings')} kind="quiet" size="small">
            {t('common:nav.settings')}
          </LinkButton>
          <Form method="post" action={paths.signOut()}>
            <Button kind="quiet" size="small">
              {t('common:nav.signOut')}
            </Button>
          </Form>
        </nav>
      </header>
      <main id="main">
        <Outlet />
      </main>
    </div>
  )
}
