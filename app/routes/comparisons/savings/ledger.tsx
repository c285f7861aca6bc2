import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import PiggyBank from 'lucide-react/icons/piggy-bank'
import { useTranslation } from 'react-i18next'
import { listAccountNames } from '#app/domain/accounts/queries/accounts.server.ts'
import { readSavings } from '#app/domain/comparisons/savings/asked.ts'
import { getLedger, listYears } from '#app/domain/comparisons/savings/queries/ledger.server.ts'
import { groupings } from '#app/domain/comparisons/savings/savings.ts'
import { LedgerTable, LedgerTotals } from '#app/domain/comparisons/savings/ui/ledger-table.tsx'
import { useLive } from '#app/domain/events/ui/use-live.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Select } from '#app/ui/select.tsx'
import { Tabs } from '#app/ui/tabs.tsx'

export const handle = { i18n: ['savings', 'comparisons'] }

export const loader = loaderFor(async ({ actor, request }) => {
  const asked = readSavings(new URL(request.url).searchParams)
  const [ledger, years, accounts] = await Promise.all([
    getLedger(actor, asked),
    listYears(actor),
    listAccountNames(actor),
  ])
  return { title: titleIn(actor.language, 'savings:title'), side: actor.side, asked, ledger, years, accounts }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const topics = ['comparisons']

export default function Savings() {
  const { side, asked, ledger } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['savings', 'common'])
  useLive(topics)
  const tabs = groupings.map((by) => ({
    label: t(`by.${by}`),
    href: paths.savings('', { ...asked, by }),
    isCurrent: by === asked.by,
  }))
  return (
    <Page header={<PageHeader title={t('title')} lead={t(`lead.${side}`)} secondary={<Files />} />}>
      <Filters />
      {ledger.rows.length === 0 ? (
        <EmptyState icon={PiggyBank} title={t('empty.title')} text={t('empty.text')} />
      ) : (
        <>
          <LedgerTotals totals={ledger.totals} />
          <Tabs label={t('by.label')} tabs={tabs} />
          <LedgerTable by={asked.by} rows={ledger.rows} />
          <p className="text-muted">{t('rule.currency')}</p>
        </>
      )}
    </Page>
  )
}

function Files() {
  const { asked } = useLoaderData<typeof loader>()
  const { t } = useTranslation('savings')
  return (['csv', 'xlsx'] as const).map((format) => (
    <LinkButton key={format} to={paths.savings('/export', { ...asked, format })} reloadDocument>
      {t(`file.${format}`)}
    </LinkButton>
  ))
}

function Filters() {
  const { asked, years, accounts } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['savings', 'common'])
  const { by, account, year } = asked
  const isNarrowed = account !== undefined || year !== undefined
  return (
    <FilterBar
      key={JSON.stringify(asked)}
      label={t('filter.label')}
      submitLabel={t('common:action.filter')}
      clear={isNarrowed ? { label: t('common:action.reset'), href: paths.savings('', { by }) } : undefined}
    >
      <input type="hidden" name="by" value={by} />
      {accounts.length > 1 && (
        <Select
          name="account"
          aria-label={t('filter.account')}
          defaultValue={account ?? ''}
          emptyLabel={t('filter.anyAccount')}
          options={accounts.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        name="year"
        aria-label={t('by.year')}
        defaultValue={year ?? ''}
        emptyLabel={t('filter.anyYear')}
        options={years.map((each) => ({ value: String(each), label: String(each) }))}
      />
    </FilterBar>
  )
}
