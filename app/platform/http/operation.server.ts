import cluster from 'node:cluster'
import { type Request, type RequestHandler, Router } from 'express'
import { register } from 'prom-client'
import { collectFromAll } from '#app/platform/boot/cluster.server.ts'
import { isDatabaseReady } from '#app/platform/database/ready.server.ts'

let isStopping = false

/** From now on this process tells a load balancer not to send anything more. */
export function announceStop(): void {
  isStopping = true
}

const readiness: RequestHandler = async (_, response) => {
  const isReady = !isStopping && (await isDatabaseReady())
  response.status(isReady ? 200 : 503).send(isReady ? 'ready\n' : 'not ready\n')
}

const metrics: RequestHandler = async (request, response, next) => {
  if (!isFromThisMachine(request)) {
    response.status(404).send('Not found\n')
    return
  }
  try {
    const text = cluster.isWorker ? await collectFromAll() : await register.metrics()
    response.type(register.contentType).send(text)
  } catch (error) {
    next(error)
  }
}

/** A proxy on this machine passes on what comes from elsewhere. */
function isFromThisMachine(request: Request): boolean {
  const isForwarded = ['x-forwarded-for', 'forwarded', 'x-real-ip'].some((name) => request.headers[name])
  return !isForwarded && /^(::1|(::ffff:)?127\.)/.test(request.socket.remoteAddress ?? '')
}

/** `/healthz`: the process lives. `/readyz`: the database answers and is migrated. `/metrics`: this machine only. */
export function operation(): RequestHandler {
  const router = Router()
  router.use(['/healthz', '/readyz', '/metrics'], (_, response, next) => {
    response.locals.route = 'operation'
    response.setHeader('Cache-Control', 'no-store')
    response.type('text/plain')
    next()
  })
  router.get('/healthz', (_, response) => void response.send('alive\n'))
  router.get('/readyz', readiness)
  router.get('/metrics', metrics)
  return router
}
