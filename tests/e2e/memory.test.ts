import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request as open } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Application, stopApplication } from '#tests/support/application.ts'
import type { TestDatabase } from '#tests/support/database.ts'
import { startOnDemo } from '#tests/support/demo.ts'

/** A gigabyte by hand (`UPLOAD_MB=1024`), less each time. */
const megabytes = Number(process.env.UPLOAD_MB ?? 128)
const megabyte = 1024 * 1024
const allowed = 50

let application: Application
let database: TestDatabase
let cookie = ''

beforeAll(async () => {
  ;({ application, database } = await startOnDemo())
  const response = await fetch(`${application.url}/sign-in`, {
    method: 'POST',
    body: new URLSearchParams({ email: 'ingrid@halden.example', password: 'counterpart-demo' }),
    redirect: 'manual',
    headers: { Origin: application.url },
  })
  cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
}, 300_000)
afterAll(async () => {
  if (application) await stopApplication(application)
  await database?.drop()
})

/** The process, and the workers that it started: of several any one may take the upload. */
function ourProcesses(): string[] {
  const pid = String(application.process.pid)
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ')
  return [pid, ...children.filter(isWorker)]
}

/** A job's own processes, which read a file and end, are none. */
function isWorker(child: string): boolean {
  try {
    return readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('start.mjs')
  } catch {
    return false
  }
}

/** What they hold of the machine's memory, in MB. */
function residentMemory(): number {
  const held = ourProcesses().map((pid) =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
  )
  return held.reduce((sum, each) => sum + each, 0) / 1024
}

/** A demo that was just filled has its mails to send and its files to read: what that takes is not the upload's. */
async function untilSettled(): Promise<void> {
  const last: number[] = []
  for (let second = 0; second < 60; second += 1) {
    await wait(1000)
    last.unshift(residentMemory())
    last.length = Math.min(last.length, 8)
    if (last.length === 8 && Math.max(...last) - Math.min(...last) < 2) return
  }
}

async function announced(size: number): Promise<string> {
  const file = { name: 'measured.bin', size, type: '', lastModified: 1 }
  const response = await fetch(`${application.url}/api/uploadthing?actionType=upload&slug=attachment`, {
    method: 'POST',
    body: JSON.stringify({ files: [file], input: null }),
    headers: { Cookie: cookie, Origin: application.url, 'Content-Type': 'application/json' },
  })
  const [presigned] = (await response.json()) as { url: string }[]
  return presigned?.url ?? ''
}

/** Sends a file as a browser does, a megabyte at a time; gives its SHA-256 as we sent it and as the answer says. */
async function upload(count: number): Promise<{ sent: string; answered: string }> {
  const address = await announced(count * megabyte)
  const chunk = Buffer.alloc(megabyte, 'a line of a measurement, 12.5 V, 3.2 A\n')
  const hash = createHash('sha256')
  const boundary = 'counterpart-measurement'
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="measured.bin"\r\nContent-Type: application/octet-stream\r\n\r\n`
  const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}`, Range: 'bytes=0-' }
  const sending = open(address, { method: 'PUT', headers })
  const answer = once(sending, 'response')
  sending.write(head)
  for (let i = 0; i < count; i += 1) {
    chunk.writeUInt32BE(i, 64)
    hash.update(chunk)
    if (!sending.write(Buffer.from(chunk))) await once(sending, 'drain')
  }
  sending.end(`\r\n--${boundary}--\r\n`)
  const [response] = (await answer) as [NodeJS.ReadableStream]
  let text = ''
  for await (const part of response) text += part
  return { sent: hash.digest('hex'), answered: (JSON.parse(text) as { fileHash: string }).fileHash }
}

test.skipIf(process.platform !== 'linux')(
  `an upload of ${megabytes} MB raises the memory of the process by less than ${allowed} MB`,
  async () => {
    // What is loaded and compiled on first use is not the upload's, in whichever of the processes.
    for (let i = 0; i < 2 * Number(process.env.WEB_CONCURRENCY ?? 1); i += 1) await upload(8)
    await untilSettled()
    const before = residentMemory()
    let highest = before
    const watch = setInterval(() => {
      highest = Math.max(highest, residentMemory())
    }, 50)
    const { sent, answered } = await upload(megabytes)
    clearInterval(watch)
    const rise = Math.max(highest, residentMemory()) - before
    process.stdout.write(`memory: ${before.toFixed(0)} MB, ${rise.toFixed(1)} MB more for ${megabytes} MB\n`)
    expect(answered).toBe(sent)
    expect(rise).toBeLessThan(allowed)
  },
  600_000,
)
