import {
  type AppLoadContext,
  createRequestHandler,
  type RequestHandler as RemixHandler,
  type ServerBuild,
} from '@remix-run/node'
import type { Request, RequestHandler, Response } from 'express'
import { type RequestOrigin, requestOrigin } from '#app/platform/database/request.server.ts'
import {
  bodyLimitOf,
  bodyOf,
  isAnnouncedTooLarge,
  leaveUnread,
  refuseTooLarge,
} from '#app/platform/http/body.server.ts'
import '#app/platform/http/load-context.ts'
import type { Refuse } from '#app/platform/http/guards/refusals.server.ts'
import { RouteParts } from '#app/platform/http/route-parts.server.ts'
import { send } from '#app/platform/http/send.server.ts'

/**
 * Serves Remix from Express. Remix's own adapter neither limits a body, nor waits for a slow reader, nor stops
 * reading a file when its reader has gone; this one does (app/decisions).
 */
export function remix(load: () => Promise<ServerBuild>, publicOrigin: string): RequestHandler {
  let built: { build: ServerBuild; handlerFor: (path: string) => RemixHandler } | undefined
  return async (request, response, next) => {
    try {
      const build = await load()
      if (built?.build !== build) built = { build, handlerFor: handlers(named(build)) }
      await answer(built.handlerFor(request.path), publicOrigin, { request, response })
    } catch (error) {
      next(error)
    }
  }
}

function handlers(build: ServerBuild): (path: string) => RemixHandler {
  const parts = new RouteParts(build)
  const made = new Map<ServerBuild, RemixHandler>()
  return (path) => {
    const part = parts.for(path)
    let handler = made.get(part)
    if (!handler) {
      handler = createRequestHandler(part, process.env.NODE_ENV)
      made.set(part, handler)
    }
    return handler
  }
}

type Exchange = { request: Request; response: Response }

async function answer(
  handler: RemixHandler,
  publicOrigin: string,
  { request, response }: Exchange,
): Promise<void> {
  const limit = bodyLimitOf(request.path)
  const refuse: Refuse = response.locals.refuse
  if (isAnnouncedTooLarge(request, limit)) return refuseTooLarge(request, response, refuse)
  const gone = new AbortController()
  response.once('close', () => {
    if (!response.writableFinished) gone.abort()
  })
  let isTooLarge = false
  const onTooLarge = () => {
    isTooLarge = true
    // What still works on it is told, and its failure is no news.
    gone.abort()
    refuseTooLarge(request, response, refuse)
  }
  const url = addressOf(request, publicOrigin)
  if (!url) return refuse('badAddress')
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD'
  const asked = new globalThis.Request(url, {
    method: request.method,
    headers: headersOf(request, url.host),
    signal: gone.signal,
    ...(hasBody && { body: bodyOf(request, limit, onTooLarge), duplex: 'half' }),
  } as RequestInit)
  const answered = await handler(asked, contextOf(response))
  if (isTooLarge || response.closed) {
    await answered.body?.cancel()
    return
  }
  if (hasBody) leaveUnread(request, response)
  await send(request, response, answered)
}

/** Behind a proxy the public address counts, whatever the proxy calls us. */
function addressOf(request: Request, publicOrigin: string): URL | undefined {
  const base = publicOrigin.startsWith('https:') ? publicOrigin : `http://${request.headers.host}`
  const address = `${base}${request.originalUrl.replace(/^(?=[^/])/, '/')}`
  // No text of the database can hold U+0000: nothing has such a name.
  return URL.canParse(address) && !address.includes('%00') ? new URL(address) : undefined
}

function headersOf(request: Request, host: string): Headers {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined) continue
    for (const each of [value].flat()) headers.append(name, each)
  }
  // Remix compares `Origin` with the host once more; the origin has been checked (same-origin.server.ts).
  const { origin } = request.headers
  headers.delete('x-forwarded-host')
  headers.set('host', origin && URL.canParse(origin) ? new URL(origin).host : host)
  return headers
}

function contextOf(response: Response): AppLoadContext {
  const { requestId, ipAddress, userAgent } = response.locals.origin as RequestOrigin
  const { nonce } = response.locals
  const appendHeader = (name: string, value: string) => {
    if (!response.headersSent) response.append(name, value)
  }
  return { nonce, requestId, ipAddress, userAgent, appendHeader }
}

/** Notes in the request's record which route answered it, without matching the address a second time. */
function named(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route]
    const { loader, action } = route.module
    const noted = {
      ...(loader && { loader: noting(id, loader) }),
      ...(action && { action: notingAction(id, action) }),
    }
    return [id, { ...route, module: { ...route.module, ...noted } }]
  })
  return { ...build, routes: Object.fromEntries(routes) }
}

const acted = new WeakSet<RequestOrigin>()

/** Loaders run from the outer route to the inner one, and again after an action, whose route is the one that counts. */
function noting<A extends unknown[], R>(routeId: string, run: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    const origin = requestOrigin.getStore()
    if (origin && !acted.has(origin)) origin.routeId = routeId
    return run(...args)
  }
}

function notingAction<A extends unknown[], R>(routeId: string, run: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    const origin = requestOrigin.getStore()
    if (origin) {
      origin.routeId = routeId
      acted.add(origin)
    }
    return run(...args)
  }
}
