import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listMyParts } from '#app/domain/consultations/parts/queries/mine.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Row, RowList } from '#app/ui/row-list.tsx'
import { Day } from '#app/ui/time.tsx'

export const handle = { i18n: ['consultations', 'parts'] }

export const loader = loaderFor(async ({ actor }) => ({
  parts: await listMyParts(actor),
  title: titleIn(actor.language, 'parts:mine.title'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** What others ask of this person, or of a function that this person has. */
export default function MyParts() {
  const { parts } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['parts', 'consultations'])
  const crumbs = [{ label: t('consultations:title'), href: paths.consultations() }]
  return (
    <Page
      header={
        <PageHeader
          title={t('mine.title')}
          lead={t('mine.lead')}
          breadcrumbs={<Breadcrumbs label={t('consultations:title')} items={crumbs} />}
        />
      }
    >
      {parts.length === 0 ? (
        <EmptyState title={t('mine.none')} text={t('mine.noneText')} />
      ) : (
        <RowList label={t('mine.title')}>
          {parts.map((part) => (
            <Row
              key={part.id}
              number={part.number}
              title={part.question}
              href={paths.consultationAct(part.consultationId, `parts/${part.id}`)}
              meta={part.isOpen ? `${part.subject} · ${t('nobody')}` : part.subject}
              trailing={
                <span className={part.isOverdue ? 'text-danger' : undefined}>
                  {t(part.isOverdue ? 'overdue' : 'due')} <Day on={part.dueOn} />
                </span>
              }
            />
          ))}
        </RowList>
      )}
    </Page>
  )
}
