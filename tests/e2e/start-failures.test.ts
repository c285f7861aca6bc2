import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { freePort } from '#tests/support/application.ts'
import { createTestDatabase } from '#tests/support/database.ts'
import { useProcesses } from '#tests/support/process.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'counterpart-failures-'))
// Run by root, the database is another user: a folder that it cannot enter would be none of the database's.
chmodSync(folder, 0o755)
const small = path.join(folder, 'small')
const canMount = mountSmall()
afterAll(() => {
  if (canMount) execFileSync('umount', ['--lazy', small])
  rmSync(folder, { recursive: true, force: true })
})
const { failure } = useProcesses()

/** A disk of 12 MB, where this user may have one. */
function mountSmall(): boolean {
  mkdirSync(small)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=12m,mode=0755', 'tmpfs', small], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

describe('a start that cannot succeed says why in one line and damages nothing', () => {
  test('the data folder cannot be written to', async () => {
    const file = path.join(folder, 'file')
    writeFileSync(file, 'a letter')
    const dataDir = path.join(file, 'data')
    const { code, lines } = await failure({ PORT: String(await freePort()), DATA_DIR: dataDir })
    expect(lines).toEqual([expect.stringMatching(`^Data folder ${dataDir} is not writable`)])
    expect(code).toBe(78)
  })

  test('a migration fails', async () => {
    const database = await createTestDatabase({ isEmpty: true })
    try {
      await query(database.url, 'CREATE TABLE membership (note text)')
      await query(database.url, "INSERT INTO membership VALUES ('of another application')")
      const { code, lines } = await failure({
        ...{ PORT: String(await freePort()), DATABASE_URL: database.url },
        DATA_DIR: path.join(folder, 'migration'),
      })
      expect(lines).toHaveLength(1)
      expect(lines[0]).toMatch(/migration .*membership.* already exists/i)
      expect(code).toBe(78)
      expect(await query(database.url, 'SELECT note FROM membership')).toEqual([
        { note: 'of another application' },
      ])
      const tables = await query(database.url, "SELECT FROM pg_tables WHERE tablename = 'document'")
      expect(tables).toEqual([])
    } finally {
      await database.drop()
    }
  })

  test.skipIf(!canMount)('the disk is full', async () => {
    const dataDir = path.join(small, 'data')
    const { code, lines } = await failure({ PORT: String(await freePort()), DATA_DIR: dataDir })
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/^The disk of .* is full$/)
    expect(code).toBe(78)
    // No half of a database is taken for a whole one by the next start.
    const left = existsSync(dataDir) ? readdirSync(dataDir, { recursive: true }).map(String) : []
    expect(left.filter((name) => name.endsWith('PG_VERSION') && !name.includes('new'))).toEqual([])
  })
})
