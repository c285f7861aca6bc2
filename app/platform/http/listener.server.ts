import { createServer, type RequestListener, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { StartError } from '#app/platform/environment.server.ts'
import { closeStreams } from '#app/platform/http/streams.server.ts'

export interface Listener {
  server: Server
  /** From here on requests are answered; those that came earlier have waited. */
  serve(application: RequestListener): void
  /** Takes no more connections, ends the streams, and waits for the requests that run. */
  close(patience: number): Promise<void>
}

/** Takes the port at once, so that a port that is taken is known before anything else is touched. */
export async function listen(port: number): Promise<Listener> {
  let open: (application: RequestListener) => void = () => undefined
  const opened = new Promise<RequestListener>((resolve) => {
    open = resolve
  })
  let application: RequestListener | undefined
  const server = createServer((request, response) => {
    if (application) return application(request, response)
    if (request.url === '/healthz') return response.end('alive\n')
    if (request.url === '/readyz') return response.writeHead(503).end('not ready\n')
    void opened.then((ready) => ready(request, response))
  })
  // Large uploads take long: not the whole request is limited, but the time without a byte.
  server.requestTimeout = 0
  server.headersTimeout = 30_000
  server.keepAliveTimeout = 65_000
  server.timeout = 120_000
  await bound(server, port)
  const serve = (ready: RequestListener) => {
    application = ready
    open(ready)
  }
  return { server, serve, close: (patience) => close(server, patience) }
}

function bound(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE')
        reject(new StartError(`Port ${port} is taken: set PORT to another one`))
      else if (error.code === 'EACCES')
        reject(new StartError(`This user may not use port ${port}: set PORT to another one`))
      else reject(error)
    })
    server.listen(port, () => resolve())
  })
}

async function close(server: Server, patience: number): Promise<void> {
  const closed = new Promise<'closed'>((resolve) => {
    server.close(() => resolve('closed'))
  })
  closeStreams()
  const deadline = Date.now() + patience
  // A connection that is kept alive becomes idle when its request is over.
  while (Date.now() < deadline) {
    server.closeIdleConnections()
    if ((await Promise.race([closed, wait(50, 'waiting' as const)])) === 'closed') return
  }
  server.closeAllConnections()
  await closed
}
