import type { z } from 'zod'
import { encodeMessage } from '#app/i18n/messages.ts'
import { unfilledIn } from './variables.ts'

/** What a macro has left open is filled or taken out before anybody reads it. */
export function refuseUnfilled(body: string, context: z.RefinementCtx): void {
  const open = unfilledIn(body)
  if (open.length === 0) return
  const names = open.map((name) => `⟦${name}⟧`).join(', ')
  context.addIssue({ code: 'custom', message: encodeMessage('consultations:error.unfilled', { names }) })
}
