import type { SubmissionResult } from '@conform-to/react'
import { useMessage } from '#app/i18n/use-message.ts'

export interface Reply {
  lastResult?: SubmissionResult<string[]> | null
}

/** What the server answered a form with: what was wrong with a field, and what was typed. */
export function useReply(reply: Reply | undefined) {
  const message = useMessage()
  const lastResult = reply?.lastResult
  return {
    lastResult,
    errorsOf: (name: string) => lastResult?.error?.[name]?.map(message),
    valueOf: (name: string) => {
      const value: unknown = lastResult?.initialValue?.[name]
      return typeof value === 'string' ? value : undefined
    },
  }
}
export type Replied = ReturnType<typeof useReply>
