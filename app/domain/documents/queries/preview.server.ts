import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { Invalid } from '#app/platform/errors.ts'
import { renderArticle } from '#app/platform/markdown.server.ts'
import { PreviewForm } from '../forms.ts'
import { documentPolicy } from '../policy.ts'

/** A text as its readers would see it, for those who write. */
export async function previewBody(actor: Actor, form: FormData) {
  authorize(documentPolicy.create(actor))
  const parsed = PreviewForm.safeParse({ body: form.get('body') ?? undefined })
  if (!parsed.success) throw new Invalid('body', 'common:error.invalid')
  const { html, hasFormulas } = await renderArticle(parsed.data.body)
  return { html, hasFormulas }
}
