import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import { type RefusalWriter, refusalOf } from '#app/platform/http/guards/refusals.server.ts'
import { requireSameOrigin } from '#app/platform/http/guards/same-origin.server.ts'
import { operation } from '#app/platform/http/operation.server.ts'
import { requestContext } from '#app/platform/http/request-context.server.ts'
import { securityHeaders } from '#app/platform/http/security-headers.server.ts'
import { log } from '#app/platform/log.server.ts'

export interface ApplicationOptions {
  publicUrl: string
  /** Further origins that pages may send requests to. */
  connectTo?: string[]
  isDevelopment?: boolean
  /** Files: from the build, or from the development server. */
  files: RequestHandler
  /** What to say where no page answers. */
  refusals: RefusalWriter
  /** Everything else. */
  pages: RequestHandler
}

/** What every request passes on its way to a page. */
export function application(options: ApplicationOptions): Express {
  const { publicUrl, connectTo = [], isDevelopment = false } = options
  const publicOrigin = new URL(publicUrl).origin
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  // Behind https there is a proxy, and it is near; anybody else's word about addresses does not count.
  app.set('trust proxy', publicOrigin.startsWith('https:') ? ['loopback', 'linklocal', 'uniquelocal'] : false)
  app.use(requestContext)
  app.use((request, response, next) => {
    response.locals.refuse = refusalOf(request, response, options.refusals)
    next()
  })
  app.use(operation())
  app.use(securityHeaders({ publicOrigin, connectTo, isDevelopment }))
  app.use(options.files)
  app.use(requireSameOrigin(publicOrigin))
  app.use(options.pages)
  app.use(lastResort)
  return app
}

/** Remix answers its own errors; what arrives here is a fault of the process. */
const lastResort: ErrorRequestHandler = (error, _request, response, _next) => {
  const { requestId } = response.locals.origin
  if (!response.closed) log.error({ err: error, requestId }, 'request failed')
  if (response.headersSent) {
    response.destroy()
    return
  }
  void response.locals.refuse('fault')
}
