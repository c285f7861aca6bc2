import { AsyncLocalStorage } from 'node:async_hooks'

export type RequestOrigin = {
  requestId: string
  ipAddress: string
  userAgent: string
  /** Set by the edge once it knows them: the log reads them at the end. */
  actorId?: string
  routeId?: string
}

/** Where the work at hand came from: events and log lines carry it. */
export const requestOrigin = new AsyncLocalStorage<RequestOrigin>()
