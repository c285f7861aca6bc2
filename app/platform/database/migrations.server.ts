import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { projectRoot } from '#app/platform/environment.server.ts'

export type Migration = {
  /** The folder's name: `0001_initial`. */
  name: string
  sql: string
  /** As Prisma computes it. */
  checksum: string
}

export const migrationsFolder = () => path.join(projectRoot(), 'prisma', 'migrations')

/** The migrations on disk in the order in which they are applied. */
export async function migrationsOnDisk(folder = migrationsFolder()): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, 'migration.sql'), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}
