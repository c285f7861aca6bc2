import type { SubmissionResult } from '@conform-to/react'
import { isRouteErrorResponse } from '@remix-run/react'

/** What saving a value in place answers: that it is saved, or why it is not. */
export type ValueReply =
  | { isSaved: true }
  | { lastResult: SubmissionResult<string[]> | null | undefined }
  | { failure: string }

/** The reasons why a value was not saved, as encoded messages. */
export function errorsOf(reply: ValueReply | undefined): string[] {
  if (!reply || 'isSaved' in reply) return []
  if ('failure' in reply) return [reply.failure]
  return Object.values(reply.lastResult?.error ?? {}).flatMap((errors) => errors ?? [])
}

/**
 * Runs an action in the browser so that no failure takes the page away with what was typed: a refusal and a broken
 * connection come back as a reply. A redirect (the session is over) goes through.
 */
export async function replyTo(serverAction: () => Promise<unknown>): Promise<ValueReply> {
  try {
    return (await serverAction()) as ValueReply
  } catch (error) {
    if (error instanceof Response) throw error
    if (!isRouteErrorResponse(error)) return { failure: 'common:error.offline' }
    const message: unknown = (error.data as { message?: unknown } | null)?.message
    return { failure: typeof message === 'string' ? message : 'common:error.title' }
  }
}
