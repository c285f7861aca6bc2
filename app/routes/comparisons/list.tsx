import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Scale from 'lucide-react/icons/scale'
import { useTranslation } from 'react-i18next'
import { listAccountNames } from '#app/domain/accounts/queries/accounts.server.ts'
import { isFiltered, readFilters } from '#app/domain/comparisons/filters.ts'
import { comparisonPolicy } from '#app/domain/comparisons/policy.ts'
import { countComparisons, countLimit, listComparisons } from '#app/domain/comparisons/queries/list.server.ts'
import { ComparisonFilterBar, ComparisonTable } from '#app/domain/comparisons/ui/comparison-table.tsx'
import { useLive } from '#app/domain/events/ui/use-live.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { i18nFor } from '#app/i18n/i18n.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const handle = { i18n: ['comparisons'] }

export const loader = loaderFor(async ({ actor, request }) => {
  const filters = readFilters(new URL(request.url).searchParams)
  const [page, count, accounts] = await Promise.all([
    listComparisons(actor, filters),
    countComparisons(actor, filters),
    listAccountNames(actor),
  ])
  return {
    title: i18nFor(actor.language).getFixedT(null, 'comparisons')('title'),
    side: actor.side,
    filters,
    page,
    count: { shown: Math.min(count, countLimit), isMore: count > countLimit },
    accounts,
    canCreate: comparisonPolicy.create(actor),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const topics = ['comparisons']

export default function Comparisons() {
  const { side, filters, page, accounts } = useLoaderData<typeof loader>()
  const { t } = useTranslation('comparisons')
  useLive(topics)
  return (
    <Page header={<PageHeader title={t('title')} lead={t(`lead.${side}`)} primary={<Create />} />}>
      <ComparisonFilterBar
        key={JSON.stringify({ ...filters, q: '' })}
        filters={filters}
        accounts={accounts}
      />
      {page.items.length > 0 ? <ComparisonTable rows={page.items} side={side} /> : <Nothing />}
      <Pages />
    </Page>
  )
}

function Create() {
  const { canCreate, filters } = useLoaderData<typeof loader>()
  const { t } = useTranslation('comparisons')
  if (!canCreate) return null
  return (
    <LinkButton to={paths.newComparison({ account: filters.account })} kind="primary">
      {t('create')}
    </LinkButton>
  )
}

function Nothing() {
  const { side, filters } = useLoaderData<typeof loader>()
  const { t } = useTranslation('comparisons')
  if (isFiltered(filters)) {
    return (
      <EmptyState title={t('nothingFound.title')} text={t('nothingFound.text')}>
        <LinkButton to={paths.comparisons()}>{t('nothingFound.showAll')}</LinkButton>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={Scale} title={t('empty.title')} text={t(`empty.${side}`)}>
      <Create />
    </EmptyState>
  )
}

function Pages() {
  const { page, filters, count } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const at = (after?: string) => paths.comparisons({ ...filters, after })
  const shown = t('list.count', { count: count.shown })
  return (
    <Pagination
      label={t('list.newest')}
      summary={count.isMore ? t('list.countAtLeast', { count: count.shown }) : shown}
      previous={{ label: t('list.newest'), href: filters.after ? at() : undefined }}
      next={{ label: t('list.older'), href: page.next ? at(page.next) : undefined }}
    />
  )
}
