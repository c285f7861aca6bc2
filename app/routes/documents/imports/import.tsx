import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { importAbilities } from '#app/domain/documents/imports/policy.ts'
import { readRowFilter } from '#app/domain/documents/imports/queries/filter.ts'
import { countRows, getImport } from '#app/domain/documents/imports/queries/import.server.ts'
import { listRows } from '#app/domain/documents/imports/queries/rows.server.ts'
import { ImportActions, UndoQuestion } from '#app/domain/documents/imports/ui/import-actions.tsx'
import { ImportFigures } from '#app/domain/documents/imports/ui/import-figures.tsx'
import { ImportProgress } from '#app/domain/documents/imports/ui/import-progress.tsx'
import { ImportState } from '#app/domain/documents/imports/ui/import-state.tsx'
import { RowFilters } from '#app/domain/documents/imports/ui/row-filters.tsx'
import { RowTable } from '#app/domain/documents/imports/ui/row-table.tsx'
import { useLive } from '#app/domain/events/ui/use-live.ts'
import { markSubjectRead } from '#app/domain/notifications/commands.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { isPrefetch } from '#app/http/reading.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'

export const handle = { i18n: ['documents', 'imports', 'parameters', 'comparisons'] }

export const loader = loaderFor(async ({ actor, params, request }) => {
  const found = await getImport(actor, params.id ?? '')
  const search = new URL(request.url).searchParams
  const { filter, after } = readRowFilter(search)
  const [counts, rows] = await Promise.all([
    countRows(found.id),
    listRows(actor, found.id, { filter, after }),
    isPrefetch(request) ? null : markSubjectRead(actor, 'import', found.id),
  ])
  const { organizationId: _, createdById: __, ...shown } = found
  return {
    title: titleIn(actor.language, 'imports:titleOf', { name: found.name }),
    ...{ found: shown, counts, rows, filter, after, isAsked: search.has('undo') },
    abilities: importAbilities(actor, found, counts),
  }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function ImportPage() {
  const { found, counts, rows, filter, after, abilities, isAsked } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['imports', 'documents', 'common'])
  useLive([`import:${found.id}`])
  const crumbs = [
    { label: t('documents:title'), href: paths.documents() },
    { label: t('title'), href: paths.documentImports() },
  ]
  const at = (line?: number) =>
    paths.documentImport(found.id, { rows: filter === 'all' ? undefined : filter, after: line })
  return (
    <Page
      header={
        <PageHeader
          title={found.name}
          breadcrumbs={<Breadcrumbs label={t('title')} items={crumbs} />}
          state={<ImportState status={found.status} />}
          meta={
            <span className="text-muted">
              {t('by', { name: found.createdBy })} <Time at={found.createdAt} />
            </span>
          }
          primary={<ImportActions found={found} counts={counts} abilities={abilities} isAsked={isAsked} />}
        />
      }
    >
      {isAsked && <UndoQuestion found={found} counts={counts} abilities={abilities} />}
      <ImportProgress found={found} counts={counts} abilities={abilities} />
      {counts.all > 0 && (
        <>
          <ImportFigures counts={counts} />
          <Section title={t('rows.title')} text={t('rows.text')}>
            <RowFilters importId={found.id} counts={counts} filter={filter} />
            <RowTable rows={rows.items} />
            <Pagination
              label={t('rows.title')}
              previous={{ label: t('rows.first'), href: after > 0 ? at() : undefined }}
              next={{ label: t('rows.next'), href: rows.next === null ? undefined : at(rows.next) }}
            />
          </Section>
        </>
      )}
    </Page>
  )
}
