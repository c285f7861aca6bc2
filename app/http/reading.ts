/** The browser fetches ahead what somebody may open next: nobody reads it yet. */
export function isPrefetch(request: Request): boolean {
  return /prefetch/.test(
    `${request.headers.get('Sec-Purpose')} ${request.headers.get('Purpose')} ${request.headers.get('X-Moz')}`,
  )
}

/** What was fetched ahead is fetched again when it is opened, because opening it is recorded. */
export const neverKept = { 'Cache-Control': 'no-store' }

/**
 * The viewer fetches a file to show it, which its own page has recorded: no download. A browser says what it fetches for,
 * and no page can say otherwise; whoever opens the address itself downloads.
 */
export function isForViewer(request: Request): boolean {
  const isAsked = new URL(request.url).searchParams.has('view')
  return isAsked && /^(empty|image)$/.test(request.headers.get('Sec-Fetch-Dest') ?? '')
}
