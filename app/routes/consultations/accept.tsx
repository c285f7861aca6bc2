import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { findDecision } from '#app/domain/consultations/decisions/queries/decision.server.ts'
import { DecisionFacts } from '#app/domain/consultations/decisions/ui/decision-facts.tsx'
import { AcceptForm } from '#app/domain/consultations/forms.ts'
import { openAct } from '#app/domain/consultations/queries/act.server.ts'
import { viewAnswer } from '#app/domain/consultations/thread-view.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { Card } from '#app/ui/card.tsx'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations', 'decisions', 'letters'] }

export const loader = loaderFor(async ({ actor, params, request }) => {
  const { known, ...consultation } = await openAct(actor, params.id ?? '', 'accept')
  const [answer, decision] = await Promise.all([
    viewAnswer(actor, known),
    findDecision(known.id, known.answerMessageId),
  ])
  return { consultation, answer, decision, isOther: answer !== null && isOther(request, answer) }
})

/** The link of a mail names the answer and the wording that stood in the mail. */
function isOther(request: Request, { id, edits }: { id: string; edits: number }): boolean {
  const { searchParams } = new URL(request.url)
  const [named, wording] = [searchParams.get('answer'), searchParams.get('edits')]
  return named !== null && (named !== id || wording !== String(edits))
}

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, AcceptForm, async (accepted) => {
    await acceptAnswer(actor, id, accepted)
    return redirectWithToast(paths.consultation(id), 'consultations:toast.accepted')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Accept() {
  const { consultation, answer, decision, isOther: hasChanged } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation(['consultations', 'letters'])
  return (
    <ActPage consultation={consultation} title={t('accepting.title')} lead={t('accepting.text')}>
      <FormProblems lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined} />
      {hasChanged && <Notice title={t('letters:accept.other')} />}
      {answer ? (
        <Form method="post">
          <FormFields>
            <Card>
              <Prose html={answer.html} lang={answer.language} />
              {decision && <DecisionFacts decision={decision} />}
            </Card>
            {decision && <input type="hidden" name="decisionId" value={decision.id} />}
            <input type="hidden" name="messageId" value={answer.id} />
            <input type="hidden" name="edits" value={answer.edits} />
            <FormActions>
              <SubmitButton>{t('thread.accept')}</SubmitButton>
            </FormActions>
          </FormFields>
        </Form>
      ) : (
        <Notice title={t('accepting.none')} />
      )}
    </ActPage>
  )
}
