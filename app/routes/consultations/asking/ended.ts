import { endQuestion } from '#app/domain/consultations/asking/commands/end-question.server.ts'
import { EndQuestionForm } from '#app/domain/consultations/asking/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

/** A suggestion has answered it: on to what did. */
export const action = actionFor(({ actor, request }) =>
  submit(request, EndQuestionForm, async (ended) => {
    await endQuestion(actor, ended)
    const { documentId, consultationId } = ended
    const to = documentId ? paths.document(documentId) : paths.consultation(consultationId ?? '')
    return redirectWithToast(to, 'asking:toast.ended')
  }),
)
