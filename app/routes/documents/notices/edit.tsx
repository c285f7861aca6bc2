import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { writeNotice } from '#app/domain/documents/change-notices/commands/write-notice.server.ts'
import { NoticeForm as NoticeSchema } from '#app/domain/documents/change-notices/forms.ts'
import { getNoticeDraft } from '#app/domain/documents/change-notices/queries/notice.server.ts'
import { NoticeForm } from '#app/domain/documents/change-notices/ui/notice-form.tsx'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'changeNotices', 'parameters'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const draft = await getNoticeDraft(actor, params.id ?? '')
  const named = { number: draft.document.number, version: draft.version.version }
  return { ...draft, title: titleIn(actor.language, 'changeNotices:title', named) }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, NoticeSchema, async (input) => {
    const id = params.id ?? ''
    await writeNotice(actor, id, input)
    const draft = await getNoticeDraft(actor, id)
    return redirectWithToast(paths.documentNotice(id, draft.version.version), 'changeNotices:toast.saved')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function EditNotice() {
  const { document, version, notice } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('changeNotices')
  return (
    <Page
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={document} version={version.version} />}
          title={t('title', { number: document.number, version: version.version })}
          lead={version.title}
        />
      }
    >
      <NoticeForm documentId={document.id} notice={notice} reply={reply} />
    </Page>
  )
}
