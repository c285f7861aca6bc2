import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { returnVersion } from '#app/domain/documents/commands/submit.server.ts'
import { ReturnForm } from '#app/domain/documents/forms.ts'
import { documentPolicy } from '#app/domain/documents/policy.ts'
import { getSubmitted } from '#app/domain/documents/queries/submitted.server.ts'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { ReasonForm } from '#app/domain/documents/ui/form/reason-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { document, version } = await getSubmitted(actor, params.id ?? '')
  authorize(documentPolicy.return(actor, document, version))
  return {
    title: titleIn(actor.language, 'documents:return.title', { number: document.number }),
    document,
    version,
  }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, ReturnForm, async ({ reason }) => {
    const id = params.id ?? ''
    await returnVersion(actor, id, reason)
    return redirectWithToast(paths.document(id), 'documents:toast.returned')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ReturnDocument() {
  const { document, version } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('documents')
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={t('return.title', { number: document.number })}
          lead={t('return.lead', { author: version.author.name })}
        />
      }
    >
      <ReasonForm
        documentId={document.id}
        label={t('return.reason')}
        reply={reply}
        button={t('return.confirm')}
        kind="primary"
      />
    </Page>
  )
}
