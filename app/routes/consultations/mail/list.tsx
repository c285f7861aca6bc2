import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Mail from 'lucide-react/icons/mail'
import { useTranslation } from 'react-i18next'
import { SettingsHeader } from '#app/domain/auth/ui/settings-header.tsx'
import { mailViews } from '#app/domain/consultations/mail/forms.ts'
import { receivedMailPolicy } from '#app/domain/consultations/mail/policy.ts'
import { findOwnQuestionAddress } from '#app/domain/consultations/mail/queries/question-address.server.ts'
import { listReceivedMails } from '#app/domain/consultations/mail/queries/received.server.ts'
import { MailTable } from '#app/domain/consultations/mail/ui/mail-table.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const handle = { i18n: ['auth', 'mailIn'] }

export const loader = loaderFor(async ({ actor, request }) => {
  const { searchParams } = new URL(request.url)
  const view = mailViews.find((each) => each === searchParams.get('show')) ?? null
  const after = searchParams.get('after')
  const canChoose = receivedMailPolicy.setQuestionAddress(actor)
  const [page, address] = await Promise.all([
    listReceivedMails(actor, { view, after }),
    canChoose ? findOwnQuestionAddress(actor) : null,
  ])
  const title = titleIn(actor.language, 'mailIn:title')
  return {
    title,
    page,
    view,
    after,
    address,
    organization: actor.isAdministrator ? actor.organizationName : '',
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ReceivedMails() {
  const { page, view, after, address, organization } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['mailIn', 'common'])
  const at = (show: string | undefined, next?: string) => paths.receivedMails({ show, after: next })
  const lead = organization ? t('leadAll', { organization }) : t('lead')
  const views = [
    { label: t('view.all'), href: at(undefined), isCurrent: view === null },
    ...mailViews.map((each) => ({ label: t(`view.${each}`), href: at(each), isCurrent: view === each })),
  ]
  return (
    <Page header={<SettingsHeader title={t('title')} lead={lead} />}>
      {address && (
        <Section
          title={t('address.title')}
          text={t('address.lead')}
          actions={<LinkButton to={paths.questionAddress()}>{t('address.change')}</LinkButton>}
        >
          <p className="break-all font-medium">
            {address.name ? `${address.name}@${address.domain}` : t('address.none')}
          </p>
        </Section>
      )}
      <Tabs label={t('view.label')} tabs={views} />
      {page.items.length > 0 ? (
        <MailTable rows={page.items} />
      ) : (
        <EmptyState icon={Mail} title={t('empty.title')} text={t('empty.text')} />
      )}
      <Pagination
        label={t('title')}
        summary=""
        previous={{ label: t('common:list.newest'), href: after ? at(view ?? undefined) : undefined }}
        next={{
          label: t('common:list.older'),
          href: page.next ? at(view ?? undefined, page.next) : undefined,
        }}
      />
    </Page>
  )
}
