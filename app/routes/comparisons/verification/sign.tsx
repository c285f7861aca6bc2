import type { MetaFunction, ShouldRevalidateFunction } from '@remix-run/react'
import { Form, redirect, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { sumDigits } from '#app/domain/comparisons/ui/amounts.ts'
import { FormProblems } from '#app/domain/comparisons/ui/form/form-problems.tsx'
import { signMatter } from '#app/domain/comparisons/verification/commands/sign.server.ts'
import { SignMatterForm } from '#app/domain/comparisons/verification/forms.ts'
import { signPage } from '#app/domain/comparisons/verification/queries/sign-page.server.ts'
import { Adjustments } from '#app/domain/comparisons/verification/ui/adjustments.tsx'
import { MonthResult } from '#app/domain/comparisons/verification/ui/month-result.tsx'
import { PlanFacts } from '#app/domain/comparisons/verification/ui/plan-facts.tsx'
import { SignatureList } from '#app/domain/comparisons/verification/ui/signature-list.tsx'
import { useTyped } from '#app/domain/comparisons/verification/ui/typed.ts'
import { useMonth } from '#app/domain/comparisons/verification/ui/use-month.ts'
import { matters } from '#app/domain/comparisons/verification/verification.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Checkbox } from '#app/ui/checkbox.tsx'
import { Figures } from '#app/ui/figures.tsx'
import { FormActions } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Money } from '#app/ui/money.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['comparisons', 'verification'] }

const overview = (id: string) => paths.comparisonAct(id, 'verification')

export const loader = loaderFor(async ({ actor, params: { id = '' }, request }) => {
  const search = new URL(request.url).searchParams
  const matter = matters.find((each) => each === search.get('matter')) ?? 'plan'
  const number = Number(/^\d{1,2}$/.exec(search.get('number') ?? '')?.[0] ?? 0)
  const { subject, ...page } = await signPage(actor, id, { matter, number })
  if (!subject) throw redirect(overview(id))
  return { ...page, subject }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, SignMatterForm, async ({ matter, number, hash }) => {
    const isBoth = await signMatter(actor, id, { matter, number, hash })
    return redirectWithToast(
      overview(id),
      isBoth ? 'verification:toast.bothSigned' : 'verification:toast.signed',
    )
  }),
)

/** After a conflict the page shows what there is to sign now. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

export default function Sign() {
  const { comparison, subject, matter, number, sides, side } = useLoaderData<typeof loader>()
  const typed = useTyped(useActionData<typeof action>())
  const { t } = useTranslation(['verification', 'common'])
  const words = useMonth()
  const named = {
    revision: subject.revision,
    month: subject.month ? words.long(subject.month) : '',
    count: subject.count,
  }
  return (
    <ActPage
      comparison={comparison}
      title={t(`sign.${matter}.title`, named)}
      lead={t(`sign.${matter}.text`, named)}
      width="wide"
    >
      <FormProblems lastResult={typed.lastResult} idOf={(name) => name} />
      <Amounts />
      <WhatIsSigned />
      <SignatureList signatures={subject.signatures} sides={sides} />
      <Form method="post" key={subject.hash} className="grid gap-4">
        <input type="hidden" name="matter" value={matter} />
        <input type="hidden" name="number" value={number} />
        <input type="hidden" name="hash" value={subject.hash} />
        <p className="text-muted">
          {t('sign.hash')} <code className="font-mono text-xs break-all">{subject.hash}</code>
        </p>
        <Checkbox
          id="isMeant"
          name="isMeant"
          required
          label={t(`sign.${matter}.confirm`, { ...named, organization: sides[side] })}
          errors={typed.errorsOf('isMeant')}
        />
        <FormActions>
          <SubmitButton>{t('sign.action')}</SubmitButton>
          <LinkButton kind="quiet" to={overview(comparison.id)}>
            {t('common:action.cancel')}
          </LinkButton>
        </FormActions>
      </Form>
    </ActPage>
  )
}

/** The plan, or the month term by term. */
function WhatIsSigned() {
  const { plan, entered, alternative, currency, quantities } = useLoaderData<typeof loader>()
  if (plan) return <PlanFacts plan={plan} currency={currency} alternative={alternative} />
  if (!entered) return null
  return (
    <>
      <MonthResult result={entered.result} quantities={quantities} currency={currency} />
      <Adjustments readings={entered.readings} quantities={quantities} />
    </>
  )
}

function Amounts() {
  const { subject, currency } = useLoaderData<typeof loader>()
  const { t } = useTranslation('verification')
  const money = (amount: string) => <Money amount={amount} currency={currency} digits={sumDigits(amount)} />
  return (
    <Figures
      figures={[
        { key: 'forecast', label: t('soFar.forecast'), value: money(subject.forecast) },
        ...(subject.saving === null
          ? []
          : [{ key: 'saving', label: t('months.saving'), value: money(subject.saving) }]),
      ]}
    />
  )
}
