import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { writeTemplate } from '#app/domain/consultations/asking/commands/templates.server.ts'
import { templatePolicy } from '#app/domain/consultations/asking/policy.ts'
import { getTemplate } from '#app/domain/consultations/asking/queries/templates.server.ts'
import { TemplateForm } from '#app/domain/consultations/asking/template-form.ts'
import { inLanguage } from '#app/domain/consultations/asking/templates.ts'
import { QuestionTemplateForm } from '#app/domain/consultations/asking/ui/template-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'asking'] }

export const loader = loaderFor(async ({ actor, params }) => {
  authorize(templatePolicy.see(actor))
  const template = await getTemplate(actor, params.templateId ?? '')
  authorize(templatePolicy.write(actor, template.function))
  const functions = memberFunctions.filter((each) => templatePolicy.write(actor, each))
  return { template, functions, title: inLanguage(template.names, actor.language) }
})

export const action = actionFor(({ actor, request, params: { templateId = '' } }) =>
  submit(request, TemplateForm, async (input) => {
    await writeTemplate(actor, templateId, input)
    return redirectWithToast(paths.questionTemplate(templateId), 'asking:toast.templateKept')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function QuestionTemplatePage() {
  const { template, functions, title } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('asking')
  const crumbs = [{ label: t('template.title'), href: paths.questionTemplates() }]
  const isRetired = template.retiredAt !== null
  const retire = paths.questionTemplate(template.id, '/retire')
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<Breadcrumbs label={t('template.title')} items={crumbs} />}
          title={title}
          lead={t('template.keeps')}
        />
      }
    >
      {isRetired && <Notice title={t('template.retiredNotice')} />}
      <QuestionTemplateForm
        key={template.revision}
        functions={functions}
        template={template}
        lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
      />
      <Form method="post" action={retire}>
        <input type="hidden" name="isRetired" value={isRetired ? 'no' : 'yes'} />
        <SubmitButton kind="secondary" action={retire}>
          {t(isRetired ? 'template.restore' : 'template.retire')}
        </SubmitButton>
      </Form>
    </Page>
  )
}
