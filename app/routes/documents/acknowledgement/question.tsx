import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requestMore } from '#app/domain/documents/acknowledgements/commands/respond.server.ts'
import { RequestMoreForm } from '#app/domain/documents/acknowledgements/forms.ts'
import { getAnswerPage } from '#app/domain/documents/acknowledgements/queries/overview.server.ts'
import { AnswerPage } from '#app/domain/documents/acknowledgements/ui/answer-page.tsx'
import { MoreForm } from '#app/domain/documents/acknowledgements/ui/respond-form.tsx'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { i18n: ['documents', 'acknowledgements'] }

export const loader = loaderFor(async ({ actor, request: asked, params }) => {
  const number = readVersionNumber(new URL(asked.url).searchParams.get('version'))
  const { document, request } = await getAnswerPage(actor, params.id ?? '', number)
  const title = titleIn(actor.language, 'acknowledgements:more.infoTitle')
  return { title, document, version: request.version }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, RequestMoreForm, async (input) => {
    const id = params.id ?? ''
    await requestMore(actor, id, input)
    const back = paths.documentAcknowledgement(id, input.version)
    return redirectWithToast(back, 'acknowledgements:toast.informationRequested')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function AskForInformation() {
  const { document, version } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('acknowledgements')
  return (
    <AnswerPage document={document} version={version} title={t('more.infoTitle')} lead={t('more.infoLead')}>
      <MoreForm kind="info" documentId={document.id} version={version} reply={reply} />
    </AnswerPage>
  )
}
