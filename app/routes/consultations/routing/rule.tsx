import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { writeRule } from '#app/domain/consultations/routing/commands/rules.server.ts'
import { RuleForm as RuleSchema } from '#app/domain/consultations/routing/forms.ts'
import { routingPolicy } from '#app/domain/consultations/routing/policy.ts'
import { getRule, listRuleChoices } from '#app/domain/consultations/routing/queries/rules.server.ts'
import { RoutingCrumbs } from '#app/domain/consultations/routing/ui/routing-crumbs.tsx'
import { RuleConditions } from '#app/domain/consultations/routing/ui/rule-conditions.tsx'
import { RuleForm } from '#app/domain/consultations/routing/ui/rule-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'routing'] }

export const loader = loaderFor(async ({ actor, params }) => {
  authorize(routingPolicy.changeRules(actor))
  const rule = await getRule(actor, params.ruleId ?? '')
  return {
    title: titleIn(actor.language, 'routing:rule.edit'),
    rule,
    choices: await listRuleChoices(actor),
  }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, RuleSchema, async (input) => {
    await writeRule(actor, params.ruleId ?? '', input)
    return redirectWithToast(paths.routing(), 'routing:toast.ruleSaved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Rule() {
  const { rule, choices } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('routing')
  const remove = paths.routingRule(rule.id, '/remove')
  const title = <RuleConditions rule={rule} />
  return (
    <Page
      width="prose"
      header={<PageHeader breadcrumbs={<RoutingCrumbs />} title={title} lead={t('rule.lead')} />}
    >
      <RuleForm rule={rule} choices={choices} reply={reply} />
      <Section title={t('rule.remove')} text={t('rule.removeText')}>
        <Form method="post" action={remove}>
          <SubmitButton kind="danger" action={remove}>
            {t('rule.removeConfirm')}
          </SubmitButton>
        </Form>
      </Section>
    </Page>
  )
}
