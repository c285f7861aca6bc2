import { z } from 'zod'
import { memberFunctions } from '#app/domain/access/actor.ts'
import { counter } from '#app/domain/access/counter.ts'
import { languages } from '#app/i18n/languages.ts'
import { encodeMessage } from '#app/i18n/messages.ts'
import { macroLimits as limits, macroReaches } from './macro.ts'
import { unknownIn } from './variables.ts'

const tooLong = (max: number) => encodeMessage('common:error.tooLong', { max })
const required = 'common:error.required'
const text = z
  .string()
  .trim()
  .max(limits.text, tooLong(limits.text))
  .superRefine((typed, context) => {
    const unknown = unknownIn(typed)
    if (unknown.length === 0) return
    const names = unknown.map((name) => `{{${name}}}`).join(', ')
    context.addIssue({ code: 'custom', message: encodeMessage('macros:error.unknown', { names }) })
  })
  .optional()

export const MacroForm = z
  .object({
    name: z.string({ error: required }).trim().min(1, required).max(limits.name, tooLong(limits.name)),
    reach: z.enum(macroReaches, { error: 'common:error.choose' }),
    function: z.enum(memberFunctions).optional(),
    accountId: z.uuid({ error: 'common:error.choose' }).optional(),
    texts: z.object(Object.fromEntries(languages.map((each) => [each, text]))).default({}),
    takesOver: z.literal('on').optional(),
    asksBack: z.literal('on').optional(),
    /** The one that the person saw. */
    revision: counter(0).optional(),
  })
  .transform(({ texts, takesOver, asksBack, ...rest }) => ({
    ...rest,
    texts: Object.fromEntries(Object.entries(texts).filter(([, each]) => each)) as Record<string, string>,
    takesOver: takesOver !== undefined,
    asksBack: asksBack !== undefined,
  }))
  .superRefine(({ texts, reach, function: of, accountId }, context) => {
    const problem = (message: string, path: string) =>
      context.addIssue({ code: 'custom', message, path: [path] })
    if (Object.keys(texts).length === 0) problem('macros:error.noText', 'texts')
    if (reach === 'function' && !of) problem('common:error.choose', 'function')
    if (reach === 'team' && !accountId) problem('common:error.choose', 'accountId')
  })
export type MacroInput = z.output<typeof MacroForm>

export const RetireForm = z.object({ isRetired: z.enum(['yes', 'no']) })
