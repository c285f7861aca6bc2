import { hash } from '@node-rs/argon2'
import pg from 'pg'
import { inventCatalogue } from './catalogue.ts'
import { inventComparisons } from './comparisons.ts'
import { inventConsultations } from './consultations.ts'
import { type Draw, inventDocuments } from './documents.ts'
import { Chronicle } from './events.ts'
import { inventFileTexts } from './file-texts.ts'
import { insertInParallel, insertRows, type Row, withoutWatch } from './insert.ts'
import { inventPeople, type People, peopleRows } from './people.ts'
import { password, type Size } from './plan.ts'
import { Random } from './random.ts'

/** Connections that fill at the same time. */
const connections = 2

/** Fills a migrated, empty database; every run writes the same. Tells how far it is. */
export async function fill(url: string, size: Size, tell: (line: string) => void): Promise<void> {
  const clients = Array.from({ length: connections }, () => new pg.Client({ connectionString: url }))
  try {
    for (const client of clients) {
      await client.connect()
      await client.query(
        "set synchronous_commit = off; set maintenance_work_mem = '256MB'; set work_mem = '64MB'",
      )
    }
    const [client] = clients
    if (!client) return
    await withoutWatch(client, () => write(clients, size, tell))
    tell('statistics')
    await client.query('vacuum (analyze, freeze)')
    await client.query('checkpoint').catch(() => undefined)
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

async function write(clients: pg.Client[], size: Size, tell: (line: string) => void): Promise<void> {
  const random = new Random(20250630)
  const people = inventPeople(random, size)
  const catalogue = inventCatalogue(random, people)
  const chronicle = new Chronicle()
  const draw: Draw = { random, people, catalogue, chronicle, size }
  const insert = async (tables: [string, Row[]][]) => {
    for (const [table, rows] of tables) {
      tell(`${table}: ${rows.length}`)
      await insertInParallel(clients, table, rows)
    }
  }
  await insert(peopleRows(people, await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 })))
  await insert(catalogue.rows)
  const documents = inventDocuments(draw)
  await insert(documents.rows)
  await clients[0]?.query(
    `update document d set released_version_id = v.id from document_version v
     where v.document_id = d.id and v.released_at is not null
       and v.version = (select max(version) from document_version w where w.document_id = d.id and w.released_at is not null)`,
  )
  await insert(inventFileTexts({ ...draw, random: new Random(20250701) }, documents.notes))
  await clients[0]?.query('select app_index_file_text(file_id) from file_text')
  await insert(inventConsultations(draw, documents.notes).rows)
  await insert(inventComparisons(draw))
  const told = chronicle.rows(random, size.notifications)
  await insert([
    ['event', told.events],
    ['notification', told.notifications],
  ])
  if (clients[0]) await insertRows(clients[0], 'number_series', numberRows(people, size))
}

function numberRows({ supplierId }: People, size: Size): Row[] {
  const taken = {
    account: size.accounts,
    technical_note: size.documents,
    consultation: size.consultations,
    comparison: size.comparisons,
  }
  return Object.entries(taken).map(([kind, count]) => ({
    organization_id: supplierId,
    kind,
    next: count + 1,
  }))
}
