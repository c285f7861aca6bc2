import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { giveInformation } from '#app/domain/documents/acknowledgements/commands/respond.server.ts'
import { InformForm as InformSchema } from '#app/domain/documents/acknowledgements/forms.ts'
import { getInformPage } from '#app/domain/documents/acknowledgements/queries/overview.server.ts'
import { AnswerPage } from '#app/domain/documents/acknowledgements/ui/answer-page.tsx'
import { Happenings } from '#app/domain/documents/acknowledgements/ui/happenings.tsx'
import { InformForm } from '#app/domain/documents/acknowledgements/ui/respond-form.tsx'
import { readVersionNumber } from '#app/domain/documents/queries/page.server.ts'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { titleIn } from '#app/http/title.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { i18n: ['documents', 'acknowledgements'] }

export const loader = loaderFor(async ({ actor, request: asked, params }) => {
  const { searchParams } = new URL(asked.url)
  const number = readVersionNumber(searchParams.get('version'))
  const accountId = searchParams.get('account') ?? ''
  const page = await getInformPage(actor, params.id ?? '', { number, accountId })
  const title = titleIn(actor.language, 'acknowledgements:inform.title', { name: page.request.customer })
  return { ...page, title }
})

export const action = actionFor(({ actor, request, params }) =>
  submit(request, InformSchema, async (input) => {
    const id = params.id ?? ''
    await giveInformation(actor, id, input)
    const back = paths.documentAcknowledgement(id, input.version)
    return redirectWithToast(back, 'acknowledgements:toast.informed')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function GiveInformation() {
  const { document, request } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('acknowledgements')
  const { version, accountId, customer } = request
  return (
    <AnswerPage
      document={document}
      version={version}
      title={t('inform.title', { name: customer })}
      lead={t('inform.lead')}
    >
      <Happenings request={request} />
      <InformForm documentId={document.id} version={version} accountId={accountId} reply={reply} />
    </AnswerPage>
  )
}
