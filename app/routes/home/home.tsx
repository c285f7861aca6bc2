import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listWaiting } from '#app/domain/home/queries.server.ts'
import { WaitingList } from '#app/domain/home/ui/waiting-list.tsx'
import { listNotifications } from '#app/domain/notifications/queries.server.ts'
import { sentenceNamespaces } from '#app/domain/notifications/sentence.ts'
import { EventSentence } from '#app/domain/notifications/ui/event-sentence.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Row, RowList } from '#app/ui/row-list.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export const handle = { i18n: ['common', ...sentenceNamespaces] }

const newsOnHome = 12

export const loader = loaderFor(async ({ actor }) => {
  const [waiting, news] = await Promise.all([
    listWaiting(actor),
    listNotifications(actor, { unreadOnly: false, after: null, limit: newsOnHome }),
  ])
  const { name, side, functions } = actor
  const abilities = {
    ask: side === 'customer',
    write: side === 'supplier' && functions.some((f) => f === 'engineering' || f === 'quality'),
    compare: side === 'supplier' && functions.includes('account_management'),
  }
  const title = titleIn(actor.language, 'common:nav.home')
  return { title, name, waiting, news: news.items, abilities }
})

export default function Home() {
  const { name, waiting, news, abilities } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const first = abilities.ask
    ? { to: paths.newConsultation(), label: t('home.ask') }
    : abilities.write
      ? { to: paths.newDocument(), label: t('home.write') }
      : abilities.compare
        ? { to: paths.newComparison(), label: t('home.compare') }
        : { to: paths.documents(), label: t('home.browse') }
  return (
    <Page
      header={
        <PageHeader
          title={t('home.title', { name })}
          primary={
            <LinkButton to={first.to} kind="primary">
              {first.label}
            </LinkButton>
          }
        />
      }
    >
      <WaitingList items={waiting} />
      <Section title={t('home.changed')}>
        {news.length === 0 ? (
          <p className="text-muted">{t('home.changedNothing')}</p>
        ) : (
          <RowList label={t('home.changed')}>
            {news.map((item) => (
              <Row
                key={item.id}
                href={item.href ?? undefined}
                title={<EventSentence event={item} />}
                trailing={<Time at={item.createdAt} />}
              />
            ))}
          </RowList>
        )}
      </Section>
    </Page>
  )
}
