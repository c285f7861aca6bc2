import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Route from 'lucide-react/icons/route'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { ServiceCrumbs, ServiceTabs } from '#app/domain/consultations/clocks/ui/deciding/service-tabs.tsx'
import { TryForm as TrySchema } from '#app/domain/consultations/routing/forms.ts'
import { routingPolicy } from '#app/domain/consultations/routing/policy.ts'
import { listRules } from '#app/domain/consultations/routing/queries/rules.server.ts'
import { listTryChoices, tryRouting } from '#app/domain/consultations/routing/queries/try.server.ts'
import { RuleList } from '#app/domain/consultations/routing/ui/rule-list.tsx'
import { TryForm } from '#app/domain/consultations/routing/ui/try-form.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['consultations', 'clocks', 'routing'] }

export const loader = loaderFor(async ({ actor, request }) => {
  authorize(routingPolicy.see(actor))
  const search = new URL(request.url).searchParams
  const asked = Object.fromEntries([...search].filter(([, value]) => value !== ''))
  const question = TrySchema.safeParse(asked)
  const [rules, choices] = await Promise.all([listRules(actor), listTryChoices(actor)])
  return {
    title: titleIn(actor.language, 'routing:title'),
    ...{ rules, choices },
    asked: question.success ? question.data : {},
    tried: question.success ? await tryRouting(actor, question.data) : null,
    canChange: routingPolicy.changeRules(actor),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Routing() {
  const { rules, choices, asked, tried, canChange } = useLoaderData<typeof loader>()
  const { t } = useTranslation('routing')
  const create = canChange && (
    <LinkButton to={paths.routingRule('new')} kind="primary">
      {t('rule.new')}
    </LinkButton>
  )
  const header = (
    <PageHeader
      breadcrumbs={<ServiceCrumbs />}
      title={t('title')}
      lead={t('lead')}
      primary={rules.length > 0 && create}
      secondary={
        <LinkButton to={paths.absences()} kind="quiet">
          {t('absence.title')}
        </LinkButton>
      }
    />
  )
  return (
    <Page header={header}>
      <ServiceTabs />
      {rules.length > 0 ? (
        <RuleList rules={rules} canChange={canChange} />
      ) : (
        <EmptyState icon={Route} title={t('rule.empty')} text={t('rule.emptyText')}>
          {create}
        </EmptyState>
      )}
      {choices.accounts.length > 0 && (
        <Section title={t('try.title')} text={t('try.text')}>
          <TryForm key={JSON.stringify(asked)} {...{ choices, asked, tried }} />
        </Section>
      )}
    </Page>
  )
}
