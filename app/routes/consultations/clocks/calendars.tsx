import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import CalendarClock from 'lucide-react/icons/calendar-clock'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { clockPolicy } from '#app/domain/consultations/clocks/policy.ts'
import { listCalendars } from '#app/domain/consultations/clocks/queries/calendars.server.ts'
import { CalendarCard } from '#app/domain/consultations/clocks/ui/deciding/calendar-card.tsx'
import { ServiceCrumbs, ServiceTabs } from '#app/domain/consultations/clocks/ui/deciding/service-tabs.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['consultations', 'clocks', 'routing'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(clockPolicy.see(actor))
  return {
    title: titleIn(actor.language, 'clocks:calendar.title'),
    calendars: await listCalendars(actor),
    canDecide: clockPolicy.decide(actor),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Calendars() {
  const { calendars, canDecide } = useLoaderData<typeof loader>()
  const { t } = useTranslation('clocks')
  const create = canDecide && (
    <LinkButton to={paths.serviceCalendars('/new')} kind="primary">
      {t('calendar.new')}
    </LinkButton>
  )
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<ServiceCrumbs />}
          title={t('calendar.title')}
          lead={t('calendar.lead')}
          primary={calendars.length > 0 && create}
        />
      }
    >
      <ServiceTabs />
      {calendars.map((calendar) => (
        <CalendarCard key={calendar.id} calendar={calendar} />
      ))}
      {calendars.length === 0 && (
        <EmptyState icon={CalendarClock} title={t('calendar.empty')} text={t('calendar.emptyText')}>
          {create}
        </EmptyState>
      )}
    </Page>
  )
}
