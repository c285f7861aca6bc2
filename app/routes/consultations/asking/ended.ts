import { data } from '@remix-run/node'
import { endQuestion } from '#app/domain/consultations/asking/commands/end-question.server.ts'
import { EndQuestionForm } from '#app/domain/consultations/asking/forms.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { submit } from '#app/http/form.server.ts'
import { toastHeaders } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

/**
 * A suggestion has answered it. The page goes on to what did by itself: a redirection of what a part of the page sends is
 * dropped where something else of the page is loaded anew meanwhile.
 */
export const action = actionFor(({ actor, request }) =>
  submit(request, EndQuestionForm, async (ended) => {
    await endQuestion(actor, ended)
    const { documentId, consultationId } = ended
    const to = documentId ? paths.document(documentId) : paths.consultation(consultationId ?? '')
    return data({ to }, { headers: await toastHeaders('asking:toast.ended') })
  }),
)
