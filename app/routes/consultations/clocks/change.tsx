import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { clockPolicy } from '#app/domain/consultations/clocks/policy.ts'
import { getChange } from '#app/domain/consultations/clocks/queries/changes.server.ts'
import { MoveTable } from '#app/domain/consultations/clocks/ui/deciding/move-table.tsx'
import { ServiceCrumbs } from '#app/domain/consultations/clocks/ui/deciding/service-tabs.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['consultations', 'clocks'] }

export const loader = loaderFor(async ({ actor, params }) => {
  authorize(clockPolicy.see(actor))
  return {
    title: titleIn(actor.language, 'clocks:change.title'),
    change: await getChange(actor, params.changeId ?? ''),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ClockChange() {
  const { change } = useLoaderData<typeof loader>()
  const { t } = useTranslation('clocks')
  const { moves, moved, consultations, finishedAt } = change
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<ServiceCrumbs of="level" />}
          title={t('change.title')}
          lead={finishedAt ? t('change.done', { count: consultations }) : t('change.running')}
        />
      }
    >
      {moves.length > 0 ? (
        <Section
          title={t('change.moved')}
          count={moved}
          text={moved > moves.length ? t('change.cut', { count: moves.length }) : undefined}
        >
          <MoveTable moves={moves} />
        </Section>
      ) : (
        <EmptyState title={t('change.nothing')} text={t('change.nothingText')} />
      )}
    </Page>
  )
}
