import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { timeZones } from '#app/domain/auth/time-zones.server.ts'
import { openCalendar } from '#app/domain/consultations/clocks/commands/decide-calendar.server.ts'
import { CalendarForm as CalendarSchema } from '#app/domain/consultations/clocks/forms.ts'
import { clockPolicy } from '#app/domain/consultations/clocks/policy.ts'
import { todayIn } from '#app/domain/consultations/clocks/queries/calendars.server.ts'
import { usualWeek } from '#app/domain/consultations/clocks/service-level.ts'
import { CalendarForm } from '#app/domain/consultations/clocks/ui/deciding/calendar-form.tsx'
import { ServiceCrumbs } from '#app/domain/consultations/clocks/ui/deciding/service-tabs.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['consultations', 'clocks'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(clockPolicy.decide(actor))
  return {
    title: titleIn(actor.language, 'clocks:calendar.new'),
    today: todayIn(actor.timeZone),
    timeZone: actor.timeZone,
    zones: timeZones(actor.timeZone),
  }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, CalendarSchema, async (input) => {
    const id = await openCalendar(actor, input)
    return redirectWithToast(paths.serviceCalendar(id), 'clocks:toast.calendar')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewCalendar() {
  const { today, timeZone, zones } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('clocks')
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<ServiceCrumbs of="calendar" />}
          title={t('calendar.new')}
          lead={t('calendar.lead')}
        />
      }
    >
      <CalendarForm
        calendar={{ name: '', timeZone, isNew: true }}
        version={{ week: usualWeek, days: {} }}
        {...{ today, zones, reply }}
      />
    </Page>
  )
}
