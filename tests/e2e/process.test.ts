import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort } from '#tests/support/application.ts'
import { type Started, untilReady, useProcesses } from '#tests/support/process.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'counterpart-process-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const { start, failure } = useProcesses()
const dataDir = path.join(folder, 'data')
let port = 0
let run: Started

beforeAll(async () => {
  port = await freePort()
  run = start({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
  await untilReady(run, port)
})

describe('a start that cannot succeed says why in one line', () => {
  const elsewhere = async () => ({ PORT: String(await freePort()), DATA_DIR: path.join(folder, 'other') })

  test('the port is taken, and nothing is touched', async () => {
    const { code, lines } = await failure({ ...(await elsewhere()), PORT: String(port) })
    expect(lines).toEqual([`Port ${port} is taken: set PORT to another one`])
    expect(code).not.toBe(0)
  })

  test('the data folder is in use', async () => {
    const { code, lines } = await failure({ ...(await elsewhere()), DATA_DIR: dataDir })
    expect(lines).toEqual([`Data folder ${dataDir} is in use by process ${run.process.pid}`])
    expect(code).not.toBe(0)
  })

  test('the database cannot be reached', async () => {
    const { code, lines } = await failure({
      ...(await elsewhere()),
      DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/none',
    })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^The database cannot be reached/)
    expect(code).not.toBe(0)
  })

  test('a variable has a wrong value', async () => {
    const { code, lines } = await failure({ ...(await elsewhere()), WEB_CONCURRENCY: 'many' })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^WEB_CONCURRENCY must be/)
    expect(code).not.toBe(0)
  })
})

describe('a process', () => {
  test('that is killed starts again on the same data', async () => {
    run.process.kill('SIGKILL')
    await run.ended
    const before = performance.now()
    run = start({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn' })
    await untilReady(run, port)
    expect(performance.now() - before).toBeLessThan(30_000)
  })

  test('that is told to stop ends the streams, answers what runs, and ends with 0', async () => {
    const running = fetch(`http://127.0.0.1:${port}/sign-in`)
    await wait(5)
    run.process.kill('SIGTERM')
    expect((await running).status).toBeLessThan(500)
    expect(await run.ended).toBe(0)
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow()
  })

  test('of several serves as one, replaces a worker that dies, and stops as one', async () => {
    run = start({ PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'info', WEB_CONCURRENCY: '2' })
    await untilReady(run, port)
    const workers = () =>
      new Set([...run.said().matchAll(/"pid":(\d+)[^\n]*"msg":"request"/g)].map((found) => Number(found[1])))
    while (workers().size < 2) {
      await fetch(`http://127.0.0.1:${port}/sign-in`, { headers: { connection: 'close' } })
    }
    const [victim = 0] = workers()
    process.kill(victim, 'SIGKILL')
    while (workers().size < 3) {
      // A connection that was being handed to the dead worker is never answered: whoever asks gives up and asks again.
      const signal = AbortSignal.timeout(2000)
      const headers = { connection: 'close' }
      await fetch(`http://127.0.0.1:${port}/sign-in`, { headers, signal }).catch(() => undefined)
    }
    run.process.kill('SIGTERM')
    expect(await run.ended).toBe(0)
  })
})
