import type { MetaFunction } from '@remix-run/node'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { markCompetitors } from '#app/domain/comparisons/claims/commands/mark.server.ts'
import { CompetitorsForm } from '#app/domain/comparisons/claims/forms.ts'
import { openClaims } from '#app/domain/comparisons/claims/queries/claims.server.ts'
import { ClaimRow } from '#app/domain/comparisons/claims/ui/claim-row.tsx'
import { CompetitorForm } from '#app/domain/comparisons/claims/ui/competitor-form.tsx'
import { FairRules } from '#app/domain/comparisons/claims/ui/fair-rules.tsx'
import { UnprovenList } from '#app/domain/comparisons/claims/ui/unproven-list.tsx'
import { WordingList } from '#app/domain/comparisons/claims/ui/wording-list.tsx'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['comparisons', 'fairness'] }

export const loader = loaderFor(({ actor, params }) => openClaims(actor, params.id ?? ''))

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, CompetitorsForm, async (input) => {
    await markCompetitors(actor, id, input)
    return redirectWithToast(paths.comparisonAct(id, 'claims'), 'fairness:toast.marked')
  }),
)

/** What somebody else changed first is shown as it is now, beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

export default function Claims() {
  const opened = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('fairness')
  const { comparison, options, claims, unproven, wording, mayWrite } = opened
  const competitors = options.filter(({ isCompetitor }) => isCompetitor)
  return (
    <ActPage comparison={comparison} title={t('title')} lead={t(mayWrite ? 'lead' : 'leadRead')}>
      <UnprovenList comparisonId={comparison.id} unproven={unproven} isHere />
      <WordingList title={t('wording.names')} findings={wording} />
      {mayWrite && (
        <CompetitorForm
          opened={opened}
          lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
        />
      )}
      {competitors.length === 0 && <p className="text-muted">{t('competitors.none')}</p>}
      {competitors.map(({ id, name }) => {
        const own = claims.filter(({ optionId }) => optionId === id)
        const add = mayWrite && (
          <LinkButton
            size="small"
            to={paths.comparisonAct(comparison.id, `claims/new?option=${id}`)}
            aria-label={t('addNamed', { option: name })}
          >
            {t('add')}
          </LinkButton>
        )
        return (
          <Section key={id} title={name} count={own.length} actions={add}>
            {own.length === 0 && <p className="text-muted">{t('none')}</p>}
            <ul className="grid">
              {own.map((claim) => (
                <ClaimRow key={claim.id} opened={opened} claim={claim} />
              ))}
            </ul>
          </Section>
        )
      })}
      {mayWrite && <FairRules />}
    </ActPage>
  )
}
