import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { respond } from '#app/domain/documents/acknowledgements/commands/respond.server.ts'
import { RespondForm as RespondSchema } from '#app/domain/documents/acknowledgements/forms.ts'
import { getAnswerPage } from '#app/domain/documents/acknowledgements/queries/overview.server.ts'
import { AnswerPage } from '#app/domain/documents/acknowledgements/ui/answer-page.tsx'
import { RespondForm } from '#app/domain/documents/acknowledgements/ui/respond-form.tsx'
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
  const named = { number: document.number, version: request.version }
  const title = titleIn(actor.language, 'acknowledgements:respond.title', named)
  return { title, document, version: request.version, askedBy: request.askedBy }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, RespondSchema, async (input) => {
    const id = params.id ?? ''
    await respond(actor, id, input)
    const back = paths.documentAcknowledgement(id, input.version)
    return redirectWithToast(back, 'acknowledgements:toast.responded')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Respond() {
  const { document, version, askedBy } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('acknowledgements')
  return (
    <AnswerPage
      document={document}
      version={version}
      title={t('respond.title', { number: document.number, version })}
      lead={t('respond.lead', { supplier: askedBy })}
    >
      <RespondForm documentId={document.id} version={version} reply={reply} />
    </AnswerPage>
  )
}
