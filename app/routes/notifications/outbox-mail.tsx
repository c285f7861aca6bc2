import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getOutboxMail } from '#app/domain/notifications/outbox.server.ts'
import { MailState } from '#app/domain/notifications/ui/mail-state.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'

export const handle = { i18n: ['notifications'] }

export const loader = loaderFor(({ actor, session, params }) =>
  getOutboxMail(actor, session.email, params.id),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.subject }]

/**
 * The mail's HTML stands in a frame without an origin of its own, whose links open beside this page. The frame inherits
 * the page's Content-Security-Policy, so that no script of a mail runs; the sandbox lets test tools look inside.
 */
export default function OutboxMail() {
  const mail = useLoaderData<typeof loader>()
  const { t } = useTranslation(['notifications', 'common'])
  const items = [
    { term: t('outbox.to'), detail: mail.to },
    { term: t('outbox.at'), detail: <Time at={mail.createdAt} as="full" /> },
    { term: t('outbox.language'), detail: mail.language },
    ...(mail.lastError ? [{ term: t('outbox.reason'), detail: mail.lastError }] : []),
  ]
  return (
    <Page
      header={
        <PageHeader
          title={mail.subject}
          breadcrumbs={
            <Breadcrumbs
              label={t('outbox.title')}
              items={[{ label: t('outbox.title'), href: paths.outbox() }]}
            />
          }
          state={<MailState status={mail.status} />}
        />
      }
    >
      <DescriptionList items={items} />
      <Section title={t('outbox.content')}>
        <iframe
          title={mail.subject}
          srcDoc={mail.html}
          sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"
          className="h-160 w-full max-w-3xl rounded-md border border-line bg-white"
        />
      </Section>
      <Section title={t('outbox.text')}>
        <pre className="max-w-3xl overflow-x-auto text-sm whitespace-pre-wrap">{mail.text}</pre>
      </Section>
    </Page>
  )
}
