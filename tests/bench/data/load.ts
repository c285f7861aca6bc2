import type pg from 'pg'

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
