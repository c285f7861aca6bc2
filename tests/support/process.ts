import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll } from 'vitest'

const root = path.resolve(import.meta.dirname, '..', '..')

export interface Started {
  process: ChildProcess
  said: () => string
  /** The exit code. */
  ended: Promise<number | null>
}

/** Starts the application as a person does in a terminal; what still runs when the file is through is told to stop. */
export function useProcesses() {
  const started: Started[] = []
  afterAll(async () => {
    for (const each of started) each.process.kill('SIGTERM')
    await Promise.all(started.map((each) => each.ended))
  })
  function start(variables: Record<string, string>): Started {
    const run = spawnApplication(variables)
    started.push(run)
    return run
  }
  /** What a start that fails leaves in the terminal: one line and a code. */
  async function failure(
    variables: Record<string, string>,
  ): Promise<{ code: number | null; lines: string[] }> {
    const run = start({ LOG_LEVEL: 'silent', ...variables })
    const code = await run.ended
    const said = run.said().trim().split('\n')
    return { code, lines: said.filter((line) => !line.startsWith('Building')) }
  }
  return { start, failure }
}

function spawnApplication(variables: Record<string, string>): Started {
  const { DATABASE_URL: _, WEB_CONCURRENCY: __, NODE_ENV: ___, ...inherited } = process.env
  const env = { ...inherited, ...variables } as NodeJS.ProcessEnv
  const child = spawn(process.execPath, ['app/start.mjs'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk
    })
  }
  const ended = new Promise<number | null>((resolve) => {
    child.on('close', resolve)
  })
  return { process: child, said: () => text, ended }
}

export async function untilReady(run: Started, port: number): Promise<void> {
  while (run.process.exitCode === null) {
    const response = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined)
    if (response?.ok) return
    await wait(50)
  }
  throw new Error(run.said())
}
