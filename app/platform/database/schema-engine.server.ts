import { readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'

type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg')

let engineModule: Promise<EngineModule> | undefined

/**
 * Prisma's own schema engine as WebAssembly: the registry has it, while the native one is a download
 * (app/decisions). Used to write migrations and to test them; the application never loads it.
 */
export async function schemaEngine(url?: string): Promise<SchemaEngine> {
  engineModule ??= load()
  const engine = await engineModule
  const adapter = bindMigrationAwareSqlAdapterFactory(url ? new PrismaPg(url) : withoutDatabase())
  return engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter)
}

/** Once a process: a second instance would take the memory from under the first one's engines. */
async function load(): Promise<EngineModule> {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(path.join(path.dirname(file), 'schema_engine_bg.wasm'))
  const imports = { './schema_engine_bg.js': { ...engine } as unknown as WebAssembly.ModuleImports }
  const { instance } = await WebAssembly.instantiate(bytes, imports)
  engine.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start as () => void
  start()
  return engine
}

/** The engine asks its database for the version before anything else, even to compare two texts. */
function withoutDatabase(): SqlMigrationAwareDriverAdapterFactory {
  const connection = {
    provider: 'postgres' as const,
    adapterName: 'none',
    queryRaw: async () => ({
      columnNames: ['exists', 'version', 'numeric_version'],
      columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
      rows: [[true, 'PostgreSQL 15.0', 150000]],
    }),
    executeRaw: async () => 0,
    executeScript: async () => undefined,
    startTransaction: () => Promise.reject(new Error('There is no database')),
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: async () => undefined,
  }
  return {
    provider: 'postgres',
    adapterName: 'none',
    connect: async () => connection,
    connectToShadowDb: async () => connection,
  }
}

/** The SQL that turns a database of the schema `from` (empty text: an empty database) into one of `to`. */
export async function schemaDifference(from: string, to: string): Promise<string> {
  const engine = await schemaEngine()
  const { stdout } = await engine.diff({
    from: from
      ? { tag: 'schemaDatamodel', files: [{ path: 'from.prisma', content: from }] }
      : { tag: 'empty' },
    to: { tag: 'schemaDatamodel', files: [{ path: 'to.prisma', content: to }] },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  })
  return stdout ?? ''
}

/** The text of schema.prisma and of every model file, in one. */
export async function presentSchema(prismaFolder: string): Promise<string> {
  const models = path.join(prismaFolder, 'models')
  const files = (await readdir(models)).filter((name) => name.endsWith('.prisma')).sort()
  const texts = await Promise.all(
    [path.join(prismaFolder, 'schema.prisma'), ...files.map((name) => path.join(models, name))].map((file) =>
      readFile(file, 'utf8'),
    ),
  )
  return texts.join('\n')
}
