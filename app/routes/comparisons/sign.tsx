import type { MetaFunction, ShouldRevalidateFunction } from '@remix-run/react'
import { Form, redirect, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { signComparison } from '#app/domain/comparisons/commands/sign.server.ts'
import { isUndecided } from '#app/domain/comparisons/comparison.ts'
import { SignForm } from '#app/domain/comparisons/forms.ts'
import { comparisonPolicy } from '#app/domain/comparisons/policy.ts'
import { comparisonView } from '#app/domain/comparisons/queries/view.server.ts'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { Signatures } from '#app/domain/comparisons/ui/comparison-aside.tsx'
import { AlternativeFigures } from '#app/domain/comparisons/ui/figures.tsx'
import { FormProblems } from '#app/domain/comparisons/ui/form/form-problems.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { FormActions } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['comparisons'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { account, abilities: _, isUnread: __, ...view } = await comparisonView(actor, params.id ?? '')
  const { id, number, title, status, revision, signatures, options } = view.comparison
  authorize(comparisonPolicy.sign(actor, { status, account }))
  const hasSigned = signatures.some((signature) => signature.side === actor.side && signature.isValid)
  if (!isUndecided(status) || hasSigned || !view.hash || !view.result) throw redirect(paths.comparison(id))
  const { hash, result, side, sides } = view
  return { comparison: { id, number, title, revision, signatures, options }, hash, result, side, sides }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, SignForm, async ({ hash }) => {
    const isAgreed = await signComparison(actor, id, hash)
    if (isAgreed) return redirectWithToast(paths.comparisonAct(id, 'agreement'), 'comparisons:toast.agreed')
    return redirectWithToast(paths.comparison(id), 'comparisons:toast.signed')
  }),
)

/** After a conflict the page shows what there is to sign now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

export default function Sign() {
  const { comparison, hash, result, side, sides } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['comparisons', 'common'])
  const message = useMessage()
  const lastResult = reply && 'lastResult' in reply ? reply.lastResult : undefined
  const names = new Map(comparison.options.map(({ id, name }) => [id, name]))
  const { number, revision } = comparison
  return (
    <ActPage
      comparison={comparison}
      title={t('sign.title', { number, revision })}
      lead={t('sign.text')}
      width="wide"
    >
      <FormProblems lastResult={lastResult} idOf={() => 'isMeant'} />
      {result.alternatives.map((alternative) => (
        <Section
          key={alternative.optionId}
          title={t('result.against', {
            alternative: names.get(alternative.optionId),
            baseline: names.get(result.baselineId),
          })}
        >
          <AlternativeFigures
            alternative={alternative}
            currency={result.currency}
            horizonYears={result.horizonYears}
          />
        </Section>
      ))}
      <Section title={t('signature.title')}>
        <Signatures signatures={comparison.signatures} revision={revision} sides={sides} />
      </Section>
      <Form method="post" key={hash} className="grid gap-4">
        <input type="hidden" name="hash" value={hash} />
        <p className="text-muted">
          {t('sign.hash')} <code className="font-mono text-xs break-all">{hash}</code>
        </p>
        <Checkbox
          id="isMeant"
          name="isMeant"
          required
          label={t('sign.confirm', { organization: sides[side], number, revision })}
          errors={lastResult?.error?.isMeant?.map(message)}
        />
        <FormActions>
          <SubmitButton>{t('sign.action')}</SubmitButton>
          <LinkButton kind="quiet" to={paths.comparison(comparison.id)}>
            {t('common:action.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </ActPage>
  )
}
