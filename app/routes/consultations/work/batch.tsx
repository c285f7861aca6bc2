import type { MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { viewBatch } from '#app/domain/consultations/work/batches/queries.server.ts'
import { BatchTable } from '#app/domain/consultations/work/ui/batch-table.tsx'
import { loaderFor } from '#app/http/edge.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Person } from '#app/ui/person.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import { Time } from '#app/ui/time.tsx'

export const handle = { i18n: ['consultations', 'work'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const batch = await viewBatch(actor, params.batchId ?? '')
  return { batch, title: titleIn(actor.language, `work:act.${batch.act}`) }
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Batch() {
  const { batch } = useLoaderData<typeof loader>()
  const { t } = useTranslation(['work', 'consultations', 'common'])
  const crumbs = [
    { label: t('consultations:title'), href: paths.consultations() },
    { label: t('batch.all'), href: paths.consultationBatch('/done') },
  ]
  const undo = paths.consultationBatch(`/${batch.id}/undo`)
  const title = batch.given ? `${t(`act.${batch.act}`)}: ${batch.given}` : t(`act.${batch.act}`)
  const primary = batch.canUndo && (
    <Form method="post" action={undo}>
      <SubmitButton action={undo}>{t('common:action.undo')}</SubmitButton>
    </Form>
  )
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<Breadcrumbs label={t('batch.all')} items={crumbs} />}
          title={title}
          lead={batch.undoneAt ? t('batch.wasUndone') : undefined}
          primary={primary}
        />
      }
    >
      <p className="mb-4 flex flex-wrap items-center gap-3 text-sm">
        <Person name={batch.member.name} side={batch.member.side} />
        <Time at={batch.createdAt} as="full" />
      </p>
      <BatchTable entries={batch.entries} />
    </Page>
  )
}
