import type { MetaFunction } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { assignConsultation } from '#app/domain/consultations/commands/assign.server.ts'
import { AssignForm } from '#app/domain/consultations/forms.ts'
import { openAct } from '#app/domain/consultations/queries/act.server.ts'
import { listPossibleAssignees } from '#app/domain/consultations/queries/assignees.server.ts'
import { ActPage } from '#app/domain/consultations/ui/act-page.tsx'
import { AssigneeChoice } from '#app/domain/consultations/ui/assignee-choice.tsx'
import { FormProblems } from '#app/domain/consultations/ui/form-problems.tsx'
import { actionFor, loaderFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'
import { FormActions, FormFields } from '#app/ui/form-layout.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'

export const handle = { i18n: ['consultations'] }

export const loader = loaderFor(async ({ actor, params }) => {
  const { known, ...consultation } = await openAct(actor, params.id ?? '', 'assign')
  return { consultation, assigneeId: known.assigneeId, members: await listPossibleAssignees(known) }
})

export const action = actionFor(({ actor, request, params: { id = '' } }) =>
  submit(request, AssignForm, async (assignment) => {
    await assignConsultation(actor, id, assignment)
    return redirectWithToast(paths.consultation(id), 'consultations:toast.assigned')
  }),
)

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.consultation.number }]

export default function Assign() {
  const { consultation, assigneeId, members } = useLoaderData<typeof loader>()
  const reply = useActionData<typeof action>()
  const { t } = useTranslation('consultations')
  return (
    <ActPage consultation={consultation} title={t('assigning.title')} lead={t('assigning.text')}>
      <Form method="post">
        <FormFields>
          <FormProblems lastResult={reply && 'lastResult' in reply ? reply.lastResult : undefined} />
          {assigneeId && <input type="hidden" name="previousId" value={assigneeId} />}
          <AssigneeChoice members={members} assigneeId={assigneeId} />
          <FormActions>
            <SubmitButton>{t('assigning.submit')}</SubmitButton>
          </FormActions>
        </FormFields>
      </Form>
    </ActPage>
  )
}
