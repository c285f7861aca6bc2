import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import SearchX from 'lucide-react/icons/search-x'
import { useTranslation } from 'react-i18next'
import { findByParameters } from '#app/domain/documents/parameters/search/find.server.ts'
import { FoundGroup } from '#app/domain/documents/ui/parameters/found-group.tsx'
import { listSearchChoices } from '#app/domain/search/choices.server.ts'
import { isNarrowed, queryOfFilters, readSearchFilters } from '#app/domain/search/filters.ts'
import { narrow } from '#app/domain/search/narrow.server.ts'
import { search, searchLimits } from '#app/domain/search/queries.server.ts'
import { searchTabs } from '#app/domain/search/question.ts'
import { ResultList } from '#app/domain/search/ui/result-list.tsx'
import { SearchFilterBar } from '#app/domain/search/ui/search-filter-bar.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['search', 'documents', 'parameters', 'parameterSearch', 'comparisons'] }

export const loader = loaderFor(async ({ actor, request }) => {
  const parameters = new URL(request.url).searchParams
  const text = parameters.get('q')?.trim().slice(0, 200) ?? ''
  const kind = searchTabs.find((each) => each === parameters.get('kind')) ?? null
  const limit = kind ? searchLimits.alone : searchLimits.each
  const filters = readSearchFilters(parameters)
  const [choices, filter] = await Promise.all([listSearchChoices(actor, filters), narrow(actor, filters)])
  // Filters narrow texts: a question for a quantity is asked without them.
  const isPlain = !kind && !isNarrowed(filters)
  const [answer, quantities] = await Promise.all([
    search(actor, { text, kind, limit, filter }),
    isPlain ? findByParameters(actor, text, limit) : null,
  ])
  const title = titleIn(actor.language, 'search:title')
  return {
    title: text ? `${text} · ${title}` : title,
    ...{ text, kind, filters, choices, answer, side: actor.side, parameters: quantities },
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Search() {
  const { text, kind, filters, choices, answer, side, parameters } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['search', 'common'])
  const nothing = t(isNarrowed(filters) ? 'search:filter.noneHere' : 'search:nothing.text')
  const tabs = [null, ...searchTabs].map((each) => ({
    label: t(`search:kinds.${each ?? 'all'}`),
    href: paths.search(text, { kind: each ?? undefined, ...queryOfFilters(filters) }),
    isCurrent: kind === each,
  }))
  return (
    <Page
      header={
        <PageHeader
          title={t('search:title')}
          lead={t('search:lead')}
          tabs={text && <Tabs label={t('search:kindsLabel')} tabs={tabs} />}
        />
      }
    >
      <SearchFilterBar key={JSON.stringify({ ...filters, kind })} {...{ text, kind, filters, choices }} />
      {answer.numbered.length > 0 && (
        <Section title={t('search:numbered')}>
          <ResultList label={t('search:numbered')} results={answer.numbered} />
        </Section>
      )}
      {answer.near.length > 0 && (
        <Section title={t('search:near')} text={t('search:nearText')}>
          <ResultList label={t('search:near')} results={answer.near} />
        </Section>
      )}
      {parameters && <FoundGroup text={text} answer={parameters} hasSupplier={side === 'customer'} />}
      {answer.groups.map((group) => (
        <Section
          key={group.kind}
          title={t(`search:kinds.${group.kind}`)}
          text={group.hasMore && kind ? t('search:newestOnly', { count: group.results.length }) : undefined}
          actions={
            group.hasMore &&
            !kind && (
              <TextLink to={paths.search(text, { kind: group.kind, ...queryOfFilters(filters) })}>
                {t('common:action.showAll')}
              </TextLink>
            )
          }
        >
          <ResultList label={t(`search:kinds.${group.kind}`)} results={group.results} />
        </Section>
      ))}
      {answer.groups.length +
        answer.numbered.length +
        answer.near.length +
        (parameters?.results.length ?? 0) ===
        0 && (
        <EmptyState
          icon={SearchX}
          title={text ? t('search:nothing.title', { text }) : t('search:empty.title')}
          text={text ? nothing : t('search:empty.text')}
        />
      )}
    </Page>
  )
}
