import { cpSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { connectDatabase, disconnectDatabase } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { resetStorage } from '#app/platform/storage.server.ts'
import { untilIdle } from '#tests/bench/measure/jobs.ts'
import { type Application, startApplication, stopProcess } from './application.ts'
import { createTestDatabase, databaseUrl, type TestDatabase } from './database.ts'

/** One for the server of a run: the first file that needs the demo fills it, the others wait. */
const filling = 4_110_310

interface DemoCopy {
  database: TestDatabase
  dataDir: string
}

/** A copy of the demo of its own: the database and the files. It is filled once in a run, by the built application. */
export async function copyDemo(): Promise<DemoCopy> {
  const { name, folder } = inject('demo')
  await fillOnce(name, folder)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'counterpart-e2e-'))
  cpSync(folder, dataDir, { recursive: true })
  return { database: await createTestDatabase({ template: name }), dataDir }
}

/** The application over a copy of the demo. */
export async function startOnDemo(
  variables: Record<string, string> = {},
): Promise<{ application: Application; database: TestDatabase }> {
  const { database, dataDir } = await copyDemo()
  const application = await startApplication({ ...variables, DATABASE_URL: database.url }, dataDir)
  return { application, database }
}

/** Called once at the top of a test file: what it imports works on a copy of the demo from the first `beforeAll` on. */
export function useDemo(): void {
  const { storage, dataDir } = environment()
  let copy: DemoCopy | undefined
  beforeAll(async () => {
    copy = await copyDemo()
    await connectDatabase(copy.database.url)
    workIn(copy.dataDir, { kind: 'file', folder: path.join(copy.dataDir, 'files') })
  }, 300_000)
  afterAll(async () => {
    await disconnectDatabase()
    await copy?.database.drop()
    if (copy) rmSync(copy.dataDir, { recursive: true, force: true })
    workIn(dataDir, storage)
  })
}

function workIn(dataDir: string, storage: ReturnType<typeof environment>['storage']): void {
  Object.assign(environment(), { dataDir, storage })
  resetStorage()
}

async function fillOnce(name: string, folder: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [filling])
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) await fill(client, name, folder)
  } finally {
    await client.end()
  }
}

/** Under another name until it is whole: a run that fails meanwhile does not leave half a demo to the next file. */
async function fill(client: pg.Client, name: string, folder: string): Promise<void> {
  const unfinished = `${name}_unfinished`
  await client.query(`drop database if exists ${unfinished} with (force)`)
  await client.query(`create database ${unfinished} template ${inject('templateName')}`)
  const dataDir = mkdtempSync(path.join(tmpdir(), 'counterpart-demo-'))
  const filled = await startApplication({ DATABASE_URL: databaseUrl(unfinished) }, dataDir)
  // Else each copy would do the same jobs again, and load its pages anew with every bell that they ring.
  await untilIdle(databaseUrl(unfinished))
  await stopProcess(filled)
  renameSync(dataDir, folder)
  await client.query(`alter database ${unfinished} rename to ${name}`)
}
