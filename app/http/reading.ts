/** The browser fetches ahead what somebody may open next: nobody reads it yet. */
export function isPrefetch(request: Request): boolean {
  return /prefetch/.test(
    `${request.headers.get('Sec-Purpose')} ${request.headers.get('Purpose')} ${request.headers.get('X-Moz')}`,
  )
}

/** What was fetched ahead is fetched again when it is opened, because opening it is recorded. */
export const neverKept = { 'Cache-Control': 'no-store' }
