import { resolveComment } from '#app/domain/documents/writing/commands/comment.server.ts'
import { actionFor } from '#app/http/edge.server.ts'
import { redirectWithToast } from '#app/http/toast.server.ts'
import { paths } from '#app/paths.ts'

export const action = actionFor(async ({ actor, params }) => {
  const id = params.id ?? ''
  const version = await resolveComment(actor, id, params.commentId ?? '')
  return redirectWithToast(paths.documentComments(id, version), 'writing:toast.resolved')
})
