import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const root = path.resolve(import.meta.dirname, '..', '..')

export interface Application {
  url: string
  dataDir: string
  process: ChildProcessWithoutNullStreams
  /** The exit code, once it has ended. */
  ended: Promise<number | null>
  said(): string
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** Starts the built application as `npm start` does, on a data folder of its own, and waits until it is ready. */
export async function startApplication(
  variables: Record<string, string> = {},
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'counterpart-e2e-')),
): Promise<Application> {
  const port = variables.PORT ?? String(await freePort())
  const { NODE_ENV: _, VITEST: __, ...inherited } = process.env
  const child = spawn(process.execPath, ['app/start.mjs'], {
    cwd: root,
    env: {
      ...inherited,
      LOG_LEVEL: 'error',
      ...variables,
      PORT: port,
      DATA_DIR: dataDir,
    } as unknown as NodeJS.ProcessEnv,
  })
  let text = ''
  child.stdout.on('data', (chunk: Buffer) => {
    text += chunk
  })
  child.stderr.on('data', (chunk: Buffer) => {
    text += chunk
  })
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  const application = { url: `http://localhost:${port}`, dataDir, process: child, ended, said: () => text }
  await untilReady(application)
  return application
}

async function untilReady({ url, process: child, said }: Application): Promise<void> {
  while (child.exitCode === null && child.signalCode === null) {
    const response = await fetch(`${url}/readyz`).catch(() => undefined)
    if (response?.ok) return
    await wait(50)
  }
  throw new Error(`the application ended: ${said()}`)
}

/** Stops it as a service manager does; its data stay. */
export async function stopProcess(application: Application): Promise<void> {
  application.process.kill('SIGTERM')
  await application.ended
}

export async function stopApplication(application: Application): Promise<void> {
  await stopProcess(application)
  rmSync(application.dataDir, { recursive: true, force: true })
}
