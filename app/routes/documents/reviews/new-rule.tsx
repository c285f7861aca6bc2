import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { writeReviewRule } from '#app/domain/documents/reviews/commands/rules.server.ts'
import { ReviewRuleForm } from '#app/domain/documents/reviews/forms.ts'
import { reviewPolicy } from '#app/domain/documents/reviews/policy.ts'
import { listRuleChoices } from '#app/domain/documents/reviews/queries/rules.server.ts'
import { RuleCrumbs } from '#app/domain/documents/reviews/ui/rule-crumbs.tsx'
import { RuleForm } from '#app/domain/documents/reviews/ui/rule-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'reviews'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(reviewPolicy.changeRules(actor))
  return { title: titleIn(actor.language, 'reviews:rules.new'), choices: await listRuleChoices(actor) }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, ReviewRuleForm, async (input) => {
    await writeReviewRule(actor, null, input)
    return redirectWithToast(paths.reviewRules(), 'reviews:toast.ruleSaved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewReviewRule() {
  const { choices } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('reviews')
  return (
    <Page
      width="prose"
      header={<PageHeader breadcrumbs={<RuleCrumbs />} title={t('rules.new')} lead={t('rules.lead')} />}
    >
      <RuleForm choices={choices} reply={reply} />
    </Page>
  )
}
