import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { Invalid } from '#app/platform/errors.ts'
import { PreviewForm } from '../forms.ts'
import { documentPolicy } from '../policy.ts'
import { renderText } from '../writing/render.server.ts'

/** A text as its readers would see it, for those who write. */
export async function previewBody(actor: Actor, form: FormData) {
  authorize(documentPolicy.create(actor))
  const parsed = PreviewForm.safeParse(Object.fromEntries(form))
  if (!parsed.success) throw new Invalid('body', 'common:error.invalid')
  const { organizationId } = actor
  const { body, documentId } = parsed.data
  const { html, hasFormulas } = await renderText(actor, { organizationId, documentId }, body)
  return { html, hasFormulas }
}
