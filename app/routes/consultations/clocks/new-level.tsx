import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { decideLevel } from '#app/domain/consultations/clocks/commands/decide-level.server.ts'
import { LevelForm as LevelSchema } from '#app/domain/consultations/clocks/forms.ts'
import { clockPolicy } from '#app/domain/consultations/clocks/policy.ts'
import { todayIn } from '#app/domain/consultations/clocks/queries/calendars.server.ts'
import { listLevelChoices, listLevels } from '#app/domain/consultations/clocks/queries/levels.server.ts'
import { LevelForm } from '#app/domain/consultations/clocks/ui/deciding/level-form.tsx'
import { ServiceCrumbs } from '#app/domain/consultations/clocks/ui/deciding/service-tabs.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['consultations', 'clocks'] }

export const loader = loaderFor(async ({ actor, request }) => {
  authorize(clockPolicy.decide(actor))
  const search = new URL(request.url).searchParams
  const wanted = {
    accountId: search.get('account') ?? undefined,
    function: search.get('function') ?? undefined,
  }
  const [choices, levels] = await Promise.all([listLevelChoices(actor), listLevels(actor)])
  const isWanted = (level: (typeof levels)[number]) =>
    (level.accountId ?? undefined) === wanted.accountId && (level.function ?? undefined) === wanted.function
  return {
    title: titleIn(actor.language, 'clocks:level.new'),
    ...{ choices, wanted, today: todayIn(actor.timeZone) },
    present: levels.find((level) => isWanted(level) && !level.isAhead) ?? null,
  }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, LevelSchema, async (input) => {
    await decideLevel(actor, input)
    return redirectWithToast(paths.serviceLevels(), 'clocks:toast.level')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewServiceLevel() {
  const { choices, wanted, today, present } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('clocks')
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<ServiceCrumbs of="level" />}
          title={t('level.new')}
          lead={t('level.lead')}
        />
      }
    >
      {choices.calendars.length > 0 ? (
        <LevelForm {...{ choices, wanted, today, present, reply }} />
      ) : (
        <Notice title={t('level.noCalendar')}>
          <LinkButton to={paths.serviceCalendars('/new')}>{t('calendar.new')}</LinkButton>
        </Notice>
      )}
    </Page>
  )
}
