import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { assignCoverage } from '#app/domain/accounts/commands/coverage.server.ts'
import { CoverageForm as CoverageSchema } from '#app/domain/accounts/forms.ts'
import { headOf } from '#app/domain/accounts/head.ts'
import { matrixOf } from '#app/domain/accounts/matrix.ts'
import { accountPolicy } from '#app/domain/accounts/policy.ts'
import { countGaps, getAccountMap } from '#app/domain/accounts/queries/account-home.server.ts'
import { AccountHeader } from '#app/domain/accounts/ui/account-header.tsx'
import { CoverageForm } from '#app/domain/accounts/ui/coverage-form.tsx'
import { CoverageTable } from '#app/domain/accounts/ui/coverage-table.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'
import { Select } from '#app/ui/select.tsx'

export const handle = { i18n: ['accounts'] }

export const loader = loaderFor(async ({ actor, params, request }) => {
  const map = await getAccountMap(actor, params.id ?? '')
  const asked = new URL(request.url).searchParams.get('site')
  const site = map.sites.find(({ id }) => id === asked) ?? null
  const members = map.members.filter(({ side }) => side === actor.side)
  return {
    title: titleIn(actor.language, 'accounts:title.coverage'),
    head: headOf(actor, map),
    site: site && { id: site.id, name: site.name },
    sites: map.sites.map(({ id, name }) => ({ id, name })),
    families: map.families,
    rows: matrixOf(map, site?.id ?? null),
    gaps: countGaps(map),
    members: members.map(({ membershipId, name }) => ({ id: membershipId, name })),
    canChange: accountPolicy.changeCoverage(actor, map),
  }
})

export const action = actionFor(({ actor, params, request }) =>
  submit(request, CoverageSchema, async (input) => {
    const id = params.id ?? ''
    await assignCoverage(actor, id, input)
    return redirectWithToast(paths.accountCoverage(id, input.siteId), 'accounts:toast.coverageSaved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Coverage() {
  const { head, site, families, rows, gaps, members, canChange } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const reply = useActionData<typeof action>()
  const gapText = gaps > 0 ? t('coverage.gaps', { count: gaps }) : t('coverage.noGaps')
  return (
    <Page header={<AccountHeader head={head} />} width="full">
      <Section title={t('title.coverage')} text={t('coverage.lead')}>
        <SiteChoice />
        <p className={gaps > 0 ? 'mb-3 text-danger' : 'mb-3 text-muted'}>{gapText}</p>
        <CoverageTable
          rows={rows}
          families={families}
          siteName={site?.name ?? t('coverage.allSites')}
          names={head}
        />
      </Section>
      {canChange && (
        <Section title={t('coverage.change')} text={t('coverage.changeText')}>
          <CoverageForm
            key={site?.id}
            siteId={site?.id ?? null}
            families={families}
            members={members}
            reply={reply}
          />
        </Section>
      )}
    </Page>
  )
}

function SiteChoice() {
  const { site, sites } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['accounts', 'common'])
  if (sites.length === 0) return null
  return (
    <FilterBar label={t('accounts:coverage.site')} submitLabel={t('common:action.filter')}>
      <Select
        key={site?.id}
        name="site"
        aria-label={t('accounts:coverage.site')}
        defaultValue={site?.id ?? ''}
        emptyLabel={t('accounts:coverage.allSites')}
        options={sites.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FilterBar>
  )
}
