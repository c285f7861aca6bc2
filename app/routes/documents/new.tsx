import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { DocumentForm as DocumentSchema } from '#app/domain/documents/forms.ts'
import { documentPolicy } from '#app/domain/documents/policy.ts'
import { listDocumentChoices } from '#app/domain/documents/queries/draft.server.ts'
import { DocumentForm } from '#app/domain/documents/ui/form/document-form.tsx'
import { getTemplate, listTemplates } from '#app/domain/documents/writing/queries/templates.server.ts'
import { TemplateChoice } from '#app/domain/documents/writing/ui/template-choice.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'writing'] }

export const loader = loaderFor(async ({ actor, request }) => {
  authorize(documentPolicy.create(actor))
  const chosen = new URL(request.url).searchParams.get('template')
  return {
    templates: await listTemplates(actor),
    template: chosen ? await getTemplate(actor, chosen) : undefined,
    title: titleIn(actor.language, 'documents:form.newTitle'),
    language: actor.language,
    choices: await listDocumentChoices(actor),
  }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, DocumentSchema, async (input) => {
    const { id, number } = await createDocument(actor, input)
    return redirectWithToast(paths.document(id), 'documents:toast.created', { number })
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewDocument() {
  const { choices, language, template, templates } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('documents')
  const breadcrumbs = (
    <Breadcrumbs label={t('title')} items={[{ label: t('title'), href: paths.documents() }]} />
  )
  return (
    <Page
      header={<PageHeader breadcrumbs={breadcrumbs} title={t('form.newTitle')} lead={t('form.newLead')} />}
    >
      <TemplateChoice templates={templates} chosen={template?.id} />
      <DocumentForm
        key={template?.id}
        template={template}
        choices={choices}
        language={language}
        reply={reply}
      />
    </Page>
  )
}
