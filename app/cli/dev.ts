// npm run dev: the application with pages, styles and jobs as they are written now.
import { createServer as createHttpServer } from 'node:http'
import type { ServerBuild } from '@remix-run/node'
import { createServer } from 'vite'
import type { Job } from '#app/platform/jobs.server.ts'
import type { Development } from '#app/server.ts'

process.env.NODE_ENV ??= 'development'
const port = Number(process.env.PORT ?? 3000)
// The socket that tells the browser what changed has a port of its own: the application's server is not Vite's.
const socket = createHttpServer().listen(0)
await new Promise((resolve) => socket.once('listening', resolve))
const address = socket.address()
const vite = await createServer({
  server: {
    middlewareMode: true,
    hmr: { server: socket, clientPort: typeof address === 'object' && address ? address.port : port + 1 },
  },
})
// Vite would end the process before the database has been stopped.
process.removeAllListeners('SIGTERM')
const { start } = (await vite.ssrLoadModule('/app/server.ts')) as {
  start(development: Development): Promise<void>
}
await start({
  files: vite.middlewares,
  loadBuild: () =>
    vite.ssrLoadModule('virtual:remix/server-build') as Promise<unknown> as Promise<ServerBuild>,
  loadJobs: async () => (await vite.ssrLoadModule('/app/jobs.server.ts')).tasks as Record<string, Job>,
})
