import type pg from 'pg'

export type Row = Record<string, unknown>

const rowsAtOnce = 2_500

/** Inserts rows of one table, in few large statements. All rows have the columns of the first. */
export async function insertRows(client: pg.Client, table: string, rows: Row[]): Promise<void> {
  const [first] = rows
  if (!first) return
  const columns = Object.keys(first)
    .map((column) => `"${column}"`)
    .join(', ')
  const statement = `insert into "${table}" (${columns}) select ${columns} from json_populate_recordset(null::"${table}", $1)`
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    await client.query(statement, [JSON.stringify(rows.slice(from, from + rowsAtOnce))])
  }
}

/** The same over several connections: what the database computes for a row is most of the work. */
export async function insertInParallel(clients: pg.Client[], table: string, rows: Row[]): Promise<void> {
  const parts: Row[][] = []
  for (let from = 0; from < rows.length; from += rowsAtOnce) parts.push(rows.slice(from, from + rowsAtOnce))
  await Promise.all(
    clients.map(async (client) => {
      for (let part = parts.shift(); part; part = parts.shift()) await insertRows(client, table, part)
    }),
  )
}

/** Text of an instant for a column. */
export const instant = (at: number): string => new Date(at).toISOString()

/**
 * Runs `work` while no trigger reacts (each event would queue a job) and no index is kept up to date that can be
 * built at the end.
 */
export async function withoutWatch(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const tables = await listOf(client, "select tablename as name from pg_tables where schemaname = 'public'")
  const indexes = await listOf(
    client,
    `select pg_get_indexdef(i.indexrelid) as name from pg_index i join pg_class t on t.oid = i.indrelid
     where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and not i.indisunique
       and t.relname in ('event', 'notification', 'message', 'consultation', 'document_version', 'assumption')`,
  )
  for (const table of tables) await client.query(`alter table "${table}" disable trigger user`)
  for (const definition of indexes) await client.query(`drop index public.${nameIn(definition)}`)
  await work()
  for (const definition of indexes) await client.query(definition)
  for (const table of tables) await client.query(`alter table "${table}" enable trigger user`)
}

const nameIn = (definition: string): string => /^CREATE INDEX (\S+) ON/.exec(definition)?.[1] ?? ''

async function listOf(client: pg.Client, query: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query)
  return rows.map(({ name }) => name)
}
