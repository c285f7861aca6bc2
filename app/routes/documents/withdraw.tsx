import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { authorize } from '#app/domain/access/policy.ts'
import { withdrawVersion } from '#app/domain/documents/commands/withdraw.server.ts'
import { WithdrawForm } from '#app/domain/documents/forms.ts'
import { documentPolicy } from '#app/domain/documents/policy.ts'
import { getVersionPage, readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { suggestReplacements } from '#app/domain/documents/reviews/queries/replacement.server.ts'
import { ReplacementField } from '#app/domain/documents/reviews/ui/replacement-field.tsx'
import { DocumentCrumbs } from '#app/domain/documents/ui/document-crumbs.tsx'
import { ReasonForm } from '#app/domain/documents/ui/form/reason-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Page } from '#app/ui/page.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const handle = { i18n: ['documents', 'reviews'] }

export const loader = loaderFor(async ({ actor, request, params }) => {
  const { searchParams } = new URL(request.url)
  const wanted = readVersionNumber(searchParams.get('version'))
  const { document, version } = await getVersionPage(actor, params.id ?? '', wanted)
  authorize(documentPolicy.withdraw(actor, document))
  const { id, number } = document
  const named = { number, version: version.version }
  return {
    id,
    ...named,
    versionTitle: version.title,
    wasReleased: version.isInForce,
    replacements: version.isInForce
      ? await suggestReplacements(actor, id, searchParams.get('find') ?? '')
      : [],
    title: titleIn(actor.language, 'documents:withdraw.title', named),
  }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, WithdrawForm, async (input) => {
    const id = params.id ?? ''
    await withdrawVersion(actor, id, input)
    return redirectWithToast(paths.document(id), 'documents:toast.withdrawn')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function WithdrawDocument() {
  const { id, number, version, versionTitle, wasReleased, replacements } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('documents')
  return (
    <Page
      width="prose"
      header={
        <PageHeader
          breadcrumbs={<DocumentCrumbs document={{ id, number }} version={version} />}
          title={t('withdraw.title', { number, version })}
          lead={t(wasReleased ? 'withdraw.released' : 'withdraw.draft')}
        />
      }
    >
      <ReasonForm
        documentId={id}
        label={t('withdraw.reason')}
        reply={reply}
        button={t('withdraw.confirm', { title: versionTitle })}
        kind="danger"
      >
        <input type="hidden" name="version" value={version} />
        {wasReleased && <ReplacementField document={{ id, version }} first={replacements} reply={reply} />}
      </ReasonForm>
    </Page>
  )
}
