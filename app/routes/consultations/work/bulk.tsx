import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { batchForms, readBatch } from '#app/domain/consultations/work/batches/batch.ts'
import { prepareBatch } from '#app/domain/consultations/work/batches/prepare.server.ts'
import { runBatch } from '#app/domain/consultations/work/batches/run.server.ts'
import { BatchFields } from '#app/domain/consultations/work/ui/batch-fields.tsx'
import { useReply } from '#app/domain/consultations/work/ui/use-reply.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Breadcrumbs } from '#app/ui/breadcrumbs.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'work'] }

export const loader = loaderFor(async ({ actor, request }) => {
  const { act, ids, queue } = readBatch(new URL(request.url).searchParams)
  const prepared = await prepareBatch(actor, act, ids)
  return { ...prepared, queue, title: titleIn(actor.language, `work:act.${prepared.act}`) }
})

export const action = actionFor(({ actor, request }) => {
  const { act, queue } = readBatch(new URL(request.url).searchParams)
  return submit(request, batchForms[act], async (input) => {
    const { id, done, refused } = await runBatch(actor, { ...input, act } as Parameters<typeof runBatch>[1])
    if (refused > 0)
      return redirectWithToast(paths.consultationBatch(`/${id}`), 'work:toast.partly', { done, refused })
    const undo = paths.consultationBatch(`/${id}/undo`)
    return redirectWithToast(paths.consultations({ ...queue }), 'work:toast.batch', { count: done, undo })
  })
})

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Bulk() {
  const { act, rows, members, tags, queue } = useLoaderData<typeof loader>()
  const reply = useReply(useActionData<typeof action>())
  const { t } = useTranslation(['work', 'consultations', 'common'])
  const crumbs = [{ label: t('consultations:title'), href: paths.consultations() }]
  const fields = Object.fromEntries(
    ['name', 'reason', 'dueOn', 'at', 'assigneeId', 'tagId'].map((name) => [name, { id: name }]),
  )
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<Breadcrumbs label={t('consultations:title')} items={crumbs} />}
          title={t(`act.${act}`)}
          lead={t('bulk.selected', { count: rows.length })}
        />
      }
    >
      <Form method="post" action={paths.consultationBatch('', { act, whose: queue.whose })}>
        <FormFields>
          <FormProblems lastResult={reply.lastResult} fields={fields} />
          {rows.map(({ id }) => (
            <input key={id} type="hidden" name="ids" value={id} />
          ))}
          <BatchFields act={act} reply={reply} members={members} tags={tags} />
          <FormActions>
            <SubmitButton>{t(`act.${act}`)}</SubmitButton>
            <LinkButton to={paths.consultations({ ...queue })} kind="quiet">
              {t('common:action.cancel')}
            </LinkButton>
          </FormActions>
        </FormFields>
      </Form>
      <Section title={t('bulk.which')} count={rows.length}>
        <ul className="grid gap-1 text-sm">
          {rows.map(({ id, number, subject }) => (
            <li key={id}>
              <span className="me-2 text-muted tabular-nums">{number}</span>
              {subject}
            </li>
          ))}
        </ul>
      </Section>
    </Page>
  )
}
