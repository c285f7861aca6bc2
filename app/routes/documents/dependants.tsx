import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import Quote from 'lucide-react/icons/quote'
import { useTranslation } from 'react-i18next'
import { decideReview } from '#app/domain/documents/citations/commands/decide.server.ts'
import { ReviewForm } from '#app/domain/documents/citations/forms.ts'
import { listDependants } from '#app/domain/documents/citations/queries/dependants.server.ts'
import { DependantEntry } from '#app/domain/documents/citations/ui/dependant-entry.tsx'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { DocumentTabs } from '#app/domain/documents/ui/document-tabs.tsx'
import { VersionBand } from '#app/domain/documents/ui/withdrawn-band.tsx'
import { citationSources } from '#app/domain/home/citation-sources.server.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { FormErrors } from '#app/ui/form-errors.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { useListKeys } from '#app/ui/use-list-keys.ts'

export const handle = { i18n: ['documents', 'citations'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { document, version, ...rest } = await listDependants(actor, params.id ?? '', citationSources(actor))
  const { id, number, title } = document
  return {
    ...rest,
    title: titleIn(actor.language, 'citations:title', { number }),
    document: { id, number, title },
    version: { version: version.version, status: version.status },
    side: actor.side,
  }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, ReviewForm, async (input) => {
    const id = params.id ?? ''
    await decideReview(actor, id, input, citationSources(actor))
    return redirectWithToast(paths.documentDependants(id), 'citations:toast.decided')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Dependants() {
  const { document, version, tabs, items, isMore, inForce, side } = useLoaderData<typeof loader>()
  const { lastResult } = useActionData<typeof action>() ?? {}
  const { t } = useTranslation(['citations', 'common'])
  const message = useMessage()
  const list = useListKeys<HTMLUListElement>()
  const errors = Object.values(lastResult?.error ?? {}).flatMap((each) => each ?? [])
  return (
    <Page
      band={<VersionBand document={document} version={version} />}
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} />}
          number={document.number}
          title={document.title}
          lead={t(`citations:lead.${side}`)}
          tabs={<DocumentTabs tabs={tabs} />}
        />
      }
    >
      <FormErrors
        title={t('common:error.title')}
        errors={errors.map((error) => ({ message: message(error) }))}
      />
      {items.length === 0 ? (
        <EmptyState icon={Quote} title={t('citations:empty.title')} text={t('citations:empty.text')} />
      ) : (
        <ul ref={list} data-list="" aria-label={t('citations:title', { number: document.number })}>
          {items.map((dependant) => (
            <DependantEntry key={dependant.id} dependant={dependant} inForce={inForce} />
          ))}
        </ul>
      )}
      {isMore && <p className="text-sm text-muted">{t('citations:more')}</p>}
    </Page>
  )
}
