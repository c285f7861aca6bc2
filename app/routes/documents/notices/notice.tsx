import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getNoticePage } from '#app/domain/documents/change-notices/queries/notice.server.ts'
import { AffectedAccounts } from '#app/domain/documents/change-notices/ui/affected-accounts.tsx'
import {
  Changes,
  Milestones,
  NoticeFacts,
  Parts,
} from '#app/domain/documents/change-notices/ui/notice-facts.tsx'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { DocumentTabs } from '#app/domain/documents/ui/document-tabs.tsx'
import { VersionBand } from '#app/domain/documents/ui/withdrawn-band.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'changeNotices', 'parameters'] }

export const loader = loaderFor(async ({ actor, request, params }) => {
  const number = readVersionNumber(new URL(request.url).searchParams.get('version'))
  const page = await getNoticePage(actor, params.id ?? '', number)
  const named = { number: page.document.number, version: page.version.version }
  return { ...page, title: titleIn(actor.language, 'changeNotices:title', named) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ChangeNotice() {
  const { document, version, tabs, notice, accounts, abilities } = useLoaderData<typeof loader>()
  const { t } = useTranslation('changeNotices')
  const named = { number: document.number, version: version.version }
  return (
    <Page
      band={<VersionBand document={document} version={version} />}
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={t('title', named)}
          lead={version.title}
          primary={abilities.edit && <Edit />}
          secondary={notice && notice.parts.length > 0 && <Exports />}
          tabs={<DocumentTabs tabs={tabs} />}
        />
      }
    >
      {!notice && <EmptyState title={t('empty.title')} text={t('empty.text')} />}
      {notice && (
        <>
          <NoticeFacts notice={notice} />
          <Milestones notice={notice} />
          <Changes notice={notice} />
          <Parts notice={notice} />
          {abilities.seeReach && <AffectedAccounts accounts={accounts} />}
        </>
      )}
    </Page>
  )
}

function Edit() {
  const { document } = useLoaderData<typeof loader>()
  const { t } = useTranslation('changeNotices')
  return (
    <LinkButton to={paths.editNotice(document.id)} kind="primary">
      {t('edit')}
    </LinkButton>
  )
}

function Exports() {
  const { document, version } = useLoaderData<typeof loader>()
  const { t } = useTranslation('changeNotices')
  const link = { reloadDocument: true, prefetch: 'none' } as const
  return (
    <>
      <LinkButton to={paths.exportNotice(document.id, version.version, 'json')} {...link}>
        {t('exportJson')}
      </LinkButton>
      <LinkButton to={paths.exportNotice(document.id, version.version, 'csv')} {...link}>
        {t('exportCsv')}
      </LinkButton>
    </>
  )
}
