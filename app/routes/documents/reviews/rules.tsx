import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import ListChecks from 'lucide-react/icons/list-checks'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { reviewPolicy } from '#app/domain/documents/reviews/policy.ts'
import { listReviewRules } from '#app/domain/documents/reviews/queries/rules.server.ts'
import { RuleTable } from '#app/domain/documents/reviews/ui/rule-table.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'reviews'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(reviewPolicy.changeRules(actor))
  return { title: titleIn(actor.language, 'reviews:rules.title'), rules: await listReviewRules(actor) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ReviewRules() {
  const { rules } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['reviews', 'documents'])
  const crumbs = (
    <Breadcrumbs
      label={t('documents:title')}
      items={[{ label: t('documents:title'), href: paths.documents() }]}
    />
  )
  const create = (
    <LinkButton to={paths.newReviewRule()} kind="primary">
      {t('rules.new')}
    </LinkButton>
  )
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={crumbs}
          title={t('rules.title')}
          lead={t('rules.lead')}
          primary={rules.length > 0 && create}
        />
      }
    >
      {rules.length > 0 ? (
        <RuleTable rules={rules} />
      ) : (
        <EmptyState icon={ListChecks} title={t('rules.empty')} text={t('rules.emptyText')}>
          {create}
        </EmptyState>
      )}
    </Page>
  )
}
