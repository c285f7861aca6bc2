import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, inject } from 'vitest'
import { connectDatabase, disconnectDatabase } from '#app/platform/database/database.server.ts'

export type TestDatabase = {
  /** The owner's address. */
  url: string
  name: string
  drop(): Promise<void>
}

/**
 * A copy of the migrated template, empty of rows, or of another one. `isEmpty` gives a database without any table
 * instead.
 */
export async function createTestDatabase(
  options: { isEmpty?: boolean; template?: string } = {},
): Promise<TestDatabase> {
  const name = `${inject('templateName')}_${randomBytes(6).toString('hex')}`
  const template = options.template ?? inject('templateName')
  await administer(`create database ${name} template ${options.isEmpty ? 'template0' : template}`)
  return {
    url: databaseUrl(name),
    name,
    drop: () => administer(`drop database if exists ${name} with (force)`),
  }
}

/** The owner's address of a database on the server of this run. */
export function databaseUrl(name: string): string {
  const address = new URL(inject('serverUrl'))
  address.pathname = `/${name}`
  return address.href
}

/**
 * Called once at the top of a test file: `prisma`, `transact` and the commands work on a database of the file's own
 * from the first `beforeAll` on. The result gives its address.
 */
export function useTestDatabase(): () => string {
  let database: TestDatabase | undefined
  beforeAll(async () => {
    database = await createTestDatabase()
    await connectDatabase(database.url)
  })
  afterAll(async () => {
    await disconnectDatabase()
    await database?.drop()
  })
  return () => {
    if (!database) throw new Error('The test database is there from beforeAll on')
    return database.url
  }
}

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}
