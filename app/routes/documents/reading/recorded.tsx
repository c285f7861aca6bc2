import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { SettingsHeader } from '#app/domain/auth/ui/settings-header.tsx'
import { listRecorded } from '#app/domain/documents/reading/queries/recorded.server.ts'
import { RecordedTable } from '#app/domain/documents/reading/ui/recorded-table.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Page } from '#app/ui/page.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['auth', 'documents', 'reading'] }

export const loader = loaderFor(async ({ actor, request }) => {
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  return {
    title: titleIn(actor.language, 'reading:recorded.title'),
    side: actor.side,
    isFurther: after !== undefined,
    page: await listRecorded(actor, after),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Recorded() {
  const { side, page, isFurther } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['reading', 'auth', 'common'])
  return (
    <Page header={<SettingsHeader title={t('auth:settings.title')} />}>
      <Section title={t('recorded.title')} text={t(`recorded.lead.${side}`)}>
        {page.items.length > 0 ? (
          <RecordedTable rows={page.items} />
        ) : (
          <EmptyState title={t('recorded.nothing')} />
        )}
      </Section>
      <Pagination
        label={t('common:list.newest')}
        previous={{ label: t('common:list.newest'), href: isFurther ? paths.recorded() : undefined }}
        next={{
          label: t('common:list.older'),
          href: page.next ? paths.recorded({ after: page.next }) : undefined,
        }}
      />
    </Page>
  )
}
