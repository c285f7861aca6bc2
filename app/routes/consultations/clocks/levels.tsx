import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Timer from 'lucide-react/icons/timer'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { clockPolicy } from '#app/domain/consultations/clocks/policy.ts'
import { listChanges } from '#app/domain/consultations/clocks/queries/changes.server.ts'
import { listLevels } from '#app/domain/consultations/clocks/queries/levels.server.ts'
import { ChangeTable } from '#app/domain/consultations/clocks/ui/deciding/calendar-versions.tsx'
import { LevelCard } from '#app/domain/consultations/clocks/ui/deciding/level-card.tsx'
import { ServiceCrumbs, ServiceTabs } from '#app/domain/consultations/clocks/ui/deciding/service-tabs.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['consultations', 'clocks', 'routing'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(clockPolicy.see(actor))
  const [levels, changes] = await Promise.all([listLevels(actor), listChanges(actor, null)])
  return {
    title: titleIn(actor.language, 'clocks:level.title'),
    ...{ levels, changes },
    canDecide: clockPolicy.decide(actor),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ServiceLevels() {
  const { levels, changes, canDecide } = useLoaderData<typeof loader>()
  const { t } = useTranslation('clocks')
  const create = canDecide && (
    <LinkButton to={paths.newServiceLevel()} kind="primary">
      {t('level.new')}
    </LinkButton>
  )
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<ServiceCrumbs />}
          title={t('level.title')}
          lead={t('level.lead')}
          primary={levels.length > 0 && create}
        />
      }
    >
      <ServiceTabs />
      {levels.map((level) => (
        <LevelCard key={level.id} level={level} canDecide={canDecide} />
      ))}
      {levels.length === 0 && (
        <EmptyState icon={Timer} title={t('level.empty')} text={t('level.emptyText')}>
          {create}
        </EmptyState>
      )}
      {changes.length > 0 && (
        <Section title={t('change.title')} text={t('change.text')}>
          <ChangeTable changes={changes} />
        </Section>
      )}
    </Page>
  )
}
