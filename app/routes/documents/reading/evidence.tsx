import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { getEvidence } from '#app/domain/documents/reading/queries/evidence.server.ts'
import { EvidencePicture } from '#app/domain/documents/reading/ui/evidence-picture.tsx'
import { EvidenceTable } from '#app/domain/documents/reading/ui/evidence-table.tsx'
import { EvidenceViews } from '#app/domain/documents/reading/ui/evidence-views.tsx'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { DocumentStatusBadge } from '#app/domain/documents/ui/document-status.tsx'
import { DocumentTabs } from '#app/domain/documents/ui/document-tabs.tsx'
import { VersionBand } from '#app/domain/documents/ui/withdrawn-band.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Unbroken } from '#app/ui/unbroken.tsx'

export const handle = { i18n: ['documents', 'reading'] }

export const loader = loaderFor(async ({ actor, request, params }) => {
  const { searchParams } = new URL(request.url)
  const wanted = readVersionNumber(searchParams.get('version'))
  const evidence = await getEvidence(actor, params.id ?? '', wanted)
  const { document, version } = evidence
  return {
    ...evidence,
    title: titleIn(actor.language, 'reading:title', { number: document.number, version: version.version }),
    view: searchParams.get('view') === 'table' ? ('table' as const) : ('picture' as const),
    now: new Date(),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function DocumentEvidence() {
  const { document, version, tabs, rows, isMore, view } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['documents', 'reading'])
  const read = rows.filter(({ reading }) => reading && reading.openCount > 0).length
  return (
    <Page
      band={<VersionBand document={document} version={version} />}
      width={view === 'table' ? 'full' : 'wide'}
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          number={document.number}
          title={
            <bdi lang={version.language}>
              <Unbroken text={version.title} />
            </bdi>
          }
          state={<DocumentStatusBadge status={version.status} />}
          meta={t('version', { version: version.version })}
          tabs={<DocumentTabs tabs={tabs} />}
        />
      }
    >
      <Section
        title={t('evidence.title')}
        count={rows.length > 0 ? t('evidence.summary', { read, all: rows.length }) : undefined}
        text={t('evidence.text')}
        actions={<EvidenceViews document={document} version={version.version} view={view} />}
      >
        <Shown />
        {isMore && <p className="text-sm text-muted">{t('evidence.limit', { count: rows.length })}</p>}
      </Section>
    </Page>
  )
}

function Shown() {
  const { version, rows, view, now } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['documents', 'reading'])
  if (!version.releasedAt) return <p className="text-muted">{t('reading:notReleased')}</p>
  if (rows.length === 0) return <p className="text-muted">{t('evidence.nobody')}</p>
  if (view === 'table') return <EvidenceTable rows={rows} />
  return <EvidencePicture rows={rows} releasedAt={version.releasedAt} now={now} />
}
