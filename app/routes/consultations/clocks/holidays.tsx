import type { MetaFunction } from '@remix-run/node'
import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { addHolidays } from '#app/domain/consultations/clocks/commands/decide-calendar.server.ts'
import { HolidayFileForm, HolidaysForm } from '#app/domain/consultations/clocks/forms.ts'
import { lookAtHolidays } from '#app/domain/consultations/clocks/holidays/read.server.ts'
import { clockPolicy } from '#app/domain/consultations/clocks/policy.ts'
import { getServiceCalendar } from '#app/domain/consultations/clocks/queries/calendars.server.ts'
import { HolidayChoice, HolidayFile } from '#app/domain/consultations/clocks/ui/deciding/holiday-form.tsx'
import { ServiceCrumbs } from '#app/domain/consultations/clocks/ui/deciding/service-tabs.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['consultations', 'clocks'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { id, name, today } = await getServiceCalendar(actor, params.calendarId ?? '')
  authorize(clockPolicy.decide(actor))
  return { id, name, today }
})

export const action = actionFor(async ({ actor, request, params: { calendarId = '' } }) => {
  const isFile = request.headers.get('Content-Type')?.startsWith('multipart/form-data')
  if (isFile) {
    return submit(request, HolidayFileForm, async ({ file }) =>
      data({ plan: await lookAtHolidays(actor, calendarId, file), lastResult: null }),
    )
  }
  return submit(request, HolidaysForm, async (input) => {
    await addHolidays(actor, calendarId, input)
    const count = input.days.length
    return redirectWithToast(paths.serviceCalendar(calendarId), 'clocks:toast.holidays', { count })
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.name }]

export default function Holidays() {
  const { name, today } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('clocks')
  const message = useMessage()
  const plan = reply && 'plan' in reply ? reply.plan : null
  const errors = plan
    ? undefined
    : Object.values(reply?.lastResult?.error ?? {}).flatMap((each) => each ?? [])
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<ServiceCrumbs of="calendar" />}
          title={`${name}: ${t('holidays.title')}`}
          lead={t('holidays.lead')}
        />
      }
    >
      <HolidayFile errors={errors?.length ? errors.map(message) : undefined} />
      {plan && <HolidayChoice plan={plan} today={today} />}
    </Page>
  )
}
