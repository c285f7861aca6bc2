import type { ClientActionFunctionArgs, MetaFunction } from '@remix-run/react'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { readLane } from '#app/domain/consultations/consultation.ts'
import { MessageForm } from '#app/domain/consultations/forms.ts'
import { listGuestsReading } from '#app/domain/consultations/guests/queries/guests.server.ts'
import { GuestsReading } from '#app/domain/consultations/guests/ui/guests-reading.tsx'
import { sendWithMacro } from '#app/domain/consultations/macros/commands/send.server.ts'
import { openMacro } from '#app/domain/consultations/macros/queries/offered.server.ts'
import { openAct, sidesOf } from '#app/domain/consultations/queries/act.server.ts'
import { openQuote } from '#app/domain/consultations/talk/queries/quoting.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { replyTo } from '#app/domain/consultations/ui/thread/send-reply.ts'
import { WriteForm } from '#app/domain/consultations/ui/write-form.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const handle = { i18n: ['consultations', 'talk'] }

export const loader = loaderFor(async ({ actor, request, params }) => {
  const { known, ...consultation } = await openAct(actor, params.id ?? '', 'post')
  const search = new URL(request.url).searchParams
  const lane = readLane(search.get('lane'))
  const chosen = { macro: search.get('macro'), lane, language: search.get('language') }
  const [sides, quoting, macro, guests] = await Promise.all([
    sidesOf(known),
    openQuote(actor, known.id, search.get('quote')),
    openMacro(actor, known.id, chosen),
    listGuestsReading(actor, known.id),
  ])
  return { consultation, sides, macro, guests, ...quoting }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, MessageForm, async ({ inPlace, macroId, ...message }) => {
    const messageId = macroId
      ? await sendWithMacro(actor, id, macroId, message)
      : await postMessage(actor, id, message)
    if (inPlace) return { messageId }
    const said = message.lane === 'shared' ? 'consultations:toast.posted' : 'consultations:toast.noteKept'
    return redirectWithToast(`${paths.consultation(id)}#m-${messageId}`, said)
  }),
)

export const clientAction = ({ serverAction }: ClientActionFunctionArgs) => replyTo(serverAction)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Messages() {
  const { consultation, sides, lanes, quote, macro, guests } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('consultations')
  return (
    <ActPage consultation={consultation} title={t('composer.title', { number: consultation.number })}>
      <GuestsReading guests={guests} />
      <WriteForm
        lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined}
        submitLabel={t('composer.send')}
        lanes={lanes}
        quote={quote}
        macro={macro}
        {...sides}
      />
    </ActPage>
  )
}
