import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import Bell from 'lucide-react/icons/bell'
import { useTranslation } from 'react-i18next'
import { notificationViews } from '#app/domain/notifications/forms.ts'
import { countUnread, listNotifications } from '#app/domain/notifications/queries.server.ts'
import { sentenceNamespaces } from '#app/domain/notifications/sentence.ts'
import { NotificationList } from '#app/domain/notifications/ui/notification-list.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const handle = { i18n: sentenceNamespaces }

export const loader = loaderFor(async ({ actor, request }) => {
  const search = new URL(request.url).searchParams
  const show = notificationViews.find((view) => view === search.get('show'))
  const after = search.get('after')
  const [page, unread] = await Promise.all([
    listNotifications(actor, { unreadOnly: show === 'unread', after }),
    countUnread(actor),
  ])
  return { title: titleIn(actor.language, 'notifications:title'), page, unread, show, after }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Notifications() {
  const { page, unread, show } = useLoaderData<typeof loader>()
  const { t } = useTranslation('notifications')
  const tabs = [
    { label: t('all'), href: paths.notifications(), isCurrent: !show },
    {
      label: t('unread'),
      href: paths.notifications({ show: 'unread' }),
      count: unread,
      isCurrent: show === 'unread',
    },
  ]
  const markAll = unread > 0 && (
    <Form method="post" action={paths.readNotifications()}>
      <SubmitButton kind="secondary" action={paths.readNotifications()}>
        {t('markAllRead')}
      </SubmitButton>
    </Form>
  )
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          secondary={markAll}
          tabs={<Tabs label={t('views')} tabs={tabs} />}
        />
      }
    >
      {page.items.length > 0 ? <NotificationList items={page.items} show={show} /> : <Nothing />}
      <Pages />
    </Page>
  )
}

function Nothing() {
  const { show } = useLoaderData<typeof loader>()
  const { t } = useTranslation('notifications')
  const isUnread = show === 'unread'
  return (
    <EmptyState
      icon={Bell}
      title={t(isUnread ? 'empty.unreadTitle' : 'empty.title')}
      text={t(isUnread ? 'empty.unreadText' : 'empty.text')}
    />
  )
}

function Pages() {
  const { page, show, after } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  return (
    <Pagination
      label={t('nav.notifications')}
      previous={{ label: t('list.newest'), href: after ? paths.notifications({ show }) : undefined }}
      next={{
        label: t('list.older'),
        href: page.next ? paths.notifications({ show, after: page.next }) : undefined,
      }}
    />
  )
}
