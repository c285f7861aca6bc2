import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { decideHours } from '#app/domain/consultations/clocks/commands/decide-calendar.server.ts'
import { CalendarForm as CalendarSchema } from '#app/domain/consultations/clocks/forms.ts'
import { clockPolicy } from '#app/domain/consultations/clocks/policy.ts'
import { getServiceCalendar } from '#app/domain/consultations/clocks/queries/calendars.server.ts'
import { listChanges } from '#app/domain/consultations/clocks/queries/changes.server.ts'
import { usualWeek } from '#app/domain/consultations/clocks/service-level.ts'
import { CalendarForm } from '#app/domain/consultations/clocks/ui/deciding/calendar-form.tsx'
import {
  CalendarVersions,
  ChangeTable,
} from '#app/domain/consultations/clocks/ui/deciding/calendar-versions.tsx'
import { ServiceCrumbs } from '#app/domain/consultations/clocks/ui/deciding/service-tabs.tsx'
import { WeekStrip } from '#app/domain/consultations/clocks/ui/deciding/week-strip.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['consultations', 'clocks'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const calendar = await getServiceCalendar(actor, params.calendarId ?? '')
  return {
    calendar,
    changes: await listChanges(actor, calendar.id),
    canDecide: clockPolicy.decide(actor),
  }
})

export const action = actionFor(({ actor, request, params: { calendarId = '' } }) =>
  submit(request, CalendarSchema, async (input) => {
    await decideHours(actor, calendarId, input)
    return redirectWithToast(paths.serviceCalendar(calendarId), 'clocks:toast.hours')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.calendar.name }]

export default function Calendar() {
  const { calendar, changes, canDecide } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('clocks')
  const { id, name, timeZone, versions, heldId, today } = calendar
  const held = versions.find((version) => version.id === heldId) ?? versions[0]
  const holidays = (
    <LinkButton to={paths.serviceCalendar(id, '/holidays')} kind="secondary">
      {t('holidays.title')}
    </LinkButton>
  )
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<ServiceCrumbs of="calendar" />}
          title={name}
          lead={timeZone}
          secondary={canDecide && holidays}
        />
      }
    >
      <Section title={t('calendar.holds')}>
        <WeekStrip week={held?.week ?? usualWeek} />
      </Section>
      <Section title={t('calendar.versions')} count={versions.length}>
        <CalendarVersions versions={versions} heldId={heldId} />
      </Section>
      {changes.length > 0 && (
        <Section title={t('change.title')} text={t('change.text')}>
          <ChangeTable changes={changes} />
        </Section>
      )}
      {canDecide && (
        <Section title={t('calendar.change')} text={t('calendar.changeText')}>
          <CalendarForm
            key={versions.length}
            calendar={{ name, timeZone, isNew: false }}
            version={versions[0] ?? { week: usualWeek, days: {} }}
            zones={[]}
            {...{ today, reply }}
          />
        </Section>
      )}
    </Page>
  )
}
