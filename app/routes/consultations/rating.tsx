import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { rateAnswer } from '#app/domain/consultations/decisions/commands/rate.server.ts'
import { RatingForm } from '#app/domain/consultations/decisions/forms.ts'
import { RatingFields } from '#app/domain/consultations/decisions/ui/rating.tsx'
import { openAct } from '#app/domain/consultations/queries/act.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { useMessage } from '#app/i18n/use-message.ts'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'

export const handle = { i18n: ['consultations', 'decisions'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { known, ...consultation } = await openAct(actor, params.id ?? '', 'rate')
  return { consultation, messageId: known.acceptedMessageId }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, RatingForm, async (rating) => {
    await rateAnswer(actor, id, rating)
    return redirectWithToast(paths.consultation(id), 'decisions:toast.rated')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Rating() {
  const { consultation, messageId } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const lastResult = reply && 'lastResult' in reply ? reply.lastResult : undefined
  const { t } = useTranslation('decisions')
  const message = useMessage()
  const errors = lastResult?.error?.steps?.map(message)
  return (
    <ActPage consultation={consultation} title={t('rate')}>
      <FormProblems lastResult={lastResult} />
      {messageId ? (
        <RatingFields consultationId={consultation.id} messageId={messageId} errors={errors} />
      ) : (
        <Notice title={t('error.notAccepted')} />
      )}
    </ActPage>
  )
}
