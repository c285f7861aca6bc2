import type { SubmissionResult } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { data } from '@remix-run/node'
import type { z } from 'zod'
import { encodeMessage } from '#app/i18n/messages.ts'
import { Conflict, Invalid, TooMany } from '#app/platform/errors.ts'

export interface FormReply {
  lastResult: SubmissionResult<string[]>
}

/** What was sent, without the character that no text of the database can hold (U+0000), which nobody sees or misses. */
export async function readForm(request: Request): Promise<FormData> {
  const form = new FormData()
  for (const [name, value] of await request.formData())
    form.append(name, typeof value === 'string' ? value.replaceAll('\0', '') : value)
  return form
}

/**
 * Parses a form by its schema and runs the command with what it holds. What is wrong with a field comes back to
 * the field (422); a conflict comes back above the form (409), so that nothing that was typed is lost.
 */
export async function submit<Schema extends z.ZodType, T>(
  request: Request,
  schema: Schema,
  /** `reply` is for a step in between: what was typed comes back to the form, and nothing is wrong with it. */
  run: (value: z.output<Schema>, reply: () => FormReply) => Promise<T>,
) {
  const submission = parseWithZod(await readForm(request), { schema })
  // What was typed comes back to the form, but never a password.
  const hideFields = Object.keys(submission.payload).filter((name) => /password/i.test(name))
  if (submission.status !== 'success') {
    return data({ lastResult: submission.reply({ hideFields }) } satisfies FormReply, { status: 422 })
  }
  try {
    return await run(submission.value as z.output<Schema>, () => ({
      lastResult: submission.reply({ hideFields }),
    }))
  } catch (error) {
    if (error instanceof Invalid) {
      const fieldErrors = { [error.field]: [encodeMessage(error.messageKey, error.values)] }
      return data({ lastResult: submission.reply({ fieldErrors, hideFields }) } satisfies FormReply, {
        status: 422,
      })
    }
    if (error instanceof Conflict) {
      const formErrors = [encodeMessage(error.messageKey, error.values)]
      return data({ lastResult: submission.reply({ formErrors, hideFields }) } satisfies FormReply, {
        status: 409,
      })
    }
    if (error instanceof TooMany) {
      const formErrors = [encodeMessage(error.messageKey, error.values)]
      const headers = { 'Retry-After': String(error.retryAfter) }
      return data({ lastResult: submission.reply({ formErrors, hideFields }) } satisfies FormReply, {
        status: 429,
        headers,
      })
    }
    throw error
  }
}
