import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '#app/platform/database/embedded.server.ts'
import { migrate } from '#app/platform/database/migrate.server.ts'
import { parseEnvironment } from '#app/platform/environment.server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the server, with a database that nobody changes. */
    serverUrl: string
    /** The migrated database that each test file copies. */
    templateName: string
  }
}

type Run = { serverUrl: string; templateName: string; users: number; end: () => Promise<void> }

// Each project of the run loads this file for itself: they share one server.
const shared = globalThis as { testRun?: Promise<Run> }

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  shared.testRun ??= begin()
  const run = await shared.testRun
  run.users += 1
  project.provide('serverUrl', run.serverUrl)
  project.provide('templateName', run.templateName)
  return async () => {
    run.users -= 1
    if (run.users === 0) {
      shared.testRun = undefined
      await run.end()
    }
  }
}

async function begin(): Promise<Run> {
  const given = process.env.DATABASE_URL
  const server = given ? { url: given, stop: async () => undefined } : await temporaryServer()
  const templateName = `counterpart_test_${process.pid}`
  await administer(server.url, `drop database if exists ${templateName} with (force)`)
  await administer(server.url, `create database ${templateName}`)
  const address = new URL(server.url)
  address.pathname = `/${templateName}`
  await migrate(address.href)
  const end = async () => {
    await administer(server.url, `drop database if exists ${templateName} with (force)`)
    await server.stop()
  }
  return { serverUrl: server.url, templateName, users: 0, end }
}

/** Nothing of it has to survive a crash of the machine. */
async function temporaryServer() {
  const folder = mkdtempSync(path.join(tmpdir(), 'counterpart-tests-'))
  // Run by root, the server is another user, who has to get in.
  chmodSync(folder, 0o755)
  const environment = parseEnvironment({ DATA_DIR: folder })
  const { url, stop } = await startEmbedded(environment, {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  })
  const end = async () => {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
  return { url, stop: end }
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
