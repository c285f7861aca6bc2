import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { accountName, listAccounts } from '#app/domain/accounts/queries/accounts.server.ts'
import { createComparison } from '#app/domain/comparisons/commands/create.server.ts'
import { newComparisonForm } from '#app/domain/comparisons/forms.ts'
import { comparisonPolicy } from '#app/domain/comparisons/policy.ts'
import { currencyChoices } from '#app/domain/comparisons/queries/currencies.server.ts'
import { ComparisonForm } from '#app/domain/comparisons/ui/form/comparison-form.tsx'
import { emptyDraft } from '#app/domain/comparisons/ui/form/draft.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { i18nFor } from '#app/i18n/i18n.server.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['comparisons', 'comparisonModel', 'calculators'] }

export const loader = loaderFor(async ({ actor, request }) => {
  authorize(comparisonPolicy.create(actor))
  const accounts = (await listAccounts(actor)).map((account) => ({
    id: account.id,
    name: accountName(actor, account),
  }))
  const wanted = new URL(request.url).searchParams.get('account')
  const chosen = accounts.length === 1 ? accounts[0] : accounts.find(({ id }) => id === wanted)
  return {
    title: i18nFor(actor.language).getFixedT(null, 'comparisons')('form.newTitle'),
    accounts,
    accountId: chosen?.id,
    currencies: currencyChoices(asLanguage(actor.language)),
  }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, newComparisonForm(asLanguage(actor.language)), async (comparison) => {
    const id = await createComparison(actor, comparison)
    return redirectWithToast(paths.comparison(id), 'comparisons:toast.created')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewComparison() {
  const { accounts, accountId, currencies } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['comparisons', 'common'])
  const header = (
    <PageHeader
      breadcrumbs={
        <Breadcrumbs label={t('title')} items={[{ label: t('title'), href: paths.comparisons() }]} />
      }
      title={t('form.newTitle')}
      lead={t('form.newLead')}
    />
  )
  return (
    <Page header={header}>
      <ComparisonForm
        draft={emptyDraft(accountId)}
        accounts={accounts}
        currencies={currencies}
        lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
        cancel={
          <LinkButton kind="quiet" to={paths.comparisons()}>
            {t('common:action.cancel')}
          </LinkButton>
        }
      />
    </Page>
  )
}
