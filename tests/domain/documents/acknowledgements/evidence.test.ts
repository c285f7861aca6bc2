import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventDefinitions } from '#app/domain/audit/registry.ts'
import { respond } from '#app/domain/documents/acknowledgements/commands/respond.server.ts'
import { sha256 } from '#app/domain/documents/acknowledgements/evidence/canonical.ts'
import { appendEvidence } from '#app/domain/documents/acknowledgements/evidence/chain.server.ts'
import {
  type EvidencePack,
  packEvidence,
} from '#app/domain/documents/acknowledgements/evidence/pack.server.ts'
import { chainEvent, chainMail } from '#app/domain/documents/acknowledgements/evidence/react.server.ts'
import { readVersion } from '#app/domain/documents/read-version.server.ts'
import { onEvent } from '#app/domain/events/on-event.server.ts'
import { reaction } from '#app/domain/notifications/react.server.ts'
import { audience } from '#app/jobs.server.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { faultsOf } from '#app/verify-evidence.mjs'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, eventsOf } from '../notes.ts'
import { ask, asks, declare, noteForBoth, requestOfAccount } from './requests.ts'

useTestDatabase()
let world: World
let people: World['people']
let id: string
const folder = mkdtempSync(path.join(tmpdir(), 'evidence-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const react = onEvent(reaction(eventDefinitions, audience), chainEvent, chainEvent)
const reactTo = async (type: string) => {
  for (const event of (await eventsOf(id)).filter((each) => each.type === `document.${type}`)) {
    await react({ eventId: event.id })
  }
}
const open = (name: 'lin' | 'chen') =>
  as(people[name], () => readVersion(people[name], id, { number: null, isOpened: true }))
const packOf = (name: 'lin' | 'rui' | 'marcus' | 'ingrid') =>
  as(people[name], () => packEvidence(people[name], { documentId: id, version: 1 }))

beforeAll(async () => {
  world = await createWorld()
  people = world.people
  id = await noteForBoth(world)
  await open('chen')
  await ask(world, id, asks([world.accounts.lumen, world.accounts.aurora]))
  await reactTo('acknowledgementAsked')
  await open('lin')
  await reactTo('opened')
  await declare(people.lin, id, 'engineering')
  await declare(people.chen, id, 'purchasing')
  await as(people.lin, () =>
    respond(people.lin, id, { version: 1, outcome: 'conditional', text: '只限六月' }),
  )
})

const kinds = (pack: EvidencePack, account: string) =>
  pack.chains.find((chain) => chain.account === account)?.entries.map(({ entry }) => entry.kind)

describe('the chain', () => {
  test('holds what happened, in its order, without a gap', async () => {
    const pack = await packOf('marcus')
    expect(kinds(pack, 'Lumen Appliances')).toEqual([
      ...['released', 'asked', 'opened', 'notified', 'notified', 'opened'],
      ...['acknowledged', 'acknowledged', 'conditional'],
    ])
    expect(kinds(pack, 'Aurora Refrigeração')).toEqual(['released', 'asked', 'notified', 'notified'])
    for (const { entries } of pack.chains) {
      expect(entries.map(({ entry }) => entry.sequence)).toEqual(entries.map((_, index) => index + 1))
    }
    expect(faultsOf(pack)).toEqual([])
  })

  test('a mail that left is the delivery, once', async () => {
    const bell = await unscopedPrisma().notification.findFirstOrThrow({
      where: { membershipId: people.rui.membershipId, type: 'document.acknowledgementAsked' },
    })
    const mail = await unscopedPrisma().mail.create({
      data: {
        ...{
          to: 'rui@aurora.example',
          template: 'notifications',
          language: 'pt',
          subject: 'x',
          html: '',
          text: '',
        },
        status: 'sent',
        sentAt: new Date(),
      },
    })
    await unscopedPrisma().notification.update({ where: { id: bell.id }, data: { mailId: mail.id } })
    await chainMail({ mailId: mail.id })
    await chainMail({ mailId: mail.id })
    const request = await requestOfAccount(people.rui, id)
    expect(request.state).toBe('delivered')
    expect(
      kinds(await packOf('rui'), 'Aurora Refrigeração')?.filter((kind) => kind === 'delivered'),
    ).toHaveLength(1)
  })

  test('many who add at once leave no gap', async () => {
    const chain = (await requestOfAccount(people.rui, id)).id
    const at = new Date()
    const add = (key: string) =>
      unscopedPrisma().$transaction((tx) =>
        appendEvidence(tx, chain, { kind: 'downloaded', key, at, by: null }),
      )
    await Promise.all(Array.from({ length: 12 }, (_, index) => add(`test:${index % 6}`)))
    const pack = await packOf('rui')
    expect(faultsOf(pack)).toEqual([])
    expect(kinds(pack, 'Aurora Refrigeração')?.filter((kind) => kind === 'downloaded')).toHaveLength(6)
  })

  test('the database adds nothing that does not continue it, and nothing across the wall', async () => {
    const chain = (await requestOfAccount(people.rui, id)).id
    const append = (actor: World['people']['rui'], body: string, previous: string) =>
      runAsActor(
        actor.membershipId,
        async () => prisma.$executeRaw`
        SELECT app_append_evidence(${chain}::uuid, ${crypto.randomUUID()}::uuid, ${'forged'}, ${body}, ${previous},
                                   ${sha256(previous + body)}, ${new Date()}::timestamptz)`,
      )
    await expect(append(people.rui, '{"sequence":1}', '0'.repeat(64))).rejects.toThrow(/continue/)
    await expect(append(people.lin, '{"sequence":1}', '0'.repeat(64))).rejects.toThrow(/another account/)
    const row = { requestAccountId: chain, accountId: world.accounts.aurora, sequence: 99, key: 'x' }
    const data = { ...row, entry: '{}', previousHash: '', hash: '', recordedAt: new Date() }
    await expect(as(people.rui, () => prisma.evidenceEntry.create({ data }))).rejects.toThrow()
  })
})

describe('the pack', () => {
  test('shows a customer its own account alone, and a colleague outside the team nothing of a restricted one', async () => {
    expect((await packOf('lin')).chains.map(({ account }) => account)).toEqual(['Lumen Appliances'])
    expect((await packOf('rui')).chains.map(({ account }) => account)).toEqual(['Aurora Refrigeração'])
    expect((await packOf('ingrid')).chains.map(({ account }) => account)).toEqual(['Lumen Appliances'])
    expect(JSON.stringify(await packOf('lin'))).not.toContain('Aurora')
    const unasked = await noteForBoth(world)
    const pack = as(people.lin, () => packEvidence(people.lin, { documentId: unasked, version: 1 }))
    await expect(pack).rejects.toThrow(NotFound)
  })
})
