import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Mail from 'lucide-react/icons/mail'
import { useTranslation } from 'react-i18next'
import { listOutbox } from '#app/domain/notifications/outbox.server.ts'
import { MailState } from '#app/domain/notifications/ui/mail-state.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Table } from '#app/ui/table.tsx'
import { Time } from '#app/ui/time.tsx'

export const handle = { i18n: ['notifications'] }

export const loader = loaderFor(async ({ actor, session }) => ({
  title: titleIn(actor.language, 'notifications:outbox.title'),
  mails: await listOutbox(actor, session.email),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Outbox() {
  const { mails } = useLoaderData<typeof loader>()
  const { t } = useTranslation('notifications')
  return (
    <Page header={<PageHeader title={t('outbox.title')} lead={t('outbox.lead')} />}>
      {mails.length === 0 ? (
        <EmptyState icon={Mail} title={t('outbox.empty.title')} text={t('outbox.empty.text')} />
      ) : (
        <Table
          caption={t('outbox.list')}
          rows={mails}
          rowKey={(mail) => mail.id}
          rowHref={(mail) => paths.outboxMail(mail.id)}
          columns={[
            { key: 'subject', header: t('outbox.subject'), cell: (mail) => mail.subject, isTitle: true },
            { key: 'to', header: t('outbox.to'), cell: (mail) => mail.to },
            {
              key: 'state',
              header: t('outbox.state'),
              cell: (mail) => <MailState status={mail.status} />,
              isNarrow: true,
            },
            {
              key: 'at',
              header: t('outbox.at'),
              cell: (mail) => <Time at={mail.createdAt} as="full" />,
              isNarrow: true,
            },
          ]}
        />
      )}
    </Page>
  )
}
