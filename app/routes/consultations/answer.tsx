import type { ClientActionFunctionArgs, MetaFunction } from '@remix-run/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { AnswerForm } from '#app/domain/consultations/forms.ts'
import { listGuestsReading } from '#app/domain/consultations/guests/queries/guests.server.ts'
import { GuestsReading } from '#app/domain/consultations/guests/ui/guests-reading.tsx'
import { answerWithMacro } from '#app/domain/consultations/macros/commands/send.server.ts'
import { openAct, sidesOf } from '#app/domain/consultations/queries/act.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { replyTo } from '#app/domain/consultations/ui/thread/send-reply.ts'
import { WriteForm } from '#app/domain/consultations/ui/write-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { i18n: ['consultations', 'talk'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { known, ...consultation } = await openAct(actor, params.id ?? '', 'answer')
  const guests = await listGuestsReading(actor, known.id)
  return { consultation, guests, sides: await sidesOf(known), replaces: known.answerMessageId }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, AnswerForm, async ({ inPlace, macroId, ...answer }) => {
    const messageId = macroId
      ? await answerWithMacro(actor, id, macroId, answer)
      : await answerConsultation(actor, id, answer)
    if (inPlace) return { messageId }
    return redirectWithToast(`${paths.consultation(id)}#m-${messageId}`, 'consultations:toast.answered')
  }),
)

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => replyTo(serverAction)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Answer() {
  const { consultation, guests, sides, replaces } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('consultations')
  return (
    <ActPage consultation={consultation} title={t('answering.title')} lead={t('answering.text')}>
      <GuestsReading guests={guests} />
      <WriteForm
        lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
        submitLabel={t('composer.sendAnswer')}
        replaces={replaces}
        {...sides}
      />
    </ActPage>
  )
}
