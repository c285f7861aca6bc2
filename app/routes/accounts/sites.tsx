import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { saveSite } from '#app/domain/accounts/commands/sites.server.ts'
import { SiteForm as SiteSchema } from '#app/domain/accounts/forms.ts'
import { headOf } from '#app/domain/accounts/head.ts'
import { accountPolicy } from '#app/domain/accounts/policy.ts'
import { getAccountMap } from '#app/domain/accounts/queries/account-home.server.ts'
import { AccountHeader } from '#app/domain/accounts/ui/account-header.tsx'
import { SiteForm } from '#app/domain/accounts/ui/site-form.tsx'
import { SiteTable } from '#app/domain/accounts/ui/site-table.tsx'
import { timeZones } from '#app/domain/auth/time-zones.server.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['accounts'] }

export const loader = loaderFor(async ({ actor, params, request }) => {
  const map = await getAccountMap(actor, params.id ?? '')
  const asked = new URL(request.url).searchParams.get('site')
  const canChange = accountPolicy.changeSites(actor, map)
  return {
    title: titleIn(actor.language, 'accounts:title.sites'),
    ...{ head: headOf(actor, map), sites: map.sites, canChange, timeZone: actor.timeZone },
    changing: map.sites.find(({ id }) => id === asked) ?? null,
    zones: canChange ? timeZones(actor.timeZone) : [],
  }
})

export const action = actionFor(({ actor, params, request }) =>
  submit(request, SiteSchema, async (input) => {
    const id = params.id ?? ''
    await saveSite(actor, id, input)
    return redirectWithToast(paths.accountSites(id), 'accounts:toast.siteSaved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Sites() {
  const { head, sites, changing, zones, timeZone, canChange } = useLoaderData<typeof loader>()
  const { t } = useTranslation('accounts')
  const reply = useActionData<typeof action>()
  const formTitle = changing ? t('sites.change', { name: changing.name }) : t('sites.add')
  return (
    <Page header={<AccountHeader head={head} />}>
      <Section title={t('title.sites')} count={sites.length} text={t('sites.lead')}>
        {sites.length > 0 ? (
          <SiteTable accountId={head.id} sites={sites} canChange={canChange} />
        ) : (
          <p className="text-muted">{t('sites.empty')}</p>
        )}
      </Section>
      {canChange && (
        <Section title={formTitle}>
          <SiteForm
            key={`${changing?.id} ${sites.length}`}
            site={changing}
            zones={zones}
            timeZone={timeZone}
            reply={reply}
          />
        </Section>
      )}
    </Page>
  )
}
