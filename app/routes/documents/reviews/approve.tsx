import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { approveVersion } from '#app/domain/documents/reviews/commands/approve.server.ts'
import { ApproveForm as ApproveSchema } from '#app/domain/documents/reviews/forms.ts'
import { requireToApprove } from '#app/domain/documents/reviews/queries/review-page.server.ts'
import { ApproveForm } from '#app/domain/documents/reviews/ui/approve-form.tsx'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'reviews'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { document, version, openItems } = await requireToApprove(actor, params.id ?? '')
  const named = { number: document.number, version: version.version }
  return { title: titleIn(actor.language, 'reviews:approve.title', named), document, version, openItems }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, ApproveSchema, async (input) => {
    const id = params.id ?? ''
    await approveVersion(actor, id, input)
    return redirectWithToast(paths.documentReview(id), 'reviews:toast.approved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ApproveDocument() {
  const { document, version, openItems } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('reviews')
  const named = { number: document.number, version: version.version }
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={t('approve.title', named)}
          lead={version.title}
        />
      }
    >
      <p>{t('approve.lead')}</p>
      {openItems > 0 && <p className="text-muted">{t('approve.openItems', { count: openItems })}</p>}
      <ApproveForm documentId={document.id} version={version} reply={reply} />
    </Page>
  )
}
