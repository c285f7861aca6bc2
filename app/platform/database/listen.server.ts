import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { log } from '#app/platform/log.server.ts'

export type Listener = {
  heard: (payload: string) => void
  /** Something may have been missed: the connection was lost and is there again. */
  reconnected?: () => void
}

const listeners = new Map<string, Set<Listener>>()
let client: Promise<pg.Client> | undefined
let lastAnswer: Promise<unknown> = Promise.resolve()
let address = ''
let isClosing = true

/** Says where to listen; the connection is made when somebody listens. */
export function setListenerUrl(url: string): void {
  address = url
  isClosing = false
}

/**
 * Hears what `notify` says on a channel, over one connection of this process, and resolves once the server listens.
 * The result ends the listening.
 */
export async function listen(channel: string, listener: Listener | Listener['heard']): Promise<() => void> {
  if (isClosing) throw new Error('The database is not connected: call connectDatabase first')
  const entry: Listener = typeof listener === 'function' ? { heard: listener } : listener
  const all = listeners.get(channel) ?? new Set<Listener>()
  listeners.set(channel, all)
  all.add(entry)
  try {
    await inTurn(`listen ${pg.escapeIdentifier(channel)}`)
  } catch (error) {
    all.delete(entry)
    throw error
  }
  return () => {
    all.delete(entry)
  }
}

/** Says something to all processes that hear a channel, past the database's rows: what nobody has to find later. */
export async function notify(channel: string, payload: string): Promise<void> {
  if (isClosing) return
  await inTurn('select pg_notify($1, $2)', [channel, payload])
}

/** A connection answers one statement after the other. */
function inTurn(statement: string, values: string[] = []): Promise<unknown> {
  client ??= openFirst()
  const opened = client
  const answer = lastAnswer.then(async () => (await opened).query(statement, values))
  lastAnswer = answer.catch(() => undefined)
  return answer
}

export async function closeListener(): Promise<void> {
  const closing = client
  isClosing = true
  client = undefined
  listeners.clear()
  const connected = await closing?.catch(() => undefined)
  await connected?.end()
}

/** A first connection that fails is not kept: the next one who listens tries again. */
function openFirst(): Promise<pg.Client> {
  const opening = open()
  opening.catch(() => {
    if (client === opening) client = undefined
  })
  return opening
}

async function open(): Promise<pg.Client> {
  const opened = new pg.Client({ connectionString: address, keepAlive: true })
  opened.on('error', (error) => log.warn({ err: error }, 'the connection that listens was lost'))
  opened.on('notification', ({ channel, payload }) => {
    for (const listener of listeners.get(channel) ?? []) listener.heard(payload ?? '')
  })
  await opened.connect()
  opened.on('end', () => {
    if (!isClosing) client = reopen()
  })
  return opened
}

async function reopen(): Promise<pg.Client> {
  for (let pause = 50; !isClosing; pause = Math.min(pause * 2, 5_000)) {
    await wait(pause)
    try {
      const opened = await open()
      for (const channel of listeners.keys()) await opened.query(`listen ${pg.escapeIdentifier(channel)}`)
      for (const all of listeners.values()) for (const listener of all) listener.reconnected?.()
      return opened
    } catch {
      // The server is not back yet.
    }
  }
  return new pg.Client()
}
