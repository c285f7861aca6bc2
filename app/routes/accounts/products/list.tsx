import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Package from 'lucide-react/icons/package'
import { useTranslation } from 'react-i18next'
import { productPolicy } from '#app/domain/accounts/policy.ts'
import { listCatalogue, readCatalogueFilters } from '#app/domain/accounts/queries/catalogue.server.ts'
import { listFamilies } from '#app/domain/accounts/queries/products.server.ts'
import { CatalogueTable } from '#app/domain/accounts/ui/catalogue-table.tsx'
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
  const filters = readCatalogueFilters(new URL(request.url).searchParams)
  const [page, families] = await Promise.all([listCatalogue(actor, filters), listFamilies(actor)])
  return {
    title: titleIn(actor.language, 'accounts:title.products'),
    ...{ filters, page, side: actor.side, canChange: productPolicy.change(actor) },
    families: families.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Products() {
  const { filters, page, side, families, canChange } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['accounts', 'common'])
  const isSet = filters.q !== '' || filters.family !== ''
  const add = canChange && (
    <LinkButton to={paths.newProduct()} kind="primary">
      {t('accounts:products.addProduct')}
    </LinkButton>
  )
  return (
    <Page
      header={
        <PageHeader
          title={t('accounts:title.products')}
          lead={t(`accounts:products.lead.${side}`)}
          primary={add}
          secondary={canChange && <More />}
        />
      }
    >
      <FilterBar
        label={t('accounts:products.filter')}
        submitLabel={t('common:action.filter')}
        search={{ name: 'q', label: t('accounts:products.search'), value: filters.q }}
        clear={isSet ? { label: t('common:action.reset'), href: paths.products() } : undefined}
      >
        <Select
          key={filters.family}
          name="family"
          aria-label={t('accounts:products.family')}
          defaultValue={filters.family}
          emptyLabel={t('accounts:products.allFamilies')}
          options={families}
        />
      </FilterBar>
      {page.items.length > 0 ? <CatalogueTable rows={page.items} side={side} /> : <Nothing />}
      <Pagination
        label={t('accounts:title.products')}
        previous={{
          label: t('common:list.newest'),
          href: filters.after ? paths.products({ ...filters, after: '' }) : undefined,
        }}
        next={{
          label: t('common:list.older'),
          href: page.next ? paths.products({ ...filters, after: page.next }) : undefined,
        }}
      />
    </Page>
  )
}

function More() {
  const { t } = useTranslation('accounts')
  return (
    <>
      <LinkButton to={paths.newFamily()}>{t('products.addFamily')}</LinkButton>
      <LinkButton to={paths.newVariant()}>{t('products.addVariant')}</LinkButton>
    </>
  )
}

function Nothing() {
  const { filters, side, canChange } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['accounts', 'common'])
  if (filters.q || filters.family || filters.after) {
    return (
      <EmptyState title={t('accounts:list.nothingTitle')}>
        <LinkButton to={paths.products()}>{t('common:action.showAll')}</LinkButton>
      </EmptyState>
    )
  }
  return (
    <EmptyState
      icon={Package}
      title={t('accounts:products.emptyTitle')}
      text={t(`accounts:products.empty.${side}`)}
    >
      {canChange && (
        <LinkButton to={paths.newFamily()} kind="primary">
          {t('accounts:products.addFamily')}
        </LinkButton>
      )}
    </EmptyState>
  )
}
