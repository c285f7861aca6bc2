import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listTranslations } from '#app/domain/documents/translations/queries/overview.server.ts'
import { TranslationRow } from '#app/domain/documents/translations/ui/translation-row.tsx'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { DocumentTabs } from '#app/domain/documents/ui/document-tabs.tsx'
import { VersionBand } from '#app/domain/documents/ui/withdrawn-band.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'translations'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const found = await listTranslations(actor, params.id ?? '')
  return {
    ...found,
    title: titleIn(actor.language, 'translations:title', { number: found.document.number }),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Translations() {
  const { document, version, tabs, rows } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['translations', 'documents'])
  return (
    <Page
      band={<VersionBand document={document} version={version} />}
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={t('title', { number: document.number })}
          meta={t('documents:version', { version: version.version })}
          lead={t('lead')}
          tabs={<DocumentTabs tabs={tabs} />}
        />
      }
    >
      <ul className="grid list-none gap-0 p-0">
        {rows.map((row) => (
          <TranslationRow key={row.language} documentId={document.id} row={row} />
        ))}
      </ul>
    </Page>
  )
}
