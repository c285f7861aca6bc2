import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from 'express'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

type Asked = { method: string; path: string; headers: IncomingHttpHeaders }

/**
 * Whether a request that changes something comes from our own pages. Every browser says so, in `Sec-Fetch-Site` or
 * in `Origin`; a caller that says neither is not one of our pages.
 */
export function isSameOrigin({ method, path, headers }: Asked, publicOrigin: string): boolean {
  if (safeMethods.has(method) || isSigned(path, headers)) return true
  const site = headers['sec-fetch-site']
  if (site) return site === 'same-origin' || site === 'none'
  const { origin, host } = headers
  if (!origin || !URL.canParse(origin)) return false
  return origin === publicOrigin || new URL(origin).host === host
}

/** Calls between servers verify a signature of their own. A page of another site cannot set the hook's header. */
function isSigned(path: string, headers: IncomingHttpHeaders): boolean {
  return (
    path.startsWith('/ingest/') || (path === '/api/uploadthing' && headers['uploadthing-hook'] !== undefined)
  )
}

/** Refuses what another site's page sends. */
export function requireSameOrigin(publicOrigin: string): RequestHandler {
  return (request, response, next) => {
    if (isSameOrigin(request, publicOrigin)) return next()
    void response.locals.refuse('otherSite')
  }
}
