import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { monthBeside, spanOf } from '#app/domain/consultations/knowledge/month.ts'
import { listKnowledge } from '#app/domain/consultations/knowledge/queries/month.server.ts'
import { QuestionGroupEntry } from '#app/domain/consultations/knowledge/ui/question-group.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { dateFormat } from '#app/ui/intl.ts'
import { useLocale } from '#app/ui/locale.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Row, RowList } from '#app/ui/row-list.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['consultations', 'asking'] }

export const loader = loaderFor(async ({ actor, request }) => {
  const month = new URL(request.url).searchParams.get('month')
  const knowledge = await listKnowledge(actor, month)
  return { ...knowledge, title: titleIn(actor.language, 'asking:knowledge.title') }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function KnowledgeOfMonth() {
  const { month, next, groups, ended, compared, isMore } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['asking', 'consultations'])
  const { locale } = useLocale()
  const name = dateFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(
    spanOf(month).from,
  )
  const crumbs = [{ label: t('consultations:title'), href: paths.consultations() }]
  const at = (each: string) => paths.consultationPage('knowledge', { month: each })
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<Breadcrumbs label={t('consultations:title')} items={crumbs} />}
          title={t('knowledge.title')}
          meta={name}
          lead={t('knowledge.lead')}
        />
      }
    >
      <Section title={t('knowledge.alike')} text={t('knowledge.rule', { count: compared })}>
        {isMore && <p className="text-sm text-muted">{t('knowledge.limit', { count: compared })}</p>}
        {groups.length === 0 ? (
          <EmptyState title={t('knowledge.none')} text={t('knowledge.noneText')} />
        ) : (
          <ul className="grid">
            {groups.map((group) => (
              <QuestionGroupEntry key={group.questions[0]?.id} group={group} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('knowledge.ended')} text={t('knowledge.endedText')}>
        {ended.length === 0 ? (
          <p className="text-muted">{t('knowledge.endedNone')}</p>
        ) : (
          <RowList label={t('knowledge.ended')}>
            {ended.map(({ documentId, consultationId, number, title: name, count, accounts }) => (
              <Row
                key={documentId ?? consultationId}
                number={number}
                title={name}
                href={documentId ? paths.document(documentId) : paths.consultation(consultationId ?? '')}
                trailing={`${t('suggestions.ended', { count })} · ${t('knowledge.accounts', { count: accounts })}`}
              />
            ))}
          </RowList>
        )}
      </Section>
      <Pagination
        label={t('knowledge.month')}
        summary={name}
        previous={{ label: t('knowledge.before'), href: at(monthBeside(month, -1)) }}
        next={{ label: t('knowledge.after'), href: next ? at(next) : undefined }}
      />
    </Page>
  )
}
