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
