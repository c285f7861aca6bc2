import type { SubmissionResult } from '@conform-to/react'
import { isRouteErrorResponse } from '@remix-run/react'

/** What sending a message in place answers: where it stands now, or why it does not. */
export type SendReply =
  | { messageId: string }
  | { lastResult: SubmissionResult<string[]> | null | undefined }
  | { failure: string }

/** The reason why a message was not sent, as an encoded message; null when it was. */
export function failureOf(reply: SendReply): string | null {
  if ('messageId' in reply) return null
  if ('failure' in reply) return reply.failure
  const errors = Object.values(reply.lastResult?.error ?? {}).flat()
  return errors.find((error) => error != null) ?? 'common:error.invalid'
}

/**
 * Runs an action in the browser so that no failure takes the page away with what was typed: a refusal and a broken
 * connection come back as a reply. A redirect (the session is over) goes through.
 */
export async function replyTo(serverAction: () => Promise<unknown>): Promise<SendReply> {
  try {
    return (await serverAction()) as SendReply
  } catch (error) {
    if (error instanceof Response) throw error
    if (!isRouteErrorResponse(error)) return { failure: 'consultations:error.offline' }
    const message: unknown = (error.data as { message?: unknown } | null)?.message
    return { failure: typeof message === 'string' ? message : 'common:error.title' }
  }
}
