import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { listMacros } from '#app/domain/consultations/macros/queries/macros.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { languageNames } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Row, RowList } from '#app/ui/row-list.tsx'

export const handle = { i18n: ['consultations', 'macros'] }

export const loader = loaderFor(async ({ actor }) => ({
  macros: await listMacros(actor),
  title: titleIn(actor.language, 'macros:title'),
}))

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Macros() {
  const { macros } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['macros', 'consultations', 'common'])
  const crumbs = [{ label: t('consultations:title'), href: paths.consultations() }]
  const add = (
    <LinkButton to={paths.macros('/new')} kind="primary">
      {t('new')}
    </LinkButton>
  )
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<Breadcrumbs label={t('consultations:title')} items={crumbs} />}
          title={t('title')}
          lead={t('lead')}
          primary={add}
        />
      }
    >
      {macros.length === 0 ? (
        <EmptyState title={t('empty')} text={t('lead')}>
          {add}
        </EmptyState>
      ) : (
        <RowList label={t('title')}>
          {macros.map(({ id, name, reach, function: of, customer, languages, uses, retiredAt, canWrite }) => {
            const whose = of ? t(`common:function.${of}`) : (customer ?? t(`reach.${reach}`))
            const written = languages.map((each) => languageNames[each]).join(', ')
            return (
              <Row
                key={id}
                title={name}
                href={canWrite ? paths.macros(`/${id}`) : undefined}
                meta={`${whose} · ${written} · ${t('uses', { count: uses })}`}
                trailing={retiredAt && <Badge>{t('retired')}</Badge>}
              />
            )
          })}
        </RowList>
      )}
    </Page>
  )
}
