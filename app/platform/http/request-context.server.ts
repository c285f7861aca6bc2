import { randomBytes } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import { type RequestOrigin, requestOrigin } from '#app/platform/database/request.server.ts'
import { log } from '#app/platform/log.server.ts'
import { requestDuration } from '#app/platform/metrics.server.ts'

/**
 * Gives each request its number and its nonce, lets everything that happens within it know where it came from, and
 * writes one line when it is over. The line names the route, not the address: addresses can hold secrets.
 */
export const requestContext: RequestHandler = (request, response, next) => {
  const started = performance.now()
  const origin: RequestOrigin = {
    requestId: randomBytes(8).toString('hex'),
    ipAddress: (request.ip ?? '').replace(/^::ffff:/, ''),
    userAgent: (request.get('user-agent') ?? '').slice(0, 400),
  }
  response.locals.nonce = randomBytes(16).toString('base64')
  response.locals.origin = origin
  response.setHeader('X-Request-Id', origin.requestId)
  response.once('close', () => report(request, response, started))
  requestOrigin.run(origin, next)
}

function report(request: Request, response: Response, started: number): void {
  const milliseconds = performance.now() - started
  const { requestId, actorId, routeId } = response.locals.origin as RequestOrigin
  const route = routeId ?? response.locals.route ?? 'none'
  const status = response.statusCode
  requestDuration.observe({ route, method: request.method, status }, milliseconds / 1000)
  const isFinished = response.writableFinished
  const entry = {
    requestId,
    method: request.method,
    route,
    status,
    actor: actorId,
    ms: Math.round(milliseconds * 10) / 10,
    ...(isFinished ? {} : { isAborted: true }),
  }
  if (route === 'asset' || route === 'operation') log.debug(entry, 'request')
  else log.info(entry, 'request')
}
