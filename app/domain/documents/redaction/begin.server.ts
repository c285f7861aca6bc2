import type { Actor } from '#app/domain/access/actor.ts'
import { createDocument } from '../commands/create.server.ts'
import { DocumentForm } from '../forms.ts'
import type { DocumentKind } from '../kinds.ts'
import { documentPolicy } from '../policy.ts'

interface Begun {
  kind: DocumentKind
  title: string
  body: string
  language: string
  productIds: string[]
}

export const mayBeginDraft = documentPolicy.create

/** Begins a draft that nobody but the house sees yet, of words that were written elsewhere. */
export function beginDraft(actor: Actor, begun: Begun): Promise<{ id: string; number: string }> {
  return createDocument(actor, DocumentForm.parse(begun))
}
