import type { SubmissionResult } from '@conform-to/react'
import type { MergePart } from './merge.ts'

interface Compared {
  parts: MergePart[]
  comparedAt: Date
  title: string | null
}

/** What the form of a draft gets back when sections were changed by two people: all that was typed, and both texts. */
export function comparedReply(input: object, compared: Compared) {
  const typed = Object.fromEntries(
    Object.entries(input).map(([name, value]) => [
      name,
      value instanceof Date ? value.toISOString() : name === 'keywords' ? String(value) : value,
    ]),
  )
  const lastResult: SubmissionResult<string[]> = {
    status: 'error',
    initialValue: typed as SubmissionResult['initialValue'],
    error: { '': ['writing:compare.error'] },
  }
  return { lastResult, compared }
}
