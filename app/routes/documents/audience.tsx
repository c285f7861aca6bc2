import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { changeAudience } from '#app/domain/documents/commands/change-audience.server.ts'
import { ReachForm as ReachSchema } from '#app/domain/documents/forms.ts'
import { documentPolicy } from '#app/domain/documents/policy.ts'
import { changeOfAudience } from '#app/domain/documents/queries/audience/change.server.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { getReach, listDocumentChoices } from '#app/domain/documents/queries/draft.server.ts'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { ReachForm } from '#app/domain/documents/ui/form/reach-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'sight'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const document = await getDocument(actor, params.id ?? '')
  authorize(documentPolicy.changeAudience(actor, document))
  const { id, number, title } = document
  return {
    title: titleIn(actor.language, 'documents:reach.title', { number }),
    document: { id, number, title },
    reach: await getReach(actor, id),
    choices: await listDocumentChoices(actor),
  }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, ReachSchema, async (input, reply) => {
    const id = params.id ?? ''
    const change = await changeOfAudience(actor, id, input)
    if (change.key !== input.confirmed) return { ...reply(), change }
    await changeAudience(actor, id, input)
    return redirectWithToast(paths.document(id), 'documents:toast.audienceChanged')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function DocumentAudience() {
  const { document, reach, choices } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('documents')
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} />}
          title={t('reach.title', { number: document.number })}
          lead={t('reach.lead')}
        />
      }
    >
      <ReachForm documentId={document.id} reach={reach} choices={choices} reply={reply} />
    </Page>
  )
}
