import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { writeRule } from '#app/domain/consultations/routing/commands/rules.server.ts'
import { RuleForm as RuleSchema } from '#app/domain/consultations/routing/forms.ts'
import { routingPolicy } from '#app/domain/consultations/routing/policy.ts'
import { listRuleChoices } from '#app/domain/consultations/routing/queries/rules.server.ts'
import { RoutingCrumbs } from '#app/domain/consultations/routing/ui/routing-crumbs.tsx'
import { RuleForm } from '#app/domain/consultations/routing/ui/rule-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['consultations', 'routing'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(routingPolicy.changeRules(actor))
  return { title: titleIn(actor.language, 'routing:rule.new'), choices: await listRuleChoices(actor) }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, RuleSchema, async (input) => {
    await writeRule(actor, null, input)
    return redirectWithToast(paths.routing(), 'routing:toast.ruleSaved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewRule() {
  const { choices } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('routing')
  return (
    <Page
      width="prose"
      header={<PageHeader breadcrumbs={<RoutingCrumbs />} title={t('rule.new')} lead={t('rule.lead')} />}
    >
      <RuleForm choices={choices} reply={reply} />
    </Page>
  )
}
