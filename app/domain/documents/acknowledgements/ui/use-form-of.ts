import { type SubmissionResult, useForm } from '@conform-to/react'
import { getZodConstraint, parseWithZod } from '@conform-to/zod/v4'
import type { z } from 'zod'

/** What an action answers a form with. */
export interface FormReply {
  lastResult?: SubmissionResult<string[]> | null
}

/** A form whose one schema is asked in the browser as well as on the server. */
export function useFormOf<Schema extends z.ZodObject>(
  schema: Schema,
  id: string,
  reply: FormReply | undefined,
  defaultValue: Record<string, unknown> = {},
) {
  return useForm<z.input<Schema>, z.output<Schema>, string[]>({
    id,
    lastResult: reply?.lastResult ?? null,
    constraint: getZodConstraint(schema),
    defaultValue: defaultValue as never,
    shouldRevalidate: 'onInput',
    onValidate: ({ formData }) => parseWithZod(formData, { schema }) as never,
  })
}
