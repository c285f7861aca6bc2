import type { MetaFunction } from '@remix-run/node'
import { Form, redirect, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { listUnprovenOf } from '#app/domain/comparisons/claims/queries/claims.server.ts'
import { UnprovenList } from '#app/domain/comparisons/claims/ui/unproven-list.tsx'
import { takeApprovalStep } from '#app/domain/comparisons/commands/approval.server.ts'
import { ApprovalForm } from '#app/domain/comparisons/forms.ts'
import { comparisonPolicy } from '#app/domain/comparisons/policy.ts'
import { listApprovers } from '#app/domain/comparisons/queries/approvers.server.ts'
import { comparisonView } from '#app/domain/comparisons/queries/view.server.ts'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { ApproverList } from '#app/domain/comparisons/ui/approver-list.tsx'
import { FormProblems } from '#app/domain/comparisons/ui/form/form-problems.tsx'
import { ReasonField } from '#app/domain/comparisons/ui/form/reason-field.tsx'
import { ProblemList } from '#app/domain/comparisons/ui/problem-list.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['comparisons', 'calculators', 'fairness'] }

const toasts = {
  ask: 'comparisons:toast.approvalAsked',
  approve: 'comparisons:toast.approved',
  sendBack: 'comparisons:toast.sentBack',
} as const

export const loader = loaderFor(async ({ actor, params }) => {
  const { comparison, abilities, account, problems, sides } = await comparisonView(actor, params.id ?? '')
  const { id, number, title, status, owner } = comparison
  authorize(comparisonPolicy.askApproval(actor, { status, account }))
  if (!abilities.askApproval && !abilities.approve) throw redirect(paths.comparison(id))
  const unproven = await listUnprovenOf(actor, id)
  const approvers = abilities.askApproval ? await listApprovers(actor, comparison) : []
  return {
    comparison: { id, number, title },
    ...{ problems, unproven, approvers, isAsked: abilities.approve },
    names: { number, customer: sides.customer, owner: owner.name },
  }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, ApprovalForm, async ({ act, reason }) => {
    await takeApprovalStep(actor, id, { act, reason })
    return redirectWithToast(paths.comparison(id), toasts[act])
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

export default function Approval() {
  const { comparison, problems, unproven, approvers, isAsked, names } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['comparisons', 'common'])
  const lastResult = reply && 'lastResult' in reply ? reply.lastResult : undefined
  const isReady = problems.length === 0 && unproven.length === 0 && (isAsked || approvers.length > 0)
  return (
    <ActPage
      comparison={comparison}
      title={isAsked ? t('approval.decideTitle', names) : t('approval.askTitle')}
      lead={t(isAsked ? 'approval.decideText' : 'approval.askText', names)}
    >
      {problems.length > 0 && <ProblemList problems={problems} page={paths.comparison(comparison.id)} />}
      <UnprovenList comparisonId={comparison.id} unproven={unproven} />
      {!isAsked && <ApproverList people={approvers} />}
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={lastResult} idOf={() => 'reason'} />
          {isAsked && (
            <ReasonField
              label={t('approval.reason')}
              hint={t('approval.reasonHint')}
              lastResult={lastResult}
            />
          )}
          <FormActions>
            {isReady && (
              <SubmitButton name="act" value={isAsked ? 'approve' : 'ask'}>
                {t(isAsked ? 'approval.decide' : 'approval.ask')}
              </SubmitButton>
            )}
            {isAsked && (
              <SubmitButton kind="secondary" name="act" value="sendBack">
                {t('approval.sendBack')}
              </SubmitButton>
            )}
            <LinkButton kind="quiet" to={paths.comparison(comparison.id)}>
              {t('common:action.cancel')}
            </LinkButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
