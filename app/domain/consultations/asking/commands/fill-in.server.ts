import type { Actor } from '#app/domain/access/actor.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { visibleTemplates } from '../scope.server.ts'
import { inLanguage, problemOf, type SheetRow, storedFields, storedNames } from '../templates.ts'

export interface FilledIn {
  templateId: string
  /** In the words of now, in the language of whoever fills it in. */
  name: string
  rows: SheetRow[]
}

interface Answers {
  templateId?: string
  answers?: Record<string, string>
}

/** What was filled into a template of this very supplier that is in use; null without one. */
export async function fillIn(
  tx: Tx,
  actor: Actor,
  { templateId, answers = {} }: Answers,
  organizationId: string,
): Promise<FilledIn | null> {
  if (!templateId) return null
  const template = await tx.consultationTemplate.findFirst({
    where: { AND: [{ id: templateId, organizationId, retiredAt: null }, visibleTemplates(actor)] },
    select: { names: true, fields: true },
  })
  if (!template) throw new Invalid('templateId', 'asking:error.retired')
  const rows = storedFields.parse(template.fields).flatMap((field): SheetRow[] => {
    const value = answers[field.id]?.trim() ?? ''
    const problem = problemOf(field, value)
    if (problem) throw new Invalid(`answers.${field.id}`, problem)
    return value ? [{ label: inLanguage(field.labels, actor.language), value, unit: field.unit }] : []
  })
  return { templateId, name: inLanguage(storedNames.parse(template.names), actor.language), rows }
}

/** As words to be found by. */
export const wordsOf = (filled: FilledIn | null): string =>
  filled?.rows.map(({ label, value, unit }) => `${label}: ${value} ${unit}`.trim()).join('\n') ?? ''
