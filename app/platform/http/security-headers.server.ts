import type { ServerResponse } from 'node:http'
import type { RequestHandler, Response } from 'express'
import helmet from 'helmet'

export interface SecurityOptions {
  publicOrigin: string
  /** Further origins that a page may send requests to, for example of an upload service. */
  connectTo: string[]
  /** Vite adds styles and a socket of its own. */
  isDevelopment: boolean
}

type Directive = (request: unknown, response: ServerResponse) => string

const nonce: Directive = (_, response) => `'nonce-${(response as Response).locals.nonce}'`

/** Needs `response.locals.nonce`. */
export function securityHeaders({ publicOrigin, connectTo, isDevelopment }: SecurityOptions): RequestHandler {
  const isEncrypted = publicOrigin.startsWith('https:')
  const socket = isDevelopment ? ['ws:', 'wss:'] : []
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'none'"],
        'object-src': ["'none'"],
        'frame-ancestors': ["'none'"],
        'form-action': ["'self'"],
        'script-src': ["'self'", nonce],
        'script-src-attr': ["'none'"],
        'style-src': isDevelopment ? ["'self'", "'unsafe-inline'"] : ["'self'", nonce],
        // React writes `style` attributes into the page, and so do formulas and charts.
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'", publicOrigin, ...connectTo, ...socket],
        'worker-src': ["'self'", 'blob:'],
        ...(isEncrypted ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: isEncrypted ? { maxAge: 365 * 24 * 3600, includeSubDomains: false } : false,
    // With helmet's `no-referrer` a form that is sent without a script would carry `Origin: null`.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
}
