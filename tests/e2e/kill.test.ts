import { createHash, randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Application, freePort, startApplication } from '#tests/support/application.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { copyDemo } from '#tests/support/demo.ts'

/** Two hundred by hand (`KILL_ROUNDS=200`), a few each time. */
const rounds = Number(process.env.KILL_ROUNDS ?? 4)
let dataDir: string
let database: TestDatabase
let variables: Record<string, string>
let application: Application
let cookie = ''
let consultation = ''

beforeAll(async () => {
  ;({ database, dataDir } = await copyDemo())
  variables = {
    PORT: String(await freePort()),
    DATABASE_URL: database.url,
    STORAGE_URL: `file:${dataDir}/files`,
  }
  application = await startApplication(variables, dataDir)
  cookie = await signIn()
  const [row] = await query<{ id: string }>(
    `select c.id from consultation c join membership m on m.organization_id = c.organization_id
     join "user" u on u.id = m.user_id where u.email = 'admin@halden.example' order by c.id limit 1`,
  )
  consultation = row?.id ?? ''
}, 300_000)
afterAll(async () => {
  application?.process.kill('SIGTERM')
  await application?.ended
  await database?.drop()
  if (dataDir) rmSync(dataDir, { recursive: true, force: true })
})

async function query<T extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  try {
    return (await client.query<T>(text, values)).rows
  } finally {
    await client.end()
  }
}

const headers = () => ({ Cookie: cookie, Origin: application.url })

async function signIn(): Promise<string> {
  const body = new URLSearchParams({ email: 'admin@halden.example', password: 'counterpart-demo' })
  const response = await fetch(`${application.url}/sign-in`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { Origin: application.url },
  })
  expect(response.status).toBe(302)
  return (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}

interface Answered {
  messages: string[]
  /** Id of the file → SHA-256 of what was sent. */
  files: Map<string, string>
}

async function writeMessage(answered: Answered): Promise<void> {
  const text = `kill ${randomBytes(8).toString('hex')}`
  const response = await fetch(`${application.url}/consultations/${consultation}/messages`, {
    method: 'POST',
    body: new URLSearchParams({ lane: 'shared', body: text }),
    redirect: 'manual',
    headers: headers(),
  })
  if (response.status !== 302) throw new Error(`answered ${response.status}`)
  answered.messages.push(text)
}

async function upload(answered: Answered): Promise<void> {
  const bytes = randomBytes(200_000)
  const file = {
    name: `${randomBytes(4).toString('hex')}.bin`,
    size: bytes.length,
    type: '',
    lastModified: 1,
  }
  const announced = await fetch(`${application.url}/api/uploadthing?actionType=upload&slug=attachment`, {
    method: 'POST',
    body: JSON.stringify({ files: [file], input: null }),
    headers: { ...headers(), 'Content-Type': 'application/json' },
  })
  if (!announced.ok)
    throw new Error(`the announcement answered ${announced.status}: ${await announced.text()}`)
  const [presigned] = (await announced.json()) as { url: string }[]
  const form = new FormData()
  form.append('file', new Blob([bytes]), file.name)
  const response = await fetch(presigned?.url ?? '', {
    method: 'PUT',
    body: form,
    headers: { Range: 'bytes=0-' },
  })
  if (!response.ok) throw new Error(`answered ${response.status}`)
  const { serverData } = (await response.json()) as { serverData: { id: string } }
  answered.files.set(serverData.id, createHash('sha256').update(bytes).digest('hex'))
}

/** Writes one after the other until the process is gone; says what went wrong before that. */
async function writeUntilKilled(
  write: (answered: Answered) => Promise<void>,
  answered: Answered,
  stop: AbortSignal,
) {
  while (!stop.aborted) {
    try {
      await write(answered)
    } catch (error) {
      if (!stop.aborted) return String(error)
    }
  }
  return null
}

test(`every write that was answered is there after ${rounds} kills, and nothing is half there`, async () => {
  const answered: Answered = { messages: [], files: new Map() }
  for (let round = 0; round < rounds; round += 1) {
    const stop = new AbortController()
    const writers = [writeMessage, writeMessage, upload].map((write) =>
      writeUntilKilled(write, answered, stop.signal),
    )
    // Every other round it is warm when it is killed: a slow machine might else answer nothing at all.
    const warm = answered.messages.length + 2
    if (round % 2 === 1)
      await expect.poll(() => answered.messages.length, { timeout: 60_000 }).toBeGreaterThan(warm)
    await wait(200 + Math.random() * 1200)
    stop.abort()
    application.process.kill('SIGKILL')
    expect(await Promise.all(writers)).toEqual([null, null, null])
    await application.ended
    application = await startApplication(variables, dataDir)
    // Two hundred rounds upload more than one person may within the hour.
    await query('DELETE FROM rate_limit')
  }
  expect(answered.messages.length).toBeGreaterThan(rounds)
  const kept = await query<{ body: string }>("select body from message where body like 'kill %'")
  const bodies = new Set(kept.map(({ body }) => body))
  expect(answered.messages.filter((text) => !bodies.has(text))).toEqual([])
  // A message has its event, and an event its message: one transaction.
  const [counts] = await query<{ messages: number; events: number }>(
    `select (select count(*)::int from message where body like 'kill %') as messages,
            (select count(*)::int from event where type = 'consultation.messagePosted' and subject_id = $1
               and payload::text not like '%seed%' and id > (select id from message where body like 'kill %' order by id limit 1)) as events`,
    [consultation],
  )
  expect(counts?.events).toBe(counts?.messages)
  const files = await query<{ id: string; sha256: string; key: string }>(
    "select id, sha256, key from file where status = 'complete' and name like '%.bin'",
  )
  const stored = new Map(files.map((file) => [file.id, file.sha256]))
  for (const [id, hash] of answered.files) expect(stored.get(id)).toBe(hash)
  for (const { key, sha256 } of files) {
    const { readFileSync } = await import('node:fs')
    const bytes = readFileSync(path.join(dataDir, 'files', key))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
  }
}, 3_600_000)
