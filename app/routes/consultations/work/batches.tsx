import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import History from 'lucide-react/icons/history'
import { useTranslation } from 'react-i18next'
import { listBatches } from '#app/domain/consultations/work/batches/queries.server.ts'
import { BatchList } from '#app/domain/consultations/work/ui/batch-list.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const handle = { i18n: ['consultations', 'work'] }

export const loader = loaderFor(async ({ actor, request }) => {
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  const page = await listBatches(actor, after)
  return { title: titleIn(actor.language, 'work:batch.all'), page, after }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Batches() {
  const { page, after } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['work', 'consultations', 'common'])
  const list = { label: t('consultations:title'), href: paths.consultations() }
  const at = (next?: string) => paths.consultationBatch('/done', { after: next })
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<Breadcrumbs label={list.label} items={[list]} />}
          title={t('batch.all')}
          lead={t('batch.lead')}
        />
      }
    >
      {page.items.length > 0 ? (
        <>
          <BatchList batches={page.items} />
          <Pagination
            label={t('batch.all')}
            summary={t('common:list.count', { count: page.items.length })}
            previous={{ label: t('common:list.newest'), href: after ? at() : undefined }}
            next={{ label: t('common:list.older'), href: page.next ? at(page.next) : undefined }}
          />
        </>
      ) : (
        <EmptyState icon={History} title={t('batch.empty')} text={t('batch.lead')} />
      )}
    </Page>
  )
}
