import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Gauge from 'lucide-react/icons/gauge'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import {
  listedMonths,
  shownPlan,
  verificationView,
} from '#app/domain/comparisons/verification/queries/view.server.ts'
import { MonthsTable } from '#app/domain/comparisons/verification/ui/months-table.tsx'
import { NextSteps } from '#app/domain/comparisons/verification/ui/next-steps.tsx'
import { PlanFacts } from '#app/domain/comparisons/verification/ui/plan-facts.tsx'
import { SavingChart } from '#app/domain/comparisons/verification/ui/saving-chart.tsx'
import { SignatureList } from '#app/domain/comparisons/verification/ui/signature-list.tsx'
import { SoFar } from '#app/domain/comparisons/verification/ui/so-far.tsx'
import { useLive } from '#app/domain/events/ui/use-live.ts'
import { markSubjectRead } from '#app/domain/notifications/commands.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { isPrefetch } from '#app/http/reading.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['comparisons', 'verification'] }

export const loader = loaderFor(async ({ actor, params: { id = '' }, request }) => {
  const { months, plan, ...view } = await verificationView(actor, id)
  if (!isPrefetch(request)) await markSubjectRead(actor, 'comparison', view.comparison.id)
  return { ...view, plan: plan && shownPlan(plan), months: listedMonths(months) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.comparison.number} ${data.comparison.title}` },
]

export default function Verification() {
  const view = useLoaderData<typeof loader>()
  const { comparison, plan, months, forecast, currency } = view
  const { t } = useTranslation('verification')
  const topics = useMemo(() => [`comparison:${comparison.id}`], [comparison.id])
  useLive(topics)
  return (
    <ActPage comparison={comparison} title={t('title', comparison)} lead={t('lead')} width="wide">
      {!plan && <Nothing />}
      {plan && (
        <>
          <NextSteps view={view} />
          {plan.agreedAt && (
            <>
              <SoFar
                months={months}
                forecast={forecast}
                currency={currency}
                isFinished={plan.finishedAt !== null}
              />
              <SavingChart months={months} forecast={forecast} currency={currency} />
              <Section title={t('months.title')} text={t('months.text')}>
                <MonthsTable
                  comparisonId={comparison.id}
                  months={months}
                  forecast={forecast}
                  currency={currency}
                />
              </Section>
            </>
          )}
          <PlanSection />
        </>
      )}
    </ActPage>
  )
}

function PlanSection() {
  const { plan, options, currency, planSignatures, sides } = useLoaderData<typeof loader>()
  const { t } = useTranslation('verification')
  if (!plan) return null
  const alternative = options.find(({ id }) => id === plan.optionId)?.name ?? ''
  return (
    <Section
      title={t('plan.heading', { revision: plan.revision })}
      text={t(plan.agreedAt ? 'plan.isFrozen' : 'plan.isOpen')}
    >
      <PlanFacts plan={plan} currency={currency} alternative={alternative} />
      <SignatureList signatures={planSignatures} sides={sides} />
    </Section>
  )
}

function Nothing() {
  const { comparison, abilities } = useLoaderData<typeof loader>()
  const { t } = useTranslation('verification')
  return (
    <EmptyState
      icon={Gauge}
      title={t('empty.title')}
      text={t(abilities.plan ? 'empty.text' : 'empty.tooLate')}
    >
      {abilities.plan && (
        <LinkButton kind="primary" to={paths.comparisonAct(comparison.id, 'verification/plan')}>
          {t('plan.make')}
        </LinkButton>
      )}
    </EmptyState>
  )
}
