import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Search from 'lucide-react/icons/search'
import SearchX from 'lucide-react/icons/search-x'
import { useTranslation } from 'react-i18next'
import { findByParameters } from '#app/domain/documents/parameters/search/find.server.ts'
import { FoundParameters } from '#app/domain/documents/ui/parameters/found-parameters.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'parameters', 'parameterSearch', 'comparisons'] }

const most = 50

export const loader = loaderFor(async ({ actor, request }) => {
  const text = new URL(request.url).searchParams.get('q')?.trim().slice(0, 200) ?? ''
  const answer = await findByParameters(actor, text, most)
  const title = titleIn(actor.language, 'parameterSearch:title')
  return { title: text ? `${text} · ${title}` : title, text, answer, side: actor.side }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function FindByParameters() {
  const { text } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['parameterSearch', 'documents'])
  const all = { label: t('documents:title'), href: paths.documents() }
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<Breadcrumbs label={t('documents:title')} items={[all]} />}
          title={t('title')}
          lead={t('lead')}
        />
      }
    >
      <FilterBar
        label={t('title')}
        submitLabel={t('submit')}
        search={{ name: 'q', label: t('text'), value: text }}
      />
      <Answer />
    </Page>
  )
}

function Answer() {
  const { text, answer, side } = useLoaderData<typeof loader>()
  const { t } = useTranslation('parameterSearch')
  const message = useMessage()
  if (text === '') return <EmptyState icon={Search} title={t('empty.title')} text={t('empty.text')} />
  const problem = answer ? answer.problem && message(answer.problem) : t('noRelation')
  if (problem) {
    return (
      <Notice title={t('notRead')}>
        <p>{problem}</p>
      </Notice>
    )
  }
  if (!answer?.results.length) {
    return <EmptyState icon={SearchX} title={t('nothing.title')} text={t('nothing.text')} />
  }
  return (
    <>
      <FoundParameters results={answer.results} hasSupplier={side === 'customer'} />
      {answer.hasMore && <p className="text-muted">{t('more', { count: answer.results.length })}</p>}
    </>
  )
}
