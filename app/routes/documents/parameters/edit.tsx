import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { writeParameters } from '#app/domain/documents/parameters/commands/write.server.ts'
import { parametersForm } from '#app/domain/documents/parameters/forms.ts'
import { getDraftTable } from '#app/domain/documents/parameters/queries.server.ts'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { ParameterForm } from '#app/domain/documents/ui/parameters/parameter-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'parameters', 'comparisons'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { document, version, rows } = await getDraftTable(actor, params.id ?? '')
  const { id, number } = document
  const title = titleIn(actor.language, 'parameters:editTitle', { number })
  const { language } = actor
  return {
    title,
    id,
    number,
    version: version.version,
    seenAt: version.updatedAt.toISOString(),
    rows,
    language,
  }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, parametersForm(asLanguage(actor.language)), async (input) => {
    const id = params.id ?? ''
    await writeParameters(actor, id, input)
    return redirectWithToast(paths.documentParameters(id), 'documents:toast.saved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function EditParameters() {
  const { id, number, version, seenAt, rows, language, title } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('parameters')
  return (
    <Page
      width="full"
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={{ id, number }} version={version} />}
          title={title}
          lead={t('lead')}
        />
      }
    >
      <ParameterForm
        documentId={id}
        version={version}
        seenAt={seenAt}
        rows={rows}
        language={language}
        reply={reply}
      />
    </Page>
  )
}
