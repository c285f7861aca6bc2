import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listNotices } from '#app/domain/documents/change-notices/queries/list.server.ts'
import { NoticeTable } from '#app/domain/documents/change-notices/ui/notice-table.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'acknowledgements', 'changeNotices'] }

export const loader = loaderFor(async ({ actor }) => ({
  title: titleIn(actor.language, 'changeNotices:list.title'),
  side: actor.side,
  rows: await listNotices(actor),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ChangeNotices() {
  const { side, rows } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['changeNotices', 'documents'])
  const documents = t('documents:title')
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={
            <Breadcrumbs label={documents} items={[{ label: documents, href: paths.documents() }]} />
          }
          title={t('list.title')}
          lead={t(`list.lead.${side}`)}
        />
      }
    >
      {rows.length > 0 ? (
        <NoticeTable rows={rows} />
      ) : (
        <EmptyState title={t('list.empty')} text={t('list.emptyText')} />
      )}
    </Page>
  )
}
