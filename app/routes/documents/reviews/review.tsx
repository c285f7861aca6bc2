import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { addReviewers } from '#app/domain/documents/reviews/commands/add-reviewers.server.ts'
import { ReviewersForm } from '#app/domain/documents/reviews/forms.ts'
import { getReviewPage } from '#app/domain/documents/reviews/queries/review-page.server.ts'
import { AddReviewers } from '#app/domain/documents/reviews/ui/add-reviewers.tsx'
import { Planned } from '#app/domain/documents/reviews/ui/planned.tsx'
import { ReviewActions } from '#app/domain/documents/reviews/ui/review-actions.tsx'
import { Round } from '#app/domain/documents/reviews/ui/round.tsx'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { DocumentStatusBadge } from '#app/domain/documents/ui/document-status.tsx'
import { DocumentTabs } from '#app/domain/documents/ui/document-tabs.tsx'
import { VersionBand } from '#app/domain/documents/ui/withdrawn-band.tsx'
import { markSubjectRead } from '#app/domain/notifications/commands.server.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { isPrefetch } from '#app/http/reading.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Unbroken } from '#app/ui/unbroken.tsx'

export const handle = { i18n: ['documents', 'reviews'] }

export const loader = loaderFor(async ({ actor, request, params }) => {
  const number = readVersionNumber(new URL(request.url).searchParams.get('version'))
  const page = await getReviewPage(actor, params.id ?? '', number)
  if (!isPrefetch(request)) await markSubjectRead(actor, 'document', page.document.id)
  const named = { number: page.document.number, version: page.version.version }
  return { ...page, title: titleIn(actor.language, 'reviews:page.title', named) }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, ReviewersForm, async (input) => {
    const id = params.id ?? ''
    await addReviewers(actor, id, input)
    return redirectWithToast(paths.documentReview(id), 'reviews:toast.reviewersAdded')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function DocumentReview() {
  const page = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['reviews', 'documents'])
  const { document, version, rounds, abilities, candidates } = page
  const [newest, ...before] = rounds
  return (
    <Page
      band={<VersionBand document={document} version={version} />}
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
          meta={t('documents:version', { version: version.version })}
          primary={<ReviewActions page={page} isPrimary />}
          secondary={<ReviewActions page={page} isPrimary={false} />}
          tabs={<DocumentTabs tabs={page.tabs} />}
        />
      }
    >
      {page.scheduled && (
        <Planned documentId={document.id} scheduled={page.scheduled} canCancel={abilities.cancel} />
      )}
      {newest ? (
        <Round round={newest} documentId={document.id} canCheck={abilities.check} />
      ) : (
        <p className="text-muted">{t('page.noRound')}</p>
      )}
      {abilities.addReviewers && candidates.length > 0 && (
        <AddReviewers candidates={candidates} reply={reply} />
      )}
      {before.map((round) => (
        <Round key={round.id} round={round} documentId={document.id} canCheck={false} />
      ))}
    </Page>
  )
}
