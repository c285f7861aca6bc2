import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import ScrollText from 'lucide-react/icons/scroll-text'
import { useTranslation } from 'react-i18next'
import { readFilters } from '#app/domain/audit/filters.ts'
import { countEvents, countLimit, listEvents, listPeople } from '#app/domain/audit/queries.server.ts'
import { AuditFilterBar } from '#app/domain/audit/ui/audit-filters.tsx'
import { AuditTable } from '#app/domain/audit/ui/audit-table.tsx'
import { sentenceNamespaces } from '#app/domain/notifications/sentence.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const handle = { i18n: ['audit', ...sentenceNamespaces] }

export const loader = loaderFor(async ({ actor, request }) => {
  const filters = readFilters(new URL(request.url).searchParams)
  const page = await listEvents(actor, filters)
  const [count, people] = await Promise.all([countEvents(actor, filters), listPeople(actor)])
  const title = titleIn(actor.language, 'audit:title')
  return {
    title,
    side: actor.side,
    filters,
    page,
    people,
    count: { shown: Math.min(count, countLimit), isMore: count > countLimit },
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Audit() {
  const { side, filters, page, people } = useLoaderData<typeof loader>()
  const { t } = useTranslation('audit')
  return (
    <Page width="full" header={<PageHeader title={t('title')} lead={t(`lead.${side}`)} />}>
      <AuditFilterBar key={JSON.stringify(filters)} filters={filters} people={people} />
      {page.items.length > 0 ? (
        <AuditTable entries={page.items} filters={filters} />
      ) : (
        <EmptyState icon={ScrollText} title={t('empty.title')} text={t('empty.text')} />
      )}
      <Pages />
    </Page>
  )
}

function Pages() {
  const { page, filters, count } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const at = (after?: string) => paths.audit({ ...filters, after })
  return (
    <Pagination
      label={t('nav.audit')}
      summary={
        count.isMore
          ? t('list.countAtLeast', { count: count.shown })
          : t('list.count', { count: count.shown })
      }
      previous={{ label: t('list.newest'), href: filters.after ? at() : undefined }}
      next={{ label: t('list.older'), href: page.next ? at(page.next) : undefined }}
    />
  )
}
