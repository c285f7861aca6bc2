import type { MetaFunction, ShouldRevalidateFunction } from '@remix-run/react'
import { useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { markSeen } from '#app/domain/comparisons/commands/mark-seen.server.ts'
import { listHistory } from '#app/domain/comparisons/queries/details.server.ts'
import { comparisonView } from '#app/domain/comparisons/queries/view.server.ts'
import { earlierPromises } from '#app/domain/comparisons/savings/queries/kept-promises.server.ts'
import { PromisesKept } from '#app/domain/comparisons/savings/ui/promises-kept.tsx'
import { AlternativeResults } from '#app/domain/comparisons/ui/alternative-results.tsx'
import { ComparisonAside, signatureText } from '#app/domain/comparisons/ui/comparison-aside.tsx'
import { ComparisonHeader } from '#app/domain/comparisons/ui/comparison-header.tsx'
import { ModelSections } from '#app/domain/comparisons/ui/model/model-sections.tsx'
import { OptionsTable } from '#app/domain/comparisons/ui/options-table.tsx'
import { PreviewBar } from '#app/domain/comparisons/ui/preview-bar.tsx'
import { ProblemList } from '#app/domain/comparisons/ui/problem-list.tsx'
import { usePreview } from '#app/domain/comparisons/ui/use-preview.ts'
import { AssumptionsTable } from '#app/domain/comparisons/ui/values/assumptions-table.tsx'
import { useLive } from '#app/domain/events/ui/use-live.ts'
import { markSubjectRead } from '#app/domain/notifications/commands.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { isPrefetch } from '#app/http/reading.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['comparisons', 'comparisonModel', 'calculators', 'savings'] }

export const loader = loaderFor(async ({ actor, params, request }) => {
  const view = await comparisonView(actor, params.id ?? '')
  const [history, promises] = await Promise.all([
    listHistory(actor, view.comparison.id),
    earlierPromises(actor, view.comparison, view.result),
    view.isUnread ? markSeen(actor, view.comparison) : null,
    isPrefetch(request) ? null : markSubjectRead(actor, 'comparison', view.comparison.id),
  ])
  return { ...view, history, promises }
})

/** A value that somebody else changed first is shown as it is now, beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data && `${data.comparison.number} ${data.comparison.title}` },
]

export default function Comparison() {
  const {
    comparison,
    result: saved,
    problems,
    side,
    sides,
    abilities,
    history,
    promises,
    ...shown
  } = useLoaderData<typeof loader>()
  const { t } = useTranslation('comparisons')
  const topics = useMemo(() => [`comparison:${comparison.id}`], [comparison.id])
  useLive(topics)
  const { result, isPreview, setDraft } = usePreview(comparison, side, saved)
  const { currency, options: names, assumptions } = comparison
  const ownSide = abilities.setValue ? side : null
  return (
    <Page
      header={<ComparisonHeader comparison={comparison} side={side} sides={sides} abilities={abilities} />}
      aside={
        <ComparisonAside
          {...{ comparison, sides, history }}
          canState={side === 'supplier' && abilities.changeStructure}
        />
      }
    >
      <Standing />
      {abilities.isUndecided && <StaleSignatures />}
      {problems.length > 0 && <ProblemList problems={problems} />}
      {result && <AlternativeResults result={result} options={names} />}
      {promises && <PromisesKept promises={promises} owner={comparison.owner.name} />}
      <Section
        title={t('assumptions.title')}
        text={t(abilities.isInside ? 'assumptions.draftText' : 'assumptions.text')}
      >
        <AssumptionsTable comparison={comparison} sides={sides} ownSide={ownSide} onDraft={setDraft} />
      </Section>
      <ModelSections
        {...{ model: shown.model, sides, ownSide, currency, options: names, assumptions }}
        comparisonId={comparison.id}
        onDraft={setDraft}
      />
      {isPreview && <PreviewBar result={result} saved={saved} options={names} />}
      <Section title={t('options.title')} text={t('options.text')}>
        <OptionsTable currency={currency} options={names} lines={shown.rows} result={saved} />
      </Section>
    </Page>
  )
}

/** That it waits for a colleague, or that it has ended, by whom and why. */
function Standing() {
  const { comparison, abilities, sides } = useLoaderData<typeof loader>()
  const { t } = useTranslation('comparisons')
  const { status, endedBy, endReason, approvalAskedAt } = comparison
  if (status === 'draft' && approvalAskedAt) {
    const asked = { owner: comparison.owner.name, customer: sides.customer }
    return <Notice title={abilities.approve ? t('approval.decideText', asked) : t('approval.waits')} />
  }
  if (status !== 'rejected' && status !== 'withdrawn' && status !== 'closed') return null
  return (
    <Notice title={t(`end.${status}`, { name: endedBy?.name })}>
      <p className="whitespace-pre-line">{endReason}</p>
    </Notice>
  )
}

/** Said plainly, on top: a signature that does not count any more. */
function StaleSignatures() {
  const { comparison } = useLoaderData<typeof loader>()
  const { t } = useTranslation('comparisons')
  return comparison.signatures
    .filter((signature) => !signature.isValid)
    .map((signature) => (
      <Notice key={signature.side} title={signatureText(t, signature, comparison.revision)} />
    ))
}
