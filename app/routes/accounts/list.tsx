import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Building2 from 'lucide-react/icons/building-2'
import { useTranslation } from 'react-i18next'
import { accountPolicy } from '#app/domain/accounts/policy.ts'
import {
  countAccounts,
  countLimit,
  listAccountPage,
  readAccountFilters,
} from '#app/domain/accounts/queries/list.server.ts'
import { AccountTable } from '#app/domain/accounts/ui/account-table.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Select } from '#app/ui/select.tsx'

export const handle = { i18n: ['accounts'] }

export const loader = loaderFor(async ({ actor, request }) => {
  const filters = readAccountFilters(new URL(request.url).searchParams)
  const [page, count] = await Promise.all([listAccountPage(actor, filters), countAccounts(actor, filters)])
  return {
    title: titleIn(actor.language, 'accounts:title.list'),
    ...{ side: actor.side, filters, page, canOpen: accountPolicy.open(actor) },
    count: { shown: Math.min(count, countLimit), isMore: count > countLimit },
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Accounts() {
  const { side, page, canOpen } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const open = canOpen && (
    <LinkButton to={paths.newAccount()} kind="primary">
      {t('list.open')}
    </LinkButton>
  )
  return (
    <Page header={<PageHeader title={t('title.list')} lead={t(`list.lead.${side}`)} primary={open} />}>
      <Filters />
      {page.items.length > 0 ? <AccountTable rows={page.items} side={side} /> : <Nothing />}
      <Pages />
    </Page>
  )
}

function Filters() {
  const { filters, side } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['accounts', 'common'])
  const states = side === 'supplier' ? (['open', 'closed', 'restricted'] as const) : []
  const isSet = filters.q !== '' || filters.state !== ''
  return (
    <FilterBar
      label={t('accounts:list.filter')}
      submitLabel={t('common:action.filter')}
      search={{ name: 'q', label: t('accounts:list.search'), value: filters.q }}
      clear={isSet ? { label: t('common:action.reset'), href: paths.accounts() } : undefined}
    >
      {states.length > 0 && (
        <Select
          key={filters.state}
          name="state"
          aria-label={t('accounts:list.state')}
          defaultValue={filters.state}
          emptyLabel={t('accounts:list.allStates')}
          options={states.map((value) => ({ value, label: t(`accounts:state.${value}`) }))}
        />
      )}
    </FilterBar>
  )
}

function Nothing() {
  const { filters, side, canOpen } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  if (filters.q || filters.state || filters.after) {
    return (
      <EmptyState title={t('list.nothingTitle')} text={t('list.nothing')}>
        <LinkButton to={paths.accounts()}>{t('list.showAll')}</LinkButton>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={Building2} title={t('list.emptyTitle')} text={t(`list.empty.${side}`)}>
      {canOpen && (
        <LinkButton to={paths.newAccount()} kind="primary">
          {t('list.open')}
        </LinkButton>
      )}
    </EmptyState>
  )
}

function Pages() {
  const { page, filters, count } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const at = (after?: string) => paths.accounts({ ...filters, after })
  return (
    <Pagination
      label={t('list.newest')}
      summary={t(count.isMore ? 'list.countAtLeast' : 'list.count', { count: count.shown })}
      previous={{ label: t('list.newest'), href: filters.after ? at() : undefined }}
      next={{ label: t('list.older'), href: page.next ? at(page.next) : undefined }}
    />
  )
}
