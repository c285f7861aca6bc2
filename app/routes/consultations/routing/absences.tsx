import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import CalendarOff from 'lucide-react/icons/calendar-off'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { routingPolicy } from '#app/domain/consultations/routing/policy.ts'
import { listAbsences } from '#app/domain/consultations/routing/queries/absences.server.ts'
import { AbsenceTable } from '#app/domain/consultations/routing/ui/absence-table.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['accounts', 'routing'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(routingPolicy.see(actor))
  const absences = await listAbsences(actor)
  return {
    title: titleIn(actor.language, 'routing:absence.title'),
    absences: absences.map((each) => ({
      ...each,
      canEnd: routingPolicy.tellAbsence(actor, each.membershipId),
    })),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Absences() {
  const { absences } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['routing', 'accounts'])
  const create = (
    <LinkButton to={paths.absences('/new')} kind="primary">
      {t('absence.new')}
    </LinkButton>
  )
  const members = { label: t('accounts:title.members'), href: paths.members() }
  const header = (
    <PageHeader
      breadcrumbs={<Breadcrumbs label={members.label} items={[members]} />}
      title={t('absence.title')}
      lead={t('absence.lead')}
      primary={absences.length > 0 && create}
    />
  )
  return (
    <Page header={header}>
      {absences.length > 0 ? (
        <AbsenceTable absences={absences} />
      ) : (
        <EmptyState icon={CalendarOff} title={t('absence.empty')} text={t('absence.emptyText')}>
          {create}
        </EmptyState>
      )}
    </Page>
  )
}
