import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import FileText from 'lucide-react/icons/file-text'
import { useTranslation } from 'react-i18next'
import { listFamilies, listProducts } from '#app/domain/accounts/queries/products.server.ts'
import { isFiltered, readFilters } from '#app/domain/documents/filters.ts'
import { importPolicy } from '#app/domain/documents/imports/policy.ts'
import { documentPolicy } from '#app/domain/documents/policy.ts'
import { listOwners } from '#app/domain/documents/queries/draft.server.ts'
import { countDocuments, countLimit, listDocuments } from '#app/domain/documents/queries/list.server.ts'
import { reviewPolicy } from '#app/domain/documents/reviews/policy.ts'
import { SubscribeTo } from '#app/domain/documents/subscriptions/ui/subscribe-to.tsx'
import { DocumentFilterBar } from '#app/domain/documents/ui/document-filters.tsx'
import { DocumentTable } from '#app/domain/documents/ui/document-table.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const handle = { i18n: ['documents', 'subscriptions', 'parameterSearch'] }

export const loader = loaderFor(async ({ actor, request }) => {
  const filters = readFilters(new URL(request.url).searchParams)
  const [page, count, products, families, owners] = await Promise.all([
    listDocuments(actor, filters),
    countDocuments(actor, filters),
    listProducts(actor),
    listFamilies(actor),
    actor.side === 'supplier' ? listOwners(actor) : [],
  ])
  return {
    title: titleIn(actor.language, 'documents:title'),
    side: actor.side,
    filters,
    page,
    count: { shown: Math.min(count, countLimit), isMore: count > countLimit },
    products: products.map(({ id, number, name }) => ({ id, number, name })),
    families: families.map(({ id, code, name }) => ({ id, code, name })),
    owners,
    canCreate: documentPolicy.create(actor),
    canChangeRules: reviewPolicy.changeRules(actor),
    canImport: importPolicy.import(actor),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Documents() {
  const { side, filters, page, products, families, owners } = useLoaderData<typeof loader>()
  const { t } = useTranslation('documents')
  return (
    <Page
      header={
        <PageHeader title={t('title')} lead={t(`lead.${side}`)} primary={<New />} secondary={<Others />} />
      }
    >
      <div className="grid gap-2">
        <DocumentFilterBar
          key={JSON.stringify({ ...filters, q: '', keyword: '' })}
          filters={filters}
          side={side}
          products={products}
          families={families}
          owners={owners}
        />
        <SubscribeTo filters={filters} />
      </div>
      {page.items.length > 0 ? <DocumentTable rows={page.items} side={side} /> : <Nothing />}
      <Pages />
    </Page>
  )
}

function New() {
  const { canCreate } = useLoaderData<typeof loader>()
  const { t } = useTranslation('documents')
  return (
    canCreate && (
      <LinkButton to={paths.newDocument()} kind="primary">
        {t('new')}
      </LinkButton>
    )
  )
}

/** The pages beside the list. */
function Others() {
  const { canChangeRules, canImport } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['documents', 'parameterSearch'])
  return (
    <>
      <LinkButton to={paths.findParameters()}>{t('parameterSearch:title')}</LinkButton>
      <LinkButton to={paths.changeNotices()}>{t('changeNotices')}</LinkButton>
      {canChangeRules && <LinkButton to={paths.reviewRules()}>{t('reviewRules')}</LinkButton>}
      {canImport && <LinkButton to={paths.documentImports()}>{t('imports')}</LinkButton>}
    </>
  )
}

function Nothing() {
  const { side, filters } = useLoaderData<typeof loader>()
  const { t } = useTranslation('documents')
  if (isFiltered(filters)) {
    return (
      <EmptyState title={t('nothingFound.title')} text={t('nothingFound.text')}>
        <LinkButton to={paths.documents()}>{t('nothingFound.showAll')}</LinkButton>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={FileText} title={t('empty.title')} text={t(`empty.${side}`)}>
      <New />
    </EmptyState>
  )
}

function Pages() {
  const { page, filters, count } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const at = (after?: string) => paths.documents({ ...filters, after })
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
