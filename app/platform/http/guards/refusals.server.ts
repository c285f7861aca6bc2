import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'

/** What is answered before a page is asked, and when none can answer. */
export const refusalStatus = { otherSite: 403, tooLarge: 413, badAddress: 400, fault: 500 } as const
export type RefusalKind = keyof typeof refusalStatus

/** A refusal in the reader's language, as a page for a browser and as text for everything else. */
export interface RefusalWords {
  html: string
  text: string
}

/** Finds the words for a caller; the platform knows no language. */
export type RefusalWriter = (
  headers: IncomingHttpHeaders,
  kind: RefusalKind,
  given: { requestId: string; nonce: string },
) => Promise<RefusalWords>

export type Refuse = (kind: RefusalKind) => Promise<void>

/** The way to refuse a request, kept with its response. */
export function refusalOf(
  request: IncomingMessage,
  response: ServerResponse & { locals: Record<string, unknown> },
  write: RefusalWriter,
): Refuse {
  return async (kind) => {
    const { nonce, origin } = response.locals as { nonce: string; origin: { requestId: string } }
    const { html, text } = await write(request.headers, kind, { requestId: origin.requestId, nonce })
    if (response.headersSent) return
    const isPage = (request.headers.accept ?? '').includes('text/html')
    response.statusCode = refusalStatus[kind]
    response.setHeader('Content-Type', `text/${isPage ? 'html' : 'plain'}; charset=utf-8`)
    response.setHeader('Cache-Control', 'no-store')
    response.setHeader('Vary', 'Accept, Accept-Language, Cookie')
    response.end(isPage ? html : `${text}\n`)
  }
}
