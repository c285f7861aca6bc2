import type { MetaFunction, ShouldRevalidateFunction } from '@remix-run/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { changeStructure } from '#app/domain/comparisons/commands/change-structure.server.ts'
import { comparisonNumber, isUndecided } from '#app/domain/comparisons/comparison.ts'
import { editComparisonForm } from '#app/domain/comparisons/forms.ts'
import { comparisonAbilities } from '#app/domain/comparisons/policy.ts'
import { currencyChoices } from '#app/domain/comparisons/queries/currencies.server.ts'
import { getComparisonDetails } from '#app/domain/comparisons/queries/details.server.ts'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { ComparisonForm } from '#app/domain/comparisons/ui/form/comparison-form.tsx'
import { draftOf } from '#app/domain/comparisons/ui/form/draft.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const handle = { i18n: ['comparisons', 'comparisonModel', 'calculators'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const comparison = await getComparisonDetails(actor, params.id ?? '')
  authorize(comparisonAbilities(actor, comparison).changeStructure)
  const language = asLanguage(actor.language)
  return {
    id: comparison.id,
    number: comparisonNumber(comparison.number),
    title: comparison.title,
    status: comparison.status,
    revision: comparison.revision,
    draft: draftOf(comparison, language),
    currencies: currencyChoices(language),
  }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, editComparisonForm(asLanguage(actor.language)), async (structure) => {
    await changeStructure(actor, id, structure)
    return redirectWithToast(paths.comparison(id), 'comparisons:toast.saved')
  }),
)

/** After a conflict the form carries the revision that the person has now been told of. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.number }]

export default function EditComparison() {
  const { draft, currencies, revision, status, ...comparison } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['comparisons', 'common'])
  return (
    <ActPage comparison={comparison} title={t('form.editTitle')} lead={t('form.editLead')} width="wide">
      {isUndecided(status) && <Notice title={t('form.sharedNotice')} />}
      <ComparisonForm
        draft={draft}
        revision={revision}
        currencies={currencies}
        lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
        cancel={
          <LinkButton kind="quiet" to={paths.comparison(comparison.id)}>
            {t('common:action.cancel')}
          </LinkButton>
        }
      />
    </ActPage>
  )
}
