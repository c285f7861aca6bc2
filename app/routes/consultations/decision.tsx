import type { MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { recordDecision } from '#app/domain/consultations/decisions/commands/record.server.ts'
import { DecisionForm } from '#app/domain/consultations/decisions/forms.ts'
import { findDecision } from '#app/domain/consultations/decisions/queries/decision.server.ts'
import { DecisionFields } from '#app/domain/consultations/decisions/ui/decision-form.tsx'
import { openAct } from '#app/domain/consultations/queries/act.server.ts'
import { listPossibleAssignees } from '#app/domain/consultations/queries/assignees.server.ts'
import { viewAnswer } from '#app/domain/consultations/thread-view.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Card } from '#app/ui/card.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Prose } from '#app/ui/prose.tsx'

export const handle = { i18n: ['consultations', 'decisions'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { known, ...consultation } = await openAct(actor, params.id ?? '', 'decide')
  const [answer, decision, approvers] = await Promise.all([
    viewAnswer(actor, known),
    findDecision(known.id, known.answerMessageId),
    listPossibleAssignees(known),
  ])
  return { consultation, answer, decision, approvers, productNumber: known.product?.number ?? null }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, DecisionForm, async (decision) => {
    await recordDecision(actor, id, decision)
    return redirectWithToast(paths.consultation(id), 'decisions:toast.recorded')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Decision() {
  const { consultation, answer, decision, approvers, productNumber } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const lastResult = reply && 'lastResult' in reply ? reply.lastResult : undefined
  const { t } = useTranslation('decisions')
  return (
    <ActPage consultation={consultation} title={t('title')} lead={t('lead')}>
      {answer ? (
        <>
          <Card>
            <Prose html={answer.html} lang={answer.language} />
          </Card>
          <DecisionFields {...{ decision, approvers, productNumber, lastResult }} messageId={answer.id} />
        </>
      ) : (
        <Notice title={t('error.otherAnswer')} />
      )}
    </ActPage>
  )
}
