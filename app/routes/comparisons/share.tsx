import type { MetaFunction } from '@remix-run/node'
import { Form, redirect, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { listMembersOfAccount } from '#app/domain/accounts/queries/members-of-account.server.ts'
import { listUnprovenOf } from '#app/domain/comparisons/claims/queries/claims.server.ts'
import { UnprovenList } from '#app/domain/comparisons/claims/ui/unproven-list.tsx'
import { shareComparison } from '#app/domain/comparisons/commands/share.server.ts'
import { ShareForm } from '#app/domain/comparisons/forms.ts'
import { comparisonPolicy, readsAsCustomer } from '#app/domain/comparisons/policy.ts'
import { comparisonView } from '#app/domain/comparisons/queries/view.server.ts'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { FormProblems } from '#app/domain/comparisons/ui/form/form-problems.tsx'
import { ProblemList } from '#app/domain/comparisons/ui/problem-list.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Person } from '#app/ui/person.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['comparisons', 'calculators', 'fairness'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { comparison, problems, sides, account } = await comparisonView(actor, params.id ?? '')
  authorize(comparisonPolicy.share(actor, { status: comparison.status, account }))
  if (comparison.status !== 'approved') throw redirect(paths.comparison(comparison.id))
  const members = await listMembersOfAccount(actor, comparison.accountId)
  const readers = members.filter(readsAsCustomer).map(({ membershipId, name, functions }) => ({
    ...{ id: membershipId, name, functions },
  }))
  const { id, number, title } = comparison
  const unproven = await listUnprovenOf(actor, id)
  return { comparison: { id, number, title }, problems, unproven, sides, readers }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, ShareForm, async () => {
    await shareComparison(actor, id)
    return redirectWithToast(paths.comparison(id), 'comparisons:toast.shared')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

export default function Share() {
  const { comparison, problems, unproven, sides, readers } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['comparisons', 'common'])
  return (
    <ActPage
      comparison={comparison}
      title={t('share.title', { customer: sides.customer })}
      lead={t('share.text', { number: comparison.number, customer: sides.customer })}
    >
      <FormProblems lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined} />
      {problems.length > 0 && <ProblemList problems={problems} page={paths.comparison(comparison.id)} />}
      <UnprovenList comparisonId={comparison.id} unproven={unproven} />
      <Section title={t('share.readers')} text={t('share.readersText')}>
        <ul className="grid gap-2">
          {readers.map(({ id, name, functions }) => (
            <li key={id}>
              <Person
                name={name}
                side="customer"
                detail={functions.map((each) => t(`common:function.${each}`)).join(', ')}
              />
            </li>
          ))}
          {readers.length === 0 && (
            <li className="text-muted">{t('share.nobody', { customer: sides.customer })}</li>
          )}
        </ul>
      </Section>
      <Form method="post">
        <FormActions>
          {problems.length === 0 && unproven.length === 0 && (
            <SubmitButton>{t('share.action', { customer: sides.customer })}</SubmitButton>
          )}
          <LinkButton kind="quiet" to={paths.comparison(comparison.id)}>
            {t('common:action.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </ActPage>
  )
}
