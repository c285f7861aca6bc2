import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getLedger } from '#app/domain/consultations/clocks/queries/ledger.server.ts'
import { ClockTable } from '#app/domain/consultations/clocks/ui/clock-table.tsx'
import { LedgerStrip } from '#app/domain/consultations/clocks/ui/ledger-strip.tsx'
import { LedgerTable } from '#app/domain/consultations/clocks/ui/ledger-table.tsx'
import { LedgerTotals } from '#app/domain/consultations/clocks/ui/ledger-totals.tsx'
import { useLive } from '#app/domain/events/ui/use-live.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'clocks'] }

export const loader = loaderFor(async ({ actor, params, request }) => {
  const wanted = new URL(request.url).searchParams.get('clock')
  const ledger = await getLedger(actor, params.id ?? '', wanted)
  return { ledger, title: `${ledger.number} ${titleIn(actor.language, 'clocks:ledger.title')}` }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ClockLedger() {
  const { ledger } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['clocks', 'consultations'])
  useLive([`consultation:${ledger.id}`])
  const { shown, sides, clocks } = ledger
  return (
    <Page header={<Header />}>
      {shown ? (
        <>
          <Section title={t('ledger.clocks')}>
            <ClockTable id={ledger.id} clocks={clocks} shown={shown.name} />
          </Section>
          <Section
            title={t(`consultations:clock.${shown.kind}`)}
            text={t('ledger.hours', { calendar: shown.calendar, zone: shown.zone })}
          >
            <LedgerTotals totals={shown.totals} dueAt={shown.dueAt} />
            <LedgerStrip days={shown.days} sides={sides} dueAt={shown.dueAt} />
          </Section>
          <Section title={t('ledger.entries')} text={shown.isCut ? t('ledger.cut') : undefined}>
            <LedgerTable entries={shown.entries} sides={sides} />
          </Section>
        </>
      ) : (
        <EmptyState title={t('ledger.empty')} text={t('ledger.emptyText')} />
      )}
    </Page>
  )
}

function Header() {
  const { ledger } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['clocks', 'consultations'])
  const { id, number, subject, abilities } = ledger
  const crumbs = [
    { label: t('consultations:title'), href: paths.consultations() },
    { label: `${number} ${subject}`, href: paths.consultation(id) },
  ]
  return (
    <PageHeader
      breadcrumbs={<Breadcrumbs label={t('consultations:title')} items={crumbs} />}
      title={t('ledger.title')}
      lead={t('ledger.lead')}
      primary={abilities.resume ? <Resume /> : abilities.pause && <Pause />}
      secondary={
        abilities.changeUrgency && (
          <LinkButton to={paths.consultationAct(id, 'urgency')} kind="quiet">
            {t('urgency.title')}
          </LinkButton>
        )
      }
    />
  )
}

function Pause() {
  const { ledger } = useLoaderData<typeof loader>()
  const { t } = useTranslation('clocks')
  return <LinkButton to={paths.consultationAct(ledger.id, 'pause')}>{t('pause.title')}</LinkButton>
}

function Resume() {
  const { ledger } = useLoaderData<typeof loader>()
  const { t } = useTranslation('clocks')
  const action = paths.consultationAct(ledger.id, 'resume')
  return (
    <Form method="post" action={action}>
      <SubmitButton action={action} kind="secondary">
        {t('resume')}
      </SubmitButton>
    </Form>
  )
}
