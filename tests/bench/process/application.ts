import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { projectRoot } from '#app/platform/environment.server.ts'

export interface Running {
  port: number
  /** Milliseconds from the start of the process to its first answer. */
  startMilliseconds: number
  stop(): Promise<void>
}

interface Wanted {
  name: string
  command: string[]
  port: number
  /** A page that answers with 200 once all is there. */
  firstPage: string
  variables: Record<string, string>
}

/** Starts a server as it runs for people, and waits for its first answer. */
export async function startServer({ name, command, port, firstPage, variables }: Wanted): Promise<Running> {
  const started = performance.now()
  const child = spawn(process.execPath, command, {
    cwd: projectRoot(),
    env: {
      ...withoutOurs(process.env),
      NODE_ENV: 'production',
      LOG_LEVEL: 'warn',
      PORT: String(port),
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (part) => {
      output = `${output}${part}`.slice(-4000)
    })
  }
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  while (!(await answers(`http://127.0.0.1:${port}${firstPage}`))) {
    if (child.exitCode !== null || child.signalCode !== null)
      throw new Error(`${name} did not start:\n${output}`)
    if (performance.now() - started > 120_000) {
      child.kill('SIGKILL')
      throw new Error(`${name} does not answer:\n${output}`)
    }
    await wait(5)
  }
  return { port, startMilliseconds: performance.now() - started, stop: () => stop(child, ended) }
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url)
    await response.arrayBuffer()
    return response.ok
  } catch {
    return false
  }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill('SIGTERM')
  await ended
}

/** Settings of this process are not those of the measured one. */
function withoutOurs({ DATABASE_URL, DATA_DIR, NODE_OPTIONS, ...environment }: NodeJS.ProcessEnv) {
  return environment
}

interface Application {
  port: number
  dataDir: string
  variables: Record<string, string>
  /** Folder for a profile of the processor's time. */
  profile: string | null
}

export function startApplication({ port, dataDir, variables, profile }: Application): Promise<Running> {
  const profiling = profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : []
  if (profile) mkdirSync(profile, { recursive: true })
  rmSync(path.join(dataDir, 'outbox'), { recursive: true, force: true })
  return startServer({
    name: 'The application',
    command: [...profiling, path.join('app', 'start.mjs')],
    port,
    firstPage: '/sign-in',
    variables: { DATA_DIR: path.resolve(dataDir), WEB_CONCURRENCY: '1', ...variables },
  })
}
