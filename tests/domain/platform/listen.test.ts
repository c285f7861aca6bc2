import { expect, test, vi } from 'vitest'
import {
  isRecordMissing,
  isUniqueViolation,
  transact,
  unscopedPrisma,
} from '#app/platform/database/database.server.ts'
import { closeListener, listen, setListenerUrl } from '#app/platform/database/listen.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'

const databaseUrl = useTestDatabase()

const notify = (channel: string, payload: string) =>
  unscopedPrisma().$executeRaw`select pg_notify(${channel}, ${payload})`

test('what is said on a channel is heard by all who listen to it, until they stop', async () => {
  const first: string[] = []
  const second: string[] = []
  const stop = await listen('news', (payload) => first.push(payload))
  await listen('news', (payload) => second.push(payload))
  await notify('news', 'one')
  await notify('other', 'not this')
  await vi.waitFor(() => expect([first, second]).toEqual([['one'], ['one']]))
  stop()
  await notify('news', 'two')
  await vi.waitFor(() => expect(second).toEqual(['one', 'two']))
  expect(first).toEqual(['one'])
})

test('a notification leaves with its transaction, and not at all when that fails', async () => {
  const heard: string[] = []
  await listen('kept', (payload) => heard.push(payload))
  const failing = transact(async (tx) => {
    await tx.$executeRaw`select pg_notify('kept', 'lost')`
    throw new Error('on purpose')
  })
  await expect(failing).rejects.toThrow('on purpose')
  await transact((tx) => tx.$executeRaw`select pg_notify('kept', 'said')`)
  await vi.waitFor(() => expect(heard).toEqual(['said']))
})

test('a lost connection comes back, and the listener learns that it may have missed something', async () => {
  const heard: string[] = []
  let returns = 0
  await listen('lasting', {
    heard: (payload) => heard.push(payload),
    reconnected: () => {
      returns += 1
    },
  })
  await unscopedPrisma().$executeRaw`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and query like 'listen %'`
  await vi.waitFor(() => expect(returns).toBe(1), { timeout: 5_000 })
  await notify('lasting', 'again')
  await vi.waitFor(() => expect(heard).toEqual(['again']))
})

test('what the database refuses can be told apart', async () => {
  const user = { email: 'once@x.example', language: 'en' }
  await unscopedPrisma().user.create({ data: user })
  const twice = await unscopedPrisma()
    .user.create({ data: user })
    .catch((error: unknown) => error)
  expect(isUniqueViolation(twice)).toBe(true)
  expect(isUniqueViolation(twice, 'email')).toBe(true)
  expect(isUniqueViolation(twice, 'language')).toBe(false)
  const missing = await unscopedPrisma()
    .user.update({ where: { email: 'none@x.example' }, data: { language: 'pt' } })
    .catch((error: unknown) => error)
  expect(isRecordMissing(missing)).toBe(true)
  expect(isUniqueViolation(missing)).toBe(false)
})

test('a transaction that lost against a concurrent one is tried again', async () => {
  await unscopedPrisma().$executeRaw`create table counter as select 0 as value`
  await unscopedPrisma().$executeRawUnsafe('grant select, update on counter to public')
  let haveBothRead: (() => void) | undefined
  const bothHaveRead = new Promise<void>((resolve) => {
    haveBothRead = resolve
  })
  let attempts = 0
  const add = () =>
    transact(
      async (tx) => {
        attempts += 1
        const [row] = await tx.$queryRaw<{ value: number }[]>`select value from counter`
        if (attempts === 2) haveBothRead?.()
        await bothHaveRead
        await tx.$executeRaw`update counter set value = ${(row?.value ?? 0) + 1}::int`
      },
      { isolation: 'Serializable' },
    )
  await Promise.all([add(), add()])
  expect(attempts).toBe(3)
  const [row] = await unscopedPrisma().$queryRaw<{ value: number }[]>`select value from counter`
  expect(row?.value).toBe(2)
})

test('a first connection that fails is tried again by the next one who listens', async () => {
  await closeListener()
  setListenerUrl('postgresql://127.0.0.1:1/nowhere')
  await expect(listen('late', () => undefined)).rejects.toThrow(/ECONNREFUSED/)
  setListenerUrl(databaseUrl())
  const heard: string[] = []
  await listen('late', (payload) => heard.push(payload))
  await notify('late', 'said')
  await vi.waitFor(() => expect(heard).toEqual(['said']))
})
