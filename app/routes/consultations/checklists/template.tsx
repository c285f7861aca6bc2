import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { writeChecklistTemplate } from '#app/domain/consultations/checklists/commands/templates.server.ts'
import { ChecklistTemplateForm } from '#app/domain/consultations/checklists/forms.ts'
import { checklistPolicy } from '#app/domain/consultations/checklists/policy.ts'
import { getChecklistTemplate } from '#app/domain/consultations/checklists/queries/templates.server.ts'
import { ChecklistTemplateFields } from '#app/domain/consultations/checklists/ui/template-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'checklists'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const template = await getChecklistTemplate(actor, params.templateId ?? '')
  authorize(checklistPolicy.writeTemplate(actor))
  return { template }
})

export const action = actionFor(({ actor, request, params: { templateId = '' } }) =>
  submit(request, ChecklistTemplateForm, async (input) => {
    await writeChecklistTemplate(actor, templateId, input)
    return redirectWithToast(paths.checklistTemplates(), 'checklists:toast.templateKept')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.template.name }]

export default function ChecklistTemplatePage() {
  const { template } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('checklists')
  const crumbs = [{ label: t('templates.title'), href: paths.checklistTemplates() }]
  const breadcrumbs = <Breadcrumbs label={t('templates.title')} items={crumbs} />
  const isRetired = template.retiredAt !== null
  const retire = paths.checklistTemplates(`/${template.id}/retire`)
  return (
    <Page
      width="prose"
      header={<PageHeader breadcrumbs={breadcrumbs} title={template.name} lead={t('templates.keeps')} />}
    >
      <ChecklistTemplateFields
        key={template.revision}
        template={template}
        lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
      />
      <Form method="post" action={retire}>
        <input type="hidden" name="isRetired" value={isRetired ? 'no' : 'yes'} />
        <SubmitButton kind="secondary" action={retire}>
          {t(isRetired ? 'templates.restore' : 'templates.retire')}
        </SubmitButton>
      </Form>
    </Page>
  )
}
