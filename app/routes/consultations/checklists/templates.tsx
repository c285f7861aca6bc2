import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { checklistPolicy } from '#app/domain/consultations/checklists/policy.ts'
import { listChecklistTemplates } from '#app/domain/consultations/checklists/queries/templates.server.ts'
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

export const handle = { i18n: ['consultations', 'checklists'] }

export const loader = loaderFor(async ({ actor }) => {
  authorize(checklistPolicy.writeTemplate(actor))
  return {
    templates: await listChecklistTemplates(actor),
    title: titleIn(actor.language, 'checklists:templates.title'),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ChecklistTemplates() {
  const { templates } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['checklists', 'consultations', 'common'])
  const crumbs = [{ label: t('consultations:title'), href: paths.consultations() }]
  const add = (
    <LinkButton to={paths.checklistTemplates('/new')} kind="primary">
      {t('templates.new')}
    </LinkButton>
  )
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<Breadcrumbs label={t('consultations:title')} items={crumbs} />}
          title={t('templates.title')}
          lead={t('templates.lead')}
          primary={add}
        />
      }
    >
      {templates.length === 0 ? (
        <EmptyState title={t('templates.empty')} text={t('templates.lead')} />
      ) : (
        <RowList label={t('templates.title')}>
          {templates.map(({ id, name, function: of, items, retiredAt }) => (
            <Row
              key={id}
              title={name}
              href={paths.checklistTemplates(`/${id}`)}
              meta={`${of ? t(`common:function.${of}`) : t('templates.everybody')} · ${t('templates.count', { count: items.length })}`}
              trailing={retiredAt && <Badge>{t('templates.retired')}</Badge>}
            />
          ))}
        </RowList>
      )}
    </Page>
  )
}
