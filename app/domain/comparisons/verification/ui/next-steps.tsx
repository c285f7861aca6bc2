import { useTranslation } from 'react-i18next'
import type { Side } from '#app/domain/access/actor.ts'
import { paths, withQuery } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { VerificationAbilities } from '../policy.ts'
import type { MonthState } from '../verification.ts'
import { useMonth } from './use-month.ts'

interface NextStepsProps {
  view: {
    comparison: { id: string; status: string; trialFrom: string | null }
    side: Side
    abilities: VerificationAbilities
    plan: { agreedAt: unknown; finishedAt: unknown } | null
    planSignatures: { side: Side }[]
    finish: { count: number; signatures: { side: Side }[] } | null
    months: { number: number; month: string; state: MonthState; signedSides: Side[] }[]
  }
}

interface Step {
  key: string
  label: string
  act: string
  query?: Record<string, string | number>
}

/** What the reader can do next, the most pressing first. */
export function NextSteps({ view }: NextStepsProps) {
  const { t } = useTranslation('verification')
  const steps = useSteps(view)
  const { comparison, plan } = view
  return (
    <>
      {plan?.agreedAt != null && comparison.status === 'agreed' && <Notice title={t('next.trial')} />}
      {plan?.finishedAt != null && <Notice tone="positive" title={t('next.finished')} />}
      {steps.length > 0 && (
        <p className="flex flex-wrap gap-2">
          {steps.map(({ key, label, act, query }, index) => (
            <LinkButton
              key={key}
              kind={index === 0 ? 'primary' : 'secondary'}
              to={withQuery(paths.comparisonAct(comparison.id, act), query)}
            >
              {label}
            </LinkButton>
          ))}
        </p>
      )}
    </>
  )
}

function useSteps({ side, abilities, planSignatures, finish, months }: NextStepsProps['view']): Step[] {
  const { t } = useTranslation('verification')
  const words = useMonth()
  const isUnsigned = (signatures: { side: Side }[]) => !signatures.some((each) => each.side === side)
  const sign = 'verification/sign'
  const steps: Step[] = []
  if (abilities.signPlan && isUnsigned(planSignatures))
    steps.push({ key: 'signPlan', label: t('next.signPlan'), act: sign, query: { matter: 'plan' } })
  if (abilities.plan) steps.push({ key: 'plan', label: t('next.changePlan'), act: 'verification/plan' })
  if (abilities.beginTrial) steps.push({ key: 'trial', label: t('next.beginTrial'), act: 'trial' })
  const open = months.find(({ state, signedSides }) => isWaiting(state) && !signedSides.includes(side))
  if (abilities.sign && open)
    steps.push({
      ...{ key: 'signMonth', label: t('next.signMonth', { month: words.long(open.month) }), act: sign },
      query: { matter: 'period', number: open.number },
    })
  const missing = months.find(({ state }) => state === 'missing')
  if (abilities.enter && missing)
    steps.push({
      ...{ key: 'enter', label: t('next.enter', { month: words.long(missing.month) }) },
      act: `verification/months/${missing.number}`,
    })
  if (abilities.sign && finish && finish.count < months.length && isUnsigned(finish.signatures))
    steps.push({ key: 'finish', label: t('next.finish'), act: sign, query: { matter: 'finish' } })
  return steps
}

const isWaiting = (state: MonthState) =>
  state === 'entered' || state === 'halfSigned' || state === 'correction'
