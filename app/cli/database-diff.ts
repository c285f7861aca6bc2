// npm run db:diff NAME: writes the next migration, from the schema at the last one to the present models.
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { migrationsFolder } from '#app/platform/database/migrations.server.ts'
import { presentSchema, schemaDifference } from '#app/platform/database/schema-engine.server.ts'

/** The schema as one text beside the migration that brought it; `.prisma` would make Prisma read it as a model. */
const snapshotName = 'schema.snapshot'

const folder = migrationsFolder()
const name = process.argv[2] ?? ''
if (!/^[a-z][a-z0-9_]*$/.test(name)) fail('Give the migration a name: npm run db:diff add_order_lines')

const existing = await migrationNames()
const present = await presentSchema(path.dirname(folder))
const sql = withoutTransactions(await schemaDifference(await lastSnapshot(existing), present))
if (isEmpty(sql)) fail('The models say what the last migration says: nothing to write')

const number = Number(existing.at(-1)?.slice(0, 4) ?? 0) + 1
const target = path.join(folder, `${String(number).padStart(4, '0')}_${name}`)
await mkdir(target, { recursive: true })
await writeFile(path.join(target, 'migration.sql'), sql)
await writeFile(path.join(target, snapshotName), present)
await writeFile(path.join(folder, 'migration_lock.toml'), 'provider = "postgresql"\n')
process.stdout.write(`${path.relative(process.cwd(), target)}/migration.sql: read it before you commit it\n`)

async function migrationNames(): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort()
}

/** A migration written by hand, without a snapshot, changes nothing that the schema knows. */
async function lastSnapshot(names: string[]): Promise<string> {
  for (const each of names.toReversed()) {
    const text = await readFile(path.join(folder, each, snapshotName), 'utf8').catch(() => undefined)
    if (text !== undefined) return text
  }
  return ''
}

/** The engine puts a change of an enum between BEGIN and COMMIT; each migration runs in a transaction anyway. */
function withoutTransactions(text: string): string {
  return text.replace(/^(BEGIN|COMMIT);\n/gm, '')
}

function isEmpty(text: string): boolean {
  return text.replace(/^--.*$/gm, '').trim() === ''
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
