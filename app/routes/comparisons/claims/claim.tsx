import type { MetaFunction } from '@remix-run/node'
import type { ShouldRevalidateFunction } from '@remix-run/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { changeClaim } from '#app/domain/comparisons/claims/commands/claims.server.ts'
import { ChangeClaimForm } from '#app/domain/comparisons/claims/forms.ts'
import { openClaim } from '#app/domain/comparisons/claims/queries/claims.server.ts'
import { ClaimFields } from '#app/domain/comparisons/claims/ui/claim-fields.tsx'
import { WordingList } from '#app/domain/comparisons/claims/ui/wording-list.tsx'
import { ActPage } from '#app/domain/comparisons/ui/act-page.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'

export const handle = { i18n: ['comparisons', 'fairness'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { comparison, lines, claim } = await openClaim(actor, params.id ?? '', params.claimId ?? '')
  return { comparison, lines, claim }
})

export const action = actionFor(({ actor, request, params: { id = '', claimId = '' } }) =>
  submit(request, ChangeClaimForm, async (input) => {
    await changeClaim(actor, { comparisonId: id, claimId }, input)
    return redirectWithToast(paths.comparisonAct(id, 'claims'), 'fairness:toast.changed')
  }),
)

/** What somebody else changed first is shown as it is now, beside what was typed. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ actionStatus, defaultShouldRevalidate }) =>
  actionStatus === 409 || defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.comparison.number }]

export default function OneClaim() {
  const { comparison, lines, claim } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['fairness', 'common'])
  return (
    <ActPage comparison={comparison} title={t('fairness:changeTitle')}>
      <WordingList title={t('fairness:wording.title')} findings={claim.wording} />
      <ClaimFields
        lines={lines}
        claim={claim}
        hidden={{ revision: claim.revision }}
        submitLabel={t('common:action.save')}
        lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
      />
      <p>
        <TextLink to={paths.comparisonAct(comparison.id, `claims/${claim.id}/withdraw`)}>
          {t('fairness:withdraw')}
        </TextLink>
      </p>
    </ActPage>
  )
}
