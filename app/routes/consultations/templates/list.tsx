import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { templatePolicy } from '#app/domain/consultations/asking/policy.ts'
import { listTemplates } from '#app/domain/consultations/asking/queries/templates.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Row, RowList } from '#app/ui/row-list.tsx'

export const handle = { i18n: ['consultations', 'asking'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(templatePolicy.see(actor))
  return {
    templates: await listTemplates(actor),
    title: titleIn(actor.language, 'asking:template.title'),
    canWrite: actor.isAdministrator || actor.functions.length > 0,
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function QuestionTemplates() {
  const { templates, canWrite } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['asking', 'consultations', 'common'])
  const crumbs = [{ label: t('consultations:title'), href: paths.consultations() }]
  const add = canWrite && (
    <LinkButton to={paths.questionTemplates('/new')} kind="primary">
      {t('template.new')}
    </LinkButton>
  )
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<Breadcrumbs label={t('consultations:title')} items={crumbs} />}
          title={t('template.title')}
          lead={t('template.lead')}
          primary={add}
        />
      }
    >
      {templates.length === 0 ? (
        <EmptyState title={t('template.empty')} text={t('template.lead')} />
      ) : (
        <RowList label={t('template.title')}>
          {templates.map(({ id, name, function: of, fields, uses, retiredAt, canWrite: isOwn }) => (
            <Row
              key={id}
              title={name}
              href={isOwn ? paths.questionTemplate(id) : undefined}
              meta={`${t(`common:function.${of}`)} · ${t('template.fields', { count: fields })} · ${t('template.uses', { count: uses })}`}
              trailing={retiredAt && <Badge>{t('template.isRetired')}</Badge>}
            />
          ))}
        </RowList>
      )}
    </Page>
  )
}
