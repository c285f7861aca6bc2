import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { writeTemplate } from '#app/domain/documents/writing/commands/templates.server.ts'
import { TemplateForm as TemplateSchema } from '#app/domain/documents/writing/forms.ts'
import { getTemplate } from '#app/domain/documents/writing/queries/templates.server.ts'
import { TemplateForm } from '#app/domain/documents/writing/ui/template-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['documents', 'writing'] }

export const loader = loaderFor(({ actor, params }) => getTemplate(actor, params.templateId ?? ''))

export const action = actionFor(({ actor, request, params }) =>
  submit(request, TemplateSchema, async (input) => {
    await writeTemplate(actor, params.templateId ?? '', input)
    return redirectWithToast(paths.documentTemplates(), 'writing:toast.templateSaved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function TemplatePage() {
  const template = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('writing')
  const remove = paths.removeDocumentTemplate(template.id)
  const breadcrumbs = (
    <Breadcrumbs
      label={t('templates.title')}
      items={[{ label: t('templates.title'), href: paths.documentTemplates() }]}
    />
  )
  return (
    <Page header={<PageHeader breadcrumbs={breadcrumbs} title={template.title} />}>
      <TemplateForm template={template} language={template.language} reply={reply} />
      <Form method="post" action={remove}>
        <SubmitButton kind="danger" action={remove}>
          {t('templates.remove', { title: template.title })}
        </SubmitButton>
      </Form>
    </Page>
  )
}
