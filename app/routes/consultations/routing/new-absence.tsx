import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { tellAbsence } from '#app/domain/consultations/routing/commands/absences.server.ts'
import { AbsenceForm as AbsenceSchema } from '#app/domain/consultations/routing/forms.ts'
import { routingPolicy } from '#app/domain/consultations/routing/policy.ts'
import { listColleagues } from '#app/domain/consultations/routing/queries/rules.server.ts'
import { AbsenceForm } from '#app/domain/consultations/routing/ui/absence-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['accounts', 'routing'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(routingPolicy.tellAbsence(actor, actor.membershipId))
  return {
    title: titleIn(actor.language, 'routing:absence.new'),
    me: actor.membershipId,
    isForAll: actor.isAdministrator,
    members: await listColleagues(actor),
  }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, AbsenceSchema, async (input) => {
    await tellAbsence(actor, input)
    return redirectWithToast(paths.absences(), 'routing:toast.absenceTold')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function NewAbsence() {
  const { me, members, isForAll } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['routing', 'accounts'])
  const crumbs = (
    <Breadcrumbs
      label={t('accounts:title.members')}
      items={[
        { label: t('accounts:title.members'), href: paths.members() },
        { label: t('absence.title'), href: paths.absences() },
      ]}
    />
  )
  return (
    <Page
      width="prose"
      header={<PageHeader breadcrumbs={crumbs} title={t('absence.new')} lead={t('absence.newLead')} />}
    >
      <AbsenceForm {...{ me, members, isForAll, reply }} />
    </Page>
  )
}
