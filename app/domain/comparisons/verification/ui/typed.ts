import type { SubmissionResult } from '@conform-to/react'
import { useMessage } from '#app/i18n/use-message.ts'

interface Reply {
  lastResult?: SubmissionResult<string[]> | null
}

/** What was typed in a field of a refused form, and what is wrong with it, by its full name: `readings[0].value`. */
export function useTyped(reply: object | undefined) {
  const message = useMessage()
  const lastResult = reply && 'lastResult' in reply ? (reply as Reply).lastResult : undefined
  return {
    lastResult,
    isRefused: lastResult != null,
    errorsOf: (name: string) => lastResult?.error?.[name]?.map(message),
    valueOf(name: string): string | undefined {
      let value: unknown = lastResult?.initialValue
      for (const step of name.split(/[.[\]]+/).filter(Boolean))
        value = (value as Record<string, unknown> | undefined)?.[step]
      return typeof value === 'string' ? value : undefined
    },
  }
}
export type Typed = ReturnType<typeof useTyped>
