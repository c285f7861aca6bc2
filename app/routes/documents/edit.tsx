import { data, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { editDraft } from '#app/domain/documents/commands/edit.server.ts'
import { editFormOf } from '#app/domain/documents/forms.ts'
import { getDraft, listDocumentChoices } from '#app/domain/documents/queries/draft.server.ts'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { DocumentForm } from '#app/domain/documents/ui/form/document-form.tsx'
import { comparedReply } from '#app/domain/documents/writing/compared-reply.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'writing'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const draft = await getDraft(actor, params.id ?? '')
  return {
    title: titleIn(actor.language, 'documents:form.editTitle', { number: draft.number }),
    draft,
    choices: await listDocumentChoices(actor),
  }
})

export const action = actionFor(async ({ actor, request, params }) => {
  const draft = await getDraft(actor, params.id ?? '')
  return submit(request, editFormOf(draft), async (input) => {
    const compared = await editDraft(actor, draft.id, input)
    if (compared) return data(comparedReply(input, compared), { status: 409 })
    return redirectWithToast(paths.document(draft.id, draft.version), 'documents:toast.saved')
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function EditDocument() {
  const { draft, choices } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['documents', 'writing'])
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={draft} version={draft.version} />}
          title={t('form.editTitle', { number: draft.number })}
          meta={t('version', { version: draft.version })}
          secondary={
            draft.isAuthor && (
              <LinkButton to={paths.documentAuthors(draft.id)} kind="quiet">
                {t('writing:authors.link')}
              </LinkButton>
            )
          }
        />
      }
    >
      <DocumentForm draft={draft} choices={choices} language={draft.language} reply={reply} />
    </Page>
  )
}
