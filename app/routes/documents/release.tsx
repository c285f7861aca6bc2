import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { decideRelease } from '#app/domain/documents/reviews/commands/decide-release.server.ts'
import { ReleaseWhenForm } from '#app/domain/documents/reviews/forms.ts'
import { getReleasePage } from '#app/domain/documents/reviews/queries/release-page.server.ts'
import { ReachSections } from '#app/domain/documents/reviews/ui/reach.tsx'
import { Readiness } from '#app/domain/documents/reviews/ui/readiness.tsx'
import { ReleaseForm } from '#app/domain/documents/reviews/ui/release-form.tsx'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['documents', 'reviews'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const page = await getReleasePage(actor, params.id ?? '')
  const named = { number: page.document.number, version: page.version.version }
  return { ...page, title: titleIn(actor.language, 'documents:release.title', named) }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, ReleaseWhenForm, async (input) => {
    const id = params.id ?? ''
    const done = await decideRelease(actor, id, input)
    return redirectWithToast(
      paths.document(id, done === 'scheduled' ? input.version : undefined),
      done === 'scheduled' ? 'documents:toast.scheduled' : 'documents:toast.released',
    )
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ReleaseDocument() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('documents')
  const { document, version, reach } = page
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={t('release.title', { number: document.number, version: version.version })}
          lead={<bdi lang={version.language}>{version.title}</bdi>}
        />
      }
    >
      <Readiness page={page} />
      <ReachSections reach={reach} />
      <p>{t('release.lead')}</p>
      {reach.inForce !== null && (
        <p>
          {t('release.supersedes', { version: reach.inForce })}{' '}
          <TextLink to={paths.documentDifferences(document.id, { from: reach.inForce, to: version.version })}>
            {t('page.whatChanged')}
          </TextLink>
        </p>
      )}
      {(page.review.isReady || reply) && <ReleaseForm page={page} reply={reply} />}
    </Page>
  )
}
