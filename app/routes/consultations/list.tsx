import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import MessagesSquare from 'lucide-react/icons/messages-square'
import { useTranslation } from 'react-i18next'
import { listAccountNames } from '#app/domain/accounts/queries/accounts.server.ts'
import { listDrafts } from '#app/domain/consultations/asking/queries/drafts.server.ts'
import { DraftList } from '#app/domain/consultations/asking/ui/draft-list.tsx'
import { isFiltered, readFilters } from '#app/domain/consultations/filters.ts'
import { knowledgePolicy } from '#app/domain/consultations/knowledge/policy.ts'
import { consultationPolicy } from '#app/domain/consultations/policy.ts'
import { countLimit, factsOfList } from '#app/domain/consultations/queries/count.server.ts'
import { listConsultations } from '#app/domain/consultations/queries/list.server.ts'
import { ConsultationFilterBar } from '#app/domain/consultations/ui/consultation-filters.tsx'
import { ConsultationTable } from '#app/domain/consultations/ui/consultation-table.tsx'
import { ListLinks } from '#app/domain/consultations/ui/list-links.tsx'
import { batchActsOf } from '#app/domain/consultations/work/policy.ts'
import { BulkBar } from '#app/domain/consultations/work/ui/bulk-bar.tsx'
import { QueueTabs } from '#app/domain/consultations/work/ui/queue-tabs.tsx'
import { useLive } from '#app/domain/events/ui/use-live.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { i18nFor } from '#app/i18n/i18n.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const handle = { i18n: ['consultations', 'asking', 'work'] }

export const loader = loaderFor(async ({ actor, request }) => {
  const filters = readFilters(new URL(request.url).searchParams)
  const [page, { count, queues, tags, parts }, accounts, drafts] = await Promise.all([
    listConsultations(actor, filters),
    factsOfList(actor, filters),
    listAccountNames(actor),
    listDrafts(actor),
  ])
  return {
    title: i18nFor(actor.language).getFixedT(null, 'consultations')('title'),
    side: actor.side,
    filters,
    page,
    count: { shown: Math.min(count, countLimit), isMore: count > countLimit },
    ...{ accounts, drafts, queues, tags, parts, acts: batchActsOf(actor) },
    canAsk: consultationPolicy.ask(actor),
    canSeeKnowledge: knowledgePolicy.see(actor),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

const topics = ['consultations']

export default function Consultations() {
  const { side, filters, page, accounts, drafts, queues, tags, parts, acts, canAsk, canSeeKnowledge } =
    useLoaderData<typeof loader>()
  const { t } = useTranslation('consultations')
  useLive(topics)
  const ask = canAsk && (
    <LinkButton to={paths.newConsultation()} kind="primary">
      {t('ask')}
    </LinkButton>
  )
  const others = <ListLinks side={side} canSeeKnowledge={canSeeKnowledge} />
  return (
    <Page
      header={<PageHeader title={t('title')} lead={t(`lead.${side}`)} primary={ask} secondary={others} />}
    >
      {!filters.after && <DraftList drafts={drafts} />}
      <QueueTabs side={side} filters={filters} counts={queues} parts={parts} />
      <ConsultationFilterBar
        key={JSON.stringify({ ...filters, q: '' })}
        filters={filters}
        accounts={accounts}
        tags={tags}
      />
      {page.items.length > 0 ? (
        <>
          <Form method="get" action={paths.consultationBatch()}>
            {filters.whose && <input type="hidden" name="whose" value={filters.whose} />}
            <ConsultationTable rows={page.items} />
            <BulkBar acts={acts} />
          </Form>
          <Pages />
        </>
      ) : (
        <Nothing />
      )}
    </Page>
  )
}

function Nothing() {
  const { side, filters, canAsk } = useLoaderData<typeof loader>()
  const { t } = useTranslation('consultations')
  if (isFiltered(filters)) {
    return (
      <EmptyState title={t('nothingFound.title')} text={t('nothingFound.text')}>
        <LinkButton to={paths.consultations()}>{t('nothingFound.showAll')}</LinkButton>
      </EmptyState>
    )
  }
  return (
    <EmptyState icon={MessagesSquare} title={t('empty.title')} text={t(`empty.${side}`)}>
      {canAsk && (
        <LinkButton to={paths.newConsultation()} kind="primary">
          {t('ask')}
        </LinkButton>
      )}
    </EmptyState>
  )
}

function Pages() {
  const { page, filters, count } = useLoaderData<typeof loader>()
  const { t } = useTranslation()
  const at = (after?: string) => paths.consultations({ ...filters, after })
  const shown = t('list.count', { count: count.shown })
  return (
    <Pagination
      label={t('list.newest')}
      summary={count.isMore ? t('list.countAtLeast', { count: count.shown }) : shown}
      previous={{ label: t('list.newest'), href: filters.after ? at() : undefined }}
      next={{ label: t('list.older'), href: page.next ? at(page.next) : undefined }}
    />
  )
}
