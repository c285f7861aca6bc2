import { randomUUID } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { pdfOf } from '#tests/support/pdf.ts'
import type { Client } from '../client/client.ts'
import type { Order } from '../client/load.ts'
import { getRequest } from '../client/request.ts'
import { Random } from '../data/random.ts'
import { Writer } from '../data/texts.ts'
import type { BesideExtraction } from '../report/result.ts'
import type { Visitor } from './person.ts'

const pageCount = 300
const linesEach = 50
const wordsEach = 12

interface Setting {
  client: Client
  url: string
  dataDir: string
  seconds: number
}

/** How long a document's page takes, one request at a time, alone and while the words of long PDFs are taken out. */
export async function measureBesideExtraction(
  { site, targets }: Visitor,
  { client, url, dataDir, seconds }: Setting,
): Promise<BesideExtraction> {
  const requests = targets.pages.document.map((each) => getRequest(site, each))
  const order: Order = {
    ...{ port: site.port, requests, seconds, concurrency: 1, warmUpSeconds: 0.5, expectedStatus: 200 },
  }
  const alone = await client.measure(order)
  const queue = await LongFiles.in(url, dataDir)
  try {
    const fileSeconds = await queue.extractOne()
    await queue.add(Math.ceil((2 * seconds) / fileSeconds) + 1)
    const beside = await client.measure(order)
    if ((await queue.waiting()) === 0) throw new Error('the PDFs were read before the measurement ended')
    return { pages: pageCount, fileSeconds, alone, beside }
  } finally {
    await queue.close()
  }
}

/** Copies of one long PDF, as uploads leave them. */
class LongFiles {
  private readonly keys: string[] = []

  private constructor(
    private readonly database: pg.Client,
    private readonly folder: string,
    private readonly bytes: Uint8Array,
  ) {}

  static async in(url: string, dataDir: string): Promise<LongFiles> {
    const database = new pg.Client({ connectionString: url })
    await database.connect()
    const writer = new Writer(new Random(300), 'en')
    const line = () => writer.phrase(wordsEach)
    const pages = Array.from({ length: pageCount }, () => Array.from({ length: linesEach }, line))
    return new LongFiles(database, path.join(dataDir, 'files'), await pdfOf(pages))
  }

  async add(count: number): Promise<void> {
    for (let left = count; left > 0; left -= 1) {
      const key = `bench-extraction/${randomUUID()}.pdf`
      mkdirSync(path.join(this.folder, path.dirname(key)), { recursive: true })
      writeFileSync(path.join(this.folder, key), this.bytes)
      this.keys.push(key)
      await this.database.query(
        `WITH member AS (SELECT id, organization_id FROM membership ORDER BY id LIMIT 1),
          added AS (
            INSERT INTO file (id, key, organization_id, uploaded_by_id, name, size, type, sha256, status, completed_at, attached_at)
            SELECT $1, $2, organization_id, id, 'long.pdf', $3, 'application/pdf', 'x', 'complete', now(), now() FROM member
            RETURNING id, organization_id)
        INSERT INTO file_text (file_id, organization_id) SELECT id, organization_id FROM added`,
        [randomUUID(), key, this.bytes.length],
      )
    }
    await this.database.query(
      'SELECT app_queue_file_text(t.file_id) FROM file_text t JOIN file f ON f.id = t.file_id WHERE f.key = ANY ($1)',
      [this.keys],
    )
  }

  async waiting(): Promise<number> {
    const { rows } = await this.database.query<{ state: string; count: number }>(
      `SELECT t.state::text, count(*)::int FROM file_text t JOIN file f ON f.id = t.file_id
       WHERE f.key = ANY ($1) GROUP BY t.state`,
      [this.keys],
    )
    const bad = rows.find(({ state }) => state !== 'queued' && state !== 'done')
    if (bad) throw new Error(`the text of a long PDF is ${bad.state}`)
    return rows.find(({ state }) => state === 'queued')?.count ?? 0
  }

  /** Seconds. */
  async extractOne(): Promise<number> {
    const started = performance.now()
    await this.add(1)
    while ((await this.waiting()) > 0) {
      if (performance.now() - started > 120_000) throw new Error('the text of a long PDF does not come')
      await wait(50)
    }
    return (performance.now() - started) / 1000
  }

  async close(): Promise<void> {
    await this.database.query(
      'DELETE FROM file_text t USING file f WHERE f.id = t.file_id AND f.key = ANY ($1)',
      [this.keys],
    )
    await this.database.end()
    rmSync(path.join(this.folder, 'bench-extraction'), { recursive: true, force: true })
  }
}
