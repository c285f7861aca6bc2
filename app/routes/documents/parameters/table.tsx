import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import Table2 from 'lucide-react/icons/table-2'
import { useTranslation } from 'react-i18next'
import { getParameterTable } from '#app/domain/documents/parameters/queries.server.ts'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { ParameterTable } from '#app/domain/documents/ui/parameters/parameter-table.tsx'
import { PartPage } from '#app/domain/documents/ui/part-page.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'

export const handle = { i18n: ['documents', 'parameters'] }

export const loader = loaderFor(async ({ actor, request, params }) => {
  const number = readVersionNumber(new URL(request.url).searchParams.get('version'))
  const table = await getParameterTable(actor, params.id ?? '', number)
  const title = titleIn(actor.language, 'parameters:pageTitle', { number: table.document.number })
  return { ...table, title, side: actor.side }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Parameters() {
  const { document, version, tabs, rows, abilities, side } = useLoaderData<typeof loader>()
  const { t } = useTranslation('parameters')
  const edit = abilities.edit && (
    <LinkButton to={paths.editDocumentParameters(document.id)} kind="primary">
      {t('edit')}
    </LinkButton>
  )
  const csv = rows.length > 0 && (
    <LinkButton to={paths.documentParametersExport(document.id, version.version)} reloadDocument>
      {t('csv')}
    </LinkButton>
  )
  return (
    <PartPage document={document} version={version} tabs={tabs} primary={edit} secondary={csv}>
      {rows.length > 0 ? (
        <ParameterTable rows={rows} isSupplier={side === 'supplier'} />
      ) : (
        <EmptyState icon={Table2} title={t('empty.title')} text={t('empty.text')}>
          {edit}
        </EmptyState>
      )}
    </PartPage>
  )
}
