import { data, type HeadersFunction, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findNoteOrigin } from '#app/domain/consultations/notes/queries/choice.server.ts'
import { WantedNotice } from '#app/domain/documents/acknowledgements/ui/wanted-notice.tsx'
import { CitedSources } from '#app/domain/documents/citations/ui/cited-sources.tsx'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { readVersion } from '#app/domain/documents/read-version.server.ts'
import { OwnReading } from '#app/domain/documents/reading/ui/own-reading.tsx'
import { ReadingPlace } from '#app/domain/documents/reading/ui/place.tsx'
import { NoteOrigin } from '#app/domain/documents/redaction/ui/note-origin.tsx'
import { SubscribeButton } from '#app/domain/documents/subscriptions/ui/subscribe-button.tsx'
import { LanguageLine } from '#app/domain/documents/translations/ui/language-line.tsx'
import { Article } from '#app/domain/documents/ui/article.tsx'
import { Contents } from '#app/domain/documents/ui/contents.tsx'
import { DocumentDetails, VersionSwitch } from '#app/domain/documents/ui/document-aside.tsx'
import { DocumentHistory } from '#app/domain/documents/ui/document-history.tsx'
import { DocumentStatusBadge } from '#app/domain/documents/ui/document-status.tsx'
import { DocumentTabs } from '#app/domain/documents/ui/document-tabs.tsx'
import { FileTextNotes } from '#app/domain/documents/ui/file-text-notes.tsx'
import { Preparation } from '#app/domain/documents/ui/preparation.tsx'
import { PrimaryAction, SecondaryActions } from '#app/domain/documents/ui/version-actions.tsx'
import { VersionNotices } from '#app/domain/documents/ui/version-notices.tsx'
import { WithdrawnBand } from '#app/domain/documents/ui/withdrawn-band.tsx'
import { FileList } from '#app/domain/files/ui/file-list.tsx'
import { markSubjectRead } from '#app/domain/notifications/commands.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { isPrefetch, neverKept } from '#app/http/reading.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { Unbroken } from '#app/ui/unbroken.tsx'

export const handle = {
  i18n: ['documents', 'sight', 'citations', 'subscriptions', 'translations'],
}

export const loader = loaderFor(async ({ actor, request, params }) => {
  const asked = new URL(request.url).searchParams
  const number = readVersionNumber(asked.get('version'))
  const language = asked.get('language')
  const isOpened = !isPrefetch(request)
  const page = await readVersion(actor, params.id ?? '', { number, language, isOpened })
  if (isOpened) await markSubjectRead(actor, 'document', page.document.id)
  const origin = await findNoteOrigin(actor, page.document.id)
  const title = `${page.document.number} ${page.version.shown.title}`
  return data({ ...page, origin, title, side: actor.side }, { headers: isOpened ? {} : neverKept })
})

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function DocumentPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('documents')
  const { document, version, abilities } = page
  const breadcrumbs = (
    <Breadcrumbs label={t('title')} items={[{ label: t('title'), href: paths.documents() }]} />
  )
  const action = { document, version, abilities }
  return (
    <Page
      band={
        version.withdrawal && (
          <WithdrawnBand withdrawal={version.withdrawal} number={document.number} version={version.version} />
        )
      }
      header={
        <PageHeader
          breadcrumbs={breadcrumbs}
          number={document.number}
          title={
            <bdi lang={version.shown.language}>
              <Unbroken text={version.shown.title} />
            </bdi>
          }
          state={<DocumentStatusBadge status={version.status} />}
          meta={t('version', { version: version.version })}
          primary={<PrimaryAction {...action} isOtherFirst={page.wanted !== null} />}
          secondary={<SecondaryActions {...action} />}
          tabs={
            <DocumentTabs
              tabs={page.tabs}
              openComments={version.openComments}
              outdated={version.shown.outdated}
            />
          }
        />
      }
      aside={<Aside />}
    >
      <VersionNotices {...action} />
      {page.origin && <NoteOrigin origin={page.origin} {...action} />}
      {page.wanted && <WantedNotice wanted={page.wanted} />}
      <LanguageLine documentId={document.id} version={version} />
      {version.shown.changeNote && (
        <Section title={t('page.changeNote')}>
          <p className="max-w-prose whitespace-pre-line" lang={version.shown.language}>
            {version.shown.changeNote}
          </p>
        </Section>
      )}
      <Contents headings={version.article.headings} />
      <article key={`${version.id} ${version.shown.language}`}>
        <Article article={version.article} language={version.shown.language} anchorLabel={t('page.anchor')} />
      </article>
      <CitedSources citations={version.citations} />
      {version.files.length > 0 && (
        <Section title={t('page.files')} count={version.files.length}>
          <FileList
            files={version.files}
            hrefOf={(file) => paths.documentFile(document.id, file.id)}
            viewHrefOf={(file) => paths.viewDocumentFile(document.id, file.id)}
          />
          {abilities.seePreparation && <FileTextNotes files={version.files} />}
        </Section>
      )}
      {page.preparation && <Preparation {...page.preparation} />}
    </Page>
  )
}

function Aside() {
  const { document, version, audience, side, reading, history } = useLoaderData<typeof loader>()
  const { t } = useTranslation('documents')
  return (
    <>
      <DocumentDetails document={document} version={version} audience={audience} side={side} />
      <VersionSwitch document={document} version={version} />
      <SubscribeButton
        name="documentId"
        value={document.id}
        back={document.id}
        subscriptionId={document.subscriptionId}
      />
      <p data-print="no">
        <a className="ui-link" href={paths.documentBundle(document.id, version.version)} download>
          {t('page.bundle')}
        </a>
      </p>
      {reading && <OwnReading reading={reading} document={document} version={version} />}
      <DocumentHistory history={history} />
      <ReadingPlace headings={version.article.headings} />
    </>
  )
}
