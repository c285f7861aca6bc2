import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { writeTemplate } from '#app/domain/consultations/asking/commands/templates.server.ts'
import { templatePolicy } from '#app/domain/consultations/asking/policy.ts'
import { TemplateForm } from '#app/domain/consultations/asking/template-form.ts'
import { QuestionTemplateForm } from '#app/domain/consultations/asking/ui/template-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['consultations', 'asking'] }

export const loader = loaderFor(async ({ actor }) => {
  const functions = memberFunctions.filter((each) => templatePolicy.write(actor, each))
  authorize(functions.length > 0)
  return { functions, title: titleIn(actor.language, 'asking:template.new') }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, TemplateForm, async (input) => {
    const id = await writeTemplate(actor, null, input)
    return redirectWithToast(paths.questionTemplate(id), 'asking:toast.templateKept')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewQuestionTemplate() {
  const { functions, title } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('asking')
  const crumbs = [{ label: t('template.title'), href: paths.questionTemplates() }]
  const breadcrumbs = <Breadcrumbs label={t('template.title')} items={crumbs} />
  return (
    <Page header={<PageHeader breadcrumbs={breadcrumbs} title={title} lead={t('template.lead')} />}>
      <QuestionTemplateForm
        functions={functions}
        lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
      />
    </Page>
  )
}
