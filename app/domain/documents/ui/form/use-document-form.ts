import { type SubmissionResult, useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'
import { DocumentForm, type EditForm, editFormOf } from '../../forms.ts'
import type { Draft } from '../../queries/draft.server.ts'
import type { MergePart } from '../../writing/merge.ts'

export interface FormReply {
  lastResult: SubmissionResult<string[]>
  /** Sections that somebody else changed as well. */
  compared?: { parts: MergePart[]; comparedAt: string | Date; title: string | null }
}

/** The form of a new document, of a first draft, or of the draft of a further version. */
export function useDocumentForm(
  draft: Draft | undefined,
  begin: { language: string; kind?: string; body?: string },
  reply: FormReply | undefined,
) {
  const schema = draft ? editFormOf(draft) : DocumentForm
  return useForm<z.input<typeof EditForm>, unknown, string[]>({
    id: draft ? `document-${draft.id}` : 'document-new',
    lastResult: reply?.lastResult ?? null,
    constraint: getZodConstraint(schema) as never,
    defaultValue: {
      title: draft?.title,
      language: draft?.language ?? begin.language,
      kind: begin.kind,
      body: draft?.body ?? begin.body,
      changeNote: draft?.changeNote,
      everyAccount: draft?.everyAccount ? 'on' : undefined,
      accountIds: draft?.accountIds,
      onlyFamilyIds: draft?.onlyFamilyIds,
      onlyVariantIds: draft?.onlyVariantIds,
      ownerId: draft?.ownerId,
      functions: draft?.functions ?? ['engineering'],
      productIds: draft?.productIds,
      familyIds: draft?.familyIds,
      variantIds: draft?.variantIds,
      vdiClass: draft?.vdiClass,
      securityClass: draft?.securityClass,
      summary: draft?.summary,
      keywords: draft?.keywords,
      effectiveOn: draft?.effectiveOn,
      expiresOn: draft?.expiresOn,
      seenAt: draft?.seenAt.toISOString(),
    } as never,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema }) as never,
  })
}
