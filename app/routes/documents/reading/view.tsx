import type { LinksFunction, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { getDocumentFile } from '#app/domain/documents/queries/file.server.ts'
import { recordFileOpening } from '#app/domain/documents/reading/commands/open-file.server.ts'
import { previewOf } from '#app/domain/documents/reading/queries/preview.server.ts'
import { useTimeInView } from '#app/domain/documents/reading/ui/use-time-in-view.ts'
import type { PdfView } from '#app/domain/documents/reading/ui/view/pdf-view.ts'
import { PdfViewer } from '#app/domain/documents/reading/ui/view/pdf-viewer.tsx'
import { PictureViewer } from '#app/domain/documents/reading/ui/view/picture-viewer.tsx'
import { TextPreview } from '#app/domain/documents/reading/ui/view/text-preview.tsx'
import viewerStyles from '#app/domain/documents/reading/ui/view/viewer.css?url'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { VersionBand } from '#app/domain/documents/ui/withdrawn-band.tsx'
import { FileSize } from '#app/domain/files/ui/file-size.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { isPrefetch } from '#app/http/reading.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'reading'] }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: viewerStyles }]

export const loader = loaderFor(async ({ actor, request, params }) => {
  const { file, version } = await getDocumentFile(actor, params.id ?? '', params.fileId ?? '')
  const { document } = version
  const preview = await previewOf(file)
  if (!isPrefetch(request)) await recordFileOpening(actor, { fileId: file.id, version })
  return {
    title: `${file.name} · ${document.number}`,
    document: { id: document.id, number: document.number },
    version: { version: version.version, status: version.status },
    file: { id: file.id, name: file.name, size: Number(file.size) },
    preview,
    isReader: actor.side === 'customer',
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ViewFile() {
  const { document, version, file, isReader } = useLoaderData<typeof loader>()
  const { t } = useTranslation('reading')
  const pdf = useRef<PdfView | null>(null)
  useTimeInView(isReader ? paths.documentSeen(document.id) : null, version.version, () => {
    const pages = pdf.current?.seen.take() ?? []
    return {
      fileId: file.id,
      ...(pages.length > 0 && pdf.current
        ? { pages: pages.join(','), pageCount: String(pdf.current.source.numPages) }
        : {}),
    }
  })
  return (
    <Page
      band={<VersionBand document={document} version={version} />}
      width="full"
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={<bdi className="break-all">{file.name}</bdi>}
          meta={<FileSize bytes={file.size} />}
          secondary={
            <LinkButton to={paths.documentFile(document.id, file.id)} reloadDocument prefetch="none">
              {t('viewer.download')}
            </LinkButton>
          }
        />
      }
    >
      <Shown onView={(view) => (pdf.current = view)} />
    </Page>
  )
}

function Shown({ onView }: { onView(view: PdfView | null): void }) {
  const { document, file, preview } = useLoaderData<typeof loader>()
  const { t } = useTranslation('reading')
  const address = paths.documentFileBytes(document.id, file.id)
  if (preview.kind === 'pdf') {
    return (
      <>
        <noscript>{t('viewer.needsScript')}</noscript>
        <PdfViewer address={address} name={file.name} onView={onView} />
      </>
    )
  }
  if (preview.kind === 'picture') return <PictureViewer address={address} name={file.name} />
  if (preview.text) return <TextPreview text={preview.text} name={file.name} />
  return <Notice title={t(`viewer.problem.${preview.problem ?? 'kind'}`)}>{t('viewer.takeIt')}</Notice>
}
