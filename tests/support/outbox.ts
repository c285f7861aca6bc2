import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport } from 'nodemailer'
import pg from 'pg'
import { expect } from 'vitest'

/** A mail as an application without a mail server keeps it. */
interface KeptMail {
  to: string
  subject: string
  text: string
  replyTo?: { name: string; address: string }
}

/** What waits two minutes to be mailed is mailed now. */
export async function hurryMails(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(
      `update graphile_worker._private_jobs set run_at = now() where task_id in (
         select id from graphile_worker._private_tasks where identifier in ('digest', 'sendMail'))`,
    )
  } finally {
    await client.end()
  }
}

/** The mails to somebody so far. */
export async function mailsTo(dataDir: string, to: string): Promise<KeptMail[]> {
  const folder = path.join(dataDir, 'outbox')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.json')).sort()
  const mails = await Promise.all(
    names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8'))),
  )
  return (mails as KeptMail[]).filter((mail) => mail.to === to)
}

interface Place {
  databaseUrl: string
  dataDir: string
}

/** The first mail to somebody that says this, once it is there. */
export async function mailSaying(
  { databaseUrl, dataDir }: Place,
  to: string,
  words: string,
): Promise<KeptMail> {
  let found: KeptMail | undefined
  await expect
    .poll(
      async () => {
        await hurryMails(databaseUrl)
        found = (await mailsTo(dataDir, to)).find(({ text }) => text.includes(words))
        return found !== undefined
      },
      { timeout: 20_000, interval: 300 },
    )
    .toBe(true)
  if (!found) throw new Error(`no mail to ${to} says ${words}`)
  return found
}

interface Reply {
  port: number
  from: string
  to: KeptMail
  words: string
  /** The server in front that the application trusts. */
  relay: string
}

/** Answers a mail as a mail program does, by way of the relay, which says that the sender's domain signed it. */
export async function replyByMail({ port, from, to, words, relay }: Reply): Promise<void> {
  const address = to.replyTo?.address ?? ''
  const domain = from.slice(from.indexOf('@') + 1)
  const raw = [
    `Authentication-Results: ${relay}; dkim=pass header.d=${domain}`,
    `From: ${from}`,
    `To: ${address}`,
    `Subject: Re: ${Buffer.from(to.subject)
      .toString('base64')
      .replace(/^(.*)$/, '=?utf-8?B?$1?=')}`,
    `Message-ID: <${crypto.randomUUID()}@${domain}>`,
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(`${words}\n\n-- \nLin\n`).toString('base64'),
    '',
  ].join('\r\n')
  const transport = createTransport({ host: '127.0.0.1', port, ignoreTLS: true, name: relay })
  await transport.sendMail({ envelope: { from, to: address }, raw })
}
