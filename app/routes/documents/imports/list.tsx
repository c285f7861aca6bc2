import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { beginImport } from '#app/domain/documents/imports/commands/begin.server.ts'
import { ImportForm as ImportSchema } from '#app/domain/documents/imports/forms.ts'
import { importPolicy } from '#app/domain/documents/imports/policy.ts'
import { listImports } from '#app/domain/documents/imports/queries/import.server.ts'
import { ImportForm } from '#app/domain/documents/imports/ui/import-form.tsx'
import { ImportTable } from '#app/domain/documents/imports/ui/import-table.tsx'
import { useLive } from '#app/domain/events/ui/use-live.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import { Section } from '#app/ui/section.tsx'

export const handle = { i18n: ['documents', 'imports'] }

export const loader = loaderFor(async ({ actor, request }) => {
  authorize(importPolicy.import(actor))
  const after = new URL(request.url).searchParams.get('after') ?? undefined
  const page = await listImports(actor, after)
  return { title: titleIn(actor.language, 'imports:title'), page, isFirst: after === undefined }
})

export const action = actionFor(({ actor, request }) =>
  submit(request, ImportSchema, async (input) => {
    const id = await beginImport(actor, input)
    return redirectWithToast(paths.documentImport(id), 'imports:toast.begun')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Imports() {
  const { page, isFirst } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['imports', 'documents', 'common'])
  useLive(page.items.slice(0, 5).map(({ id }) => `import:${id}`))
  const crumbs = [{ label: t('documents:title'), href: paths.documents() }]
  const exported = (
    <a className="ui-button" data-kind="secondary" href={paths.exportDocuments()} download>
      <span>{t('export')}</span>
    </a>
  )
  return (
    <Page
      header={
        <PageHeader
          title={t('title')}
          lead={t('lead')}
          breadcrumbs={<Breadcrumbs label={t('documents:title')} items={crumbs} />}
          secondary={exported}
        />
      }
    >
      <Section title={t('form.title')} text={t('form.text')} actions={<Templates />}>
        <ImportForm reply={reply} />
      </Section>
      <Section title={t('list.title')}>
        <ImportTable imports={page.items} />
        <Pagination
          label={t('list.title')}
          previous={{ label: t('common:list.newest'), href: isFirst ? undefined : paths.documentImports() }}
          next={{
            label: t('common:list.older'),
            href: page.next ? paths.documentImports({ after: page.next }) : undefined,
          }}
        />
      </Section>
    </Page>
  )
}

function Templates() {
  const { t } = useTranslation('imports')
  return (
    <span className="flex flex-wrap gap-3">
      {(['xlsx', 'csv'] as const).map((format) => (
        <a key={format} className="ui-link" href={paths.importTemplate(format)} download>
          {t(`template.${format}`)}
        </a>
      ))}
    </span>
  )
}
