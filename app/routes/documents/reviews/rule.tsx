import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { writeReviewRule } from '#app/domain/documents/reviews/commands/rules.server.ts'
import { ReviewRuleForm } from '#app/domain/documents/reviews/forms.ts'
import { reviewPolicy } from '#app/domain/documents/reviews/policy.ts'
import { getReviewRule, listRuleChoices } from '#app/domain/documents/reviews/queries/rules.server.ts'
import { RuleCrumbs } from '#app/domain/documents/reviews/ui/rule-crumbs.tsx'
import { RuleForm } from '#app/domain/documents/reviews/ui/rule-form.tsx'
import { RuleName } from '#app/domain/documents/reviews/ui/rule-name.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['documents', 'reviews'] }

export const loader = loaderFor(async ({ actor, params }) => {
  authorize(reviewPolicy.changeRules(actor))
  const rule = await getReviewRule(actor, params.ruleId ?? '')
  const title = titleIn(actor.language, 'reviews:rules.edit')
  return { title, rule, choices: await listRuleChoices(actor) }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, ReviewRuleForm, async (input) => {
    await writeReviewRule(actor, params.ruleId ?? '', input)
    return redirectWithToast(paths.reviewRules(), 'reviews:toast.ruleSaved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ReviewRule() {
  const { rule, choices } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('reviews')
  const remove = paths.removeReviewRule(rule.id)
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<RuleCrumbs />}
          title={<RuleName rule={rule} />}
          lead={t('rules.holdsFromNow')}
        />
      }
    >
      <RuleForm rule={rule} choices={choices} reply={reply} />
      <Section title={t('rules.remove')} text={t('rules.removeText')}>
        <Form method="post" action={remove}>
          <SubmitButton kind="danger" action={remove}>
            {t('rules.removeConfirm')}
          </SubmitButton>
        </Form>
      </Section>
    </Page>
  )
}
