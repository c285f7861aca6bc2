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
    /** The filled demo, there from the first file on that needs it: its database and its files. */
    demo: { name: string; folder: string }
  }
}

interface Run {
  serverUrl: string
  templateName: string
  demo: { name: string; folder: string }
  users: number
  end: () => Promise<void>
}

// Each project of the run loads this file for itself: they share one server.
const shared = globalThis as { testRun?: Promise<Run> }

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  shared.testRun ??= begin()
  const run = await shared.testRun
  run.users += 1
  project.provide('serverUrl', run.serverUrl)
  project.provide('templateName', run.templateName)
  project.provide('demo', run.demo)
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
  const demo = { name: `${templateName}_demo`, folder: path.join(tmpdir(), `${templateName}_demo`) }
  const end = async () => {
    for (const name of [demo.name, `${demo.name}_unfinished`, templateName])
      await administer(server.url, `drop database if exists ${name} with (force)`)
    await server.stop()
    rmSync(demo.folder, { recursive: true, force: true })
  }
  return { serverUrl: server.url, templateName, demo, users: 0, end }
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
