import type { MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { writeChecklistTemplate } from '#app/domain/consultations/checklists/commands/templates.server.ts'
import { ChecklistTemplateForm } from '#app/domain/consultations/checklists/forms.ts'
import { checklistPolicy } from '#app/domain/consultations/checklists/policy.ts'
import { ChecklistTemplateFields } from '#app/domain/consultations/checklists/ui/template-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['consultations', 'checklists'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(checklistPolicy.writeTemplate(actor))
  return { title: titleIn(actor.language, 'checklists:templates.new') }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, ChecklistTemplateForm, async (input) => {
    await writeChecklistTemplate(actor, null, input)
    return redirectWithToast(paths.checklistTemplates(), 'checklists:toast.templateKept')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewChecklistTemplate() {
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('checklists')
  const crumbs = [{ label: t('templates.title'), href: paths.checklistTemplates() }]
  const breadcrumbs = <Breadcrumbs label={t('templates.title')} items={crumbs} />
  return (
    <Page
      width="prose"
      header={<PageHeader breadcrumbs={breadcrumbs} title={t('templates.new')} lead={t('templates.lead')} />}
    >
      <ChecklistTemplateFields lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined} />
    </Page>
  )
}
