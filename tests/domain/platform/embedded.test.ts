import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test } from 'vitest'
import { startOf } from '#app/platform/database/embedded/processes.server.ts'
import { startEmbedded } from '#app/platform/database/embedded.server.ts'
import { parseEnvironment } from '#app/platform/environment.server.ts'

type Copy = { child: ChildProcess; url: string; pid: number; home: string; error?: string }

const folders: string[] = []
const copies: Copy[] = []

afterEach(async () => {
  for (const copy of copies.splice(0)) {
    await end(copy, 'SIGTERM')
    folders.push(copy.home)
  }
  for (const folder of folders.splice(0)) if (folder) rmSync(folder, { recursive: true, force: true })
})

function newFolder(mode = 0o755): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpart-embedded-'))
  chmodSync(folder, mode)
  folders.push(folder)
  return folder
}

/** Another copy of the application, in a process of its own. */
function startCopy(dataDir: string): Promise<Copy> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'tests/support/embedded-process.ts'], {
    env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.stdout.once('data', (line) => {
      const copy: Copy = { child, ...JSON.parse(String(line)) }
      if (!copy.error) copies.push(copy)
      resolve(copy)
    })
  })
}

function end({ child }: Copy, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill(signal)
  })
}

async function ask(url: string, statement: string): Promise<pg.QueryResultRow[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

// Each copy is a process that loads the sources.
describe('the embedded database', { timeout: 120_000 }, () => {
  test('starts, stops, and keeps its rows and its port', async () => {
    const environment = parseEnvironment({ DATA_DIR: newFolder() })
    const first = await startEmbedded(environment)
    await ask(first.url, 'create table kept as select 7 as value')
    await first.stop()
    await expect(ask(first.url, 'select 1')).rejects.toThrow()
    const second = await startEmbedded(environment)
    expect(second.url).toBe(first.url)
    expect(await ask(second.url, 'select value from kept')).toEqual([{ value: 7 }])
    expect(
      await ask(
        second.url,
        `select lower('ПРИВЕТ Ação') as text, to_tsvector('russian', '«насос»')::text as words`,
      ),
    ).toEqual([{ text: 'привет ação', words: "'насос':1" }])
    await second.stop()
  })

  test('is taken over, with its rows, after the application was killed', async () => {
    const dataDir = newFolder()
    const killed = await startCopy(dataDir)
    await ask(killed.url, 'create table kept as select 7 as value')
    await end(killed, 'SIGKILL')
    const next = await startCopy(dataDir)
    expect(next.pid).toBe(killed.pid)
    expect(await ask(next.url, 'select value from kept')).toEqual([{ value: 7 }])
    await end(next, 'SIGTERM')
    expect(startOf(next.pid)).toBeUndefined()
  })

  test('recovers after the application and the server were killed', async () => {
    const dataDir = newFolder()
    const killed = await startCopy(dataDir)
    await ask(killed.url, 'create table kept as select 7 as value')
    await end(killed, 'SIGKILL')
    process.kill(killed.pid, 'SIGKILL')
    const next = await startCopy(dataDir)
    expect(next.error).toBeUndefined()
    expect(await ask(next.url, 'select value from kept')).toEqual([{ value: 7 }])
  })

  test('is not taken from another copy that lives', async () => {
    const dataDir = newFolder()
    const first = await startCopy(dataDir)
    const second = await startCopy(dataDir)
    expect(second.error).toBe(`Data folder ${dataDir} is in use by process ${first.child.pid}`)
    expect(await ask(first.url, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('of copies that start at once, one gets the folder', async () => {
    const dataDir = newFolder()
    const all = await Promise.all([startCopy(dataDir), startCopy(dataDir), startCopy(dataDir)])
    expect(all.filter((copy) => !copy.error)).toHaveLength(1)
    await Promise.all(all.map((copy) => end(copy, 'SIGKILL')))
    const again = await Promise.all([startCopy(dataDir), startCopy(dataDir), startCopy(dataDir)])
    expect(again.filter((copy) => !copy.error)).toHaveLength(1)
  })

  test('starts when its process id is now another process, and its port is taken', async () => {
    const dataDir = newFolder()
    const killed = await startCopy(dataDir)
    await ask(killed.url, 'create table kept as select 7 as value')
    await end(killed, 'SIGTERM')
    const data = path.join(killed.home, 'data')
    writeFileSync(path.join(data, 'postmaster.pid'), `${process.pid}\n${data}\n1\n1\n\n\n\n`, { mode: 0o600 })
    const taken = createServer().listen(Number(new URL(killed.url).port), '127.0.0.1')
    const next = await startCopy(dataDir)
    taken.close()
    expect(next.error).toBeUndefined()
    expect(next.url).not.toBe(killed.url)
    expect(await ask(next.url, 'select value from kept')).toEqual([{ value: 7 }])
  })

  test('a folder that only its owner can enter, also after it was moved', async () => {
    const parent = newFolder(0o700)
    const first = await startCopy(path.join(parent, 'data'))
    await ask(first.url, 'create table kept as select 7 as value')
    await end(first, 'SIGTERM')
    renameSync(path.join(parent, 'data'), path.join(parent, 'moved'))
    const second = await startCopy(path.join(parent, 'moved'))
    expect(await ask(second.url, 'select value from kept')).toEqual([{ value: 7 }])
  })

  test('says in one line that a folder cannot be used', async () => {
    const file = path.join(newFolder(), 'file')
    writeFileSync(file, '')
    const start = startEmbedded(parseEnvironment({ DATA_DIR: file }))
    await expect(start).rejects.toThrow(`Data folder ${file} is not writable for this user`)
  })

  test('says in one line that the files belong to another version', async () => {
    const dataDir = newFolder()
    mkdirSync(path.join(dataDir, 'postgres', 'data'), { recursive: true })
    writeFileSync(path.join(dataDir, 'postgres', 'data', 'PG_VERSION'), '9\n')
    await expect(startEmbedded(parseEnvironment({ DATA_DIR: dataDir }))).rejects.toThrow(
      /^.+ belongs to PostgreSQL 9.+$/,
    )
  })
})
