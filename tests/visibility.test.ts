import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { visibleComparisons } from '#app/domain/comparisons/scope.server.ts'
import { visibleConsultations, visibleMessages } from '#app/domain/consultations/scope.server.ts'
import { visibleRequests, visibleTerms } from '#app/domain/documents/acknowledgements/scope.server.ts'
import { visibleFileReadings } from '#app/domain/documents/reading/scope.server.ts'
import { visibleDocuments } from '#app/domain/documents/scope.server.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()
useTestStorage()
let world: World
let records: Records
beforeAll(async () => {
  world = await createWorld()
  records = await createRecords(world)
})

const people: PersonName[] = [
  'ingrid',
  'dev',
  'marcus',
  'tomas',
  'quinn',
  'admin',
  'lin',
  'chen',
  'wu',
  'lumenAdmin',
  'rui',
  'sofia',
  'ana',
  'auroraAdmin',
]
const halden: PersonName[] = ['ingrid', 'dev', 'marcus', 'tomas', 'quinn', 'admin']
const auroraTeam: PersonName[] = ['dev', 'marcus']
const lumen: PersonName[] = ['lin', 'chen', 'wu', 'lumenAdmin']
const aurora: PersonName[] = ['rui', 'sofia', 'ana', 'auroraAdmin']

type Kind =
  | 'request'
  | 'terms'
  | 'acknowledgement'
  | 'fact'
  | 'evidence'
  | 'document'
  | 'version'
  | 'consultation'
  | 'message'
  | 'comparison'
  | 'file'
  | 'account'
interface Expectation {
  record: string
  kind: Kind
  id(): string
  /** Who finds it through the area's scope: written by hand, not computed. */
  scope: PersonName[]
  /** Who could find it if the scope were forgotten: row-level security alone. */
  wall: PersonName[]
}

const expectations: Expectation[] = [
  {
    record: "Lumen's account",
    kind: 'account',
    id: () => world.accounts.lumen,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: "Aurora's restricted account",
    kind: 'account',
    id: () => world.accounts.aurora,
    scope: [...auroraTeam, ...aurora],
    wall: [...auroraTeam, ...aurora],
  },
  { record: 'a draft', kind: 'document', id: () => records.documents.draft, scope: halden, wall: halden },
  {
    record: "a note for Lumen's engineers",
    kind: 'document',
    id: () => records.documents.lumenEngineers,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: "a note for Aurora's engineers",
    kind: 'document',
    id: () => records.documents.auroraEngineers,
    scope: [...halden, 'rui'],
    wall: [...halden, ...aurora],
  },
  {
    record: 'a note for every engineer',
    kind: 'document',
    id: () => records.documents.everyAccount,
    scope: [...halden, 'lin', 'rui'],
    wall: [...halden, ...lumen, ...aurora],
  },
  {
    record: "a draft's version",
    kind: 'version',
    id: () => records.versions.draft,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a released version',
    kind: 'version',
    id: () => records.versions.lumenEngineers,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a consultation of Lumen',
    kind: 'consultation',
    id: () => records.consultations.lumen,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a consultation of Aurora',
    kind: 'consultation',
    id: () => records.consultations.aurora,
    scope: [...auroraTeam, ...aurora],
    wall: [...auroraTeam, ...aurora],
  },
  {
    record: 'a shared message',
    kind: 'message',
    id: () => records.messages.shared,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'an internal note',
    kind: 'message',
    id: () => records.messages.internal,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a private note',
    kind: 'message',
    id: () => records.messages.private,
    scope: lumen,
    wall: lumen,
  },
  {
    record: 'a message of Aurora',
    kind: 'message',
    id: () => records.messages.aurora,
    scope: [...auroraTeam, ...aurora],
    wall: [...auroraTeam, ...aurora],
  },
  {
    record: 'a draft comparison',
    kind: 'comparison',
    id: () => records.comparisons.draft,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a shared comparison',
    kind: 'comparison',
    id: () => records.comparisons.shared,
    scope: [...halden, 'lin', 'chen'],
    wall: [...halden, ...lumen],
  },
  {
    record: "Aurora's comparison",
    kind: 'comparison',
    id: () => records.comparisons.aurora,
    scope: [...auroraTeam, 'rui', 'sofia'],
    wall: [...auroraTeam, ...aurora],
  },
  {
    record: 'a file of a released version',
    kind: 'file',
    id: () => records.files.version,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a file of an internal note',
    kind: 'file',
    id: () => records.files.internal,
    scope: halden,
    wall: halden,
  },
  {
    record: 'a file that was not attached yet',
    kind: 'file',
    id: () => records.files.loose,
    scope: ['lin'],
    wall: ['lin'],
  },
  {
    record: 'a request to Lumen',
    kind: 'request',
    id: () => records.requests.lumen,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: 'a request to Aurora',
    kind: 'request',
    id: () => records.requests.aurora,
    scope: [...auroraTeam, 'rui'],
    wall: [...auroraTeam, ...aurora],
  },
  {
    record: "the terms of Lumen's account",
    kind: 'terms',
    id: () => records.requests.terms,
    scope: [...halden, ...lumen],
    wall: [...halden, ...lumen],
  },
  {
    record: 'an acknowledgement of Lumen',
    kind: 'acknowledgement',
    id: () => records.requests.acknowledgement,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: 'an answer of Lumen',
    kind: 'fact',
    id: () => records.requests.fact,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
  {
    record: "a link of Lumen's chain",
    kind: 'evidence',
    id: () => records.requests.evidence,
    scope: [...halden, 'lin'],
    wall: [...halden, ...lumen],
  },
]

/** By the wall alone: the plain table, no scope. */
const plain: Record<Kind, (id: string) => Promise<unknown>> = {
  account: (id) => prisma.account.findFirst({ where: { id } }),
  document: (id) => prisma.document.findFirst({ where: { id } }),
  version: (id) => prisma.documentVersion.findFirst({ where: { id } }),
  consultation: (id) => prisma.consultation.findFirst({ where: { id } }),
  message: (id) => prisma.message.findFirst({ where: { id } }),
  comparison: (id) => prisma.comparison.findFirst({ where: { id } }),
  file: (id) => prisma.file.findFirst({ where: { id } }),
  request: (id) => prisma.acknowledgementRequestAccount.findFirst({ where: { id } }),
  terms: (id) => prisma.documentTerms.findFirst({ where: { id } }),
  acknowledgement: (id) => prisma.documentAcknowledgement.findFirst({ where: { id } }),
  fact: (id) => prisma.acknowledgementFact.findFirst({ where: { id } }),
  evidence: (id) => prisma.evidenceEntry.findFirst({ where: { id } }),
}
/** Through the scope of its area; a version and a file are reached through their owners. */
const scoped: Partial<Record<Kind, (actor: Actor, id: string) => Promise<unknown>>> = {
  document: (actor, id) => prisma.document.findFirst({ where: { AND: [{ id }, visibleDocuments(actor)] } }),
  version: (actor, id) =>
    prisma.documentVersion.findFirst({ where: { id, document: visibleDocuments(actor) } }),
  consultation: (actor, id) =>
    prisma.consultation.findFirst({ where: { AND: [{ id }, visibleConsultations(actor)] } }),
  message: (actor, id) => prisma.message.findFirst({ where: { AND: [{ id }, visibleMessages(actor)] } }),
  comparison: (actor, id) =>
    prisma.comparison.findFirst({ where: { AND: [{ id }, visibleComparisons(actor)] } }),
  request: (actor, id) =>
    prisma.acknowledgementRequestAccount.findFirst({ where: { AND: [{ id }, visibleRequests(actor)] } }),
  terms: (actor, id) => prisma.documentTerms.findFirst({ where: { AND: [{ id }, visibleTerms(actor)] } }),
  acknowledgement: (actor, id) =>
    prisma.documentAcknowledgement.findFirst({ where: { id, requestAccount: visibleRequests(actor) } }),
  fact: (actor, id) =>
    prisma.acknowledgementFact.findFirst({ where: { id, requestAccount: visibleRequests(actor) } }),
  evidence: (actor, id) =>
    prisma.evidenceEntry.findFirst({ where: { id, requestAccount: visibleRequests(actor) } }),
}

async function whoFinds(find: (actor: Actor) => Promise<unknown>): Promise<PersonName[]> {
  const found: PersonName[] = []
  for (const name of people) {
    const actor = world.people[name]
    if (await runAsActor(actor.membershipId, () => find(actor))) found.push(name)
  }
  return found.sort()
}

describe('who sees what', () => {
  test.each(expectations)('$record, through the scope', async ({ kind, id, scope }) => {
    const find = scoped[kind] ?? ((_: Actor, record: string) => plain[kind](record))
    expect(await whoFinds((actor) => find(actor, id()))).toEqual([...scope].sort())
  })

  test.each(expectations)('$record, by row-level security alone', async ({ kind, id, wall }) => {
    expect(await whoFinds(() => plain[kind](id()))).toEqual([...wall].sort())
  })

  test('without an actor there is nothing', async () => {
    for (const { kind, id } of expectations) expect(await plain[kind](id())).toBeNull()
  })
})

describe('what ends at once', () => {
  const countOf = (name: PersonName) =>
    runAsActor(
      world.people[name].membershipId,
      async () => (await prisma.consultation.count()) + (await prisma.document.count()),
    )

  test('a deactivated member sees nothing, and everything again when it is reactivated', async () => {
    const where = { id: world.people.lin.membershipId }
    const before = await countOf('lin')
    expect(before).toBeGreaterThan(0)
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: new Date() } })
    expect(await countOf('lin')).toBe(0)
    await unscopedPrisma().membership.update({ where, data: { deactivatedAt: null } })
    expect(await countOf('lin')).toBe(before)
  })

  test('a closed account is lost to the customer and kept for the supplier', async () => {
    const where = { id: world.accounts.lumen }
    await unscopedPrisma().account.update({ where, data: { closedAt: new Date() } })
    expect(await countOf('lin')).toBe(0)
    expect(await countOf('ingrid')).toBeGreaterThan(0)
    await unscopedPrisma().account.update({ where, data: { closedAt: null } })
  })

  test('who leaves the team of a restricted account loses it', async () => {
    const where = {
      accountId_membershipId: {
        accountId: world.accounts.aurora,
        membershipId: world.people.dev.membershipId,
      },
    }
    const find = () =>
      runAsActor(world.people.dev.membershipId, () => plain.consultation(records.consultations.aurora))
    expect(await find()).not.toBeNull()
    await unscopedPrisma().teamMember.delete({ where })
    expect(await find()).toBeNull()
  })
})

describe('writing across the wall', () => {
  const write = (name: PersonName, work: () => Promise<unknown>) =>
    runAsActor(world.people[name].membershipId, work)
  const message = (
    author: PersonName,
    consultationId: string,
    accountId: string,
    lane: 'shared' | 'internal' | 'private',
  ) => ({
    data: {
      consultationId,
      accountId,
      authorId: world.people[author].membershipId,
      lane,
      body: 'x',
      language: 'en',
    },
  })

  test('nobody writes into another account', async () => {
    const { aurora: consultationId } = records.consultations
    await expect(
      write('lin', () =>
        prisma.message.create(message('lin', consultationId, world.accounts.aurora, 'shared')),
      ),
    ).rejects.toThrow()
    // Nor by naming the own account on the other one's thread.
    await expect(
      write('lin', () =>
        prisma.message.create(message('lin', consultationId, world.accounts.lumen, 'shared')),
      ),
    ).rejects.toThrow()
  })

  test('nobody writes in the name of somebody else, or into the other side’s lane', async () => {
    const { lumen: consultationId } = records.consultations
    await expect(
      write('lin', () =>
        prisma.message.create(message('chen', consultationId, world.accounts.lumen, 'shared')),
      ),
    ).rejects.toThrow()
    await expect(
      write('lin', () =>
        prisma.message.create(message('lin', consultationId, world.accounts.lumen, 'internal')),
      ),
    ).rejects.toThrow()
    await expect(
      write('ingrid', () =>
        prisma.message.create(message('ingrid', consultationId, world.accounts.lumen, 'private')),
      ),
    ).rejects.toThrow()
  })

  test('a customer changes nothing of a document', async () => {
    const changed = await write('lin', () =>
      prisma.document.updateMany({ where: { id: records.documents.lumenEngineers }, data: { title: 'x' } }),
    )
    expect(changed).toMatchObject({ count: 0 })
  })

  test('what is insert-only stays as it is, even for the owner', async () => {
    const { shared } = records.messages
    await expect(
      unscopedPrisma().message.update({ where: { id: shared }, data: { body: 'x' } }),
    ).rejects.toThrow(/insert-only/)
    const version = { where: { id: records.versions.lumenEngineers } }
    await expect(
      unscopedPrisma().documentVersion.update({ ...version, data: { body: 'x' } }),
    ).rejects.toThrow(/immutable/)
    await expect(unscopedPrisma().documentVersion.delete(version)).rejects.toThrow()
  })
})

/** Tables that hang from no account and no organization, each with the reason why it needs no policy. */
const withoutPolicy: Record<string, string> = {
  _prisma_migrations: 'the application has no right on it at all',
  rate_limit: 'counters by hashed key, no personal data; shared by all processes before anybody is known',
}
/** Row-level security without any policy: the owner's connection alone reads them. */
const ownerAlone = ['credential', 'session', 'password_reset', 'number_series', 'mail', 'setup_code']

describe('reading evidence', () => {
  test('is seen by its reader and by the supplier’s people of the account; by no colleague, by no other customer', async () => {
    const { lumenEngineers: documentId } = records.documents
    const { lumenEngineers: versionId } = records.versions
    const { membershipId } = world.people.lin
    const reading = { versionId, membershipId, documentId, accountId: world.accounts.lumen }
    await unscopedPrisma().documentReading.create({ data: reading })
    await unscopedPrisma().documentFileReading.create({ data: { ...reading, fileId: records.files.version } })
    const { documentReading, documentFileReading } = prisma
    expect(await whoFinds(() => documentReading.findFirst({ where: { versionId } }))).toEqual(
      [...halden, 'lin'].sort(),
    )
    expect(await whoFinds(() => documentFileReading.findFirst({ where: { versionId } }))).toEqual(
      [...halden, 'lin'].sort(),
    )
    const scope = (actor: Actor) =>
      documentFileReading.findFirst({ where: { AND: [{ versionId }, visibleFileReadings(actor)] } })
    expect(await whoFinds(scope)).toEqual([...halden, 'lin'].sort())
    // Nobody writes what somebody else read, nor into another account.
    const write = (name: PersonName, more: object) =>
      runAsActor(world.people[name].membershipId, () =>
        prisma.documentFileReading.create({ data: { ...reading, fileId: records.files.version, ...more } }),
      )
    await expect(write('chen', {})).rejects.toThrow()
    await expect(write('ingrid', { membershipId: world.people.ingrid.membershipId })).rejects.toThrow()
    await expect(write('rui', { membershipId: world.people.rui.membershipId })).rejects.toThrow()
  })
})

test('every table has row-level security and a policy, or stands on the short list', async () => {
  const tables = await unscopedPrisma().$queryRaw<{ name: string; isSecured: boolean; policies: number }[]>`
    SELECT c.relname AS name, c.relrowsecurity AS "isSecured",
           (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')`
  const wrong = tables.filter(({ name, isSecured, policies }) => {
    if (name in withoutPolicy) return false
    return !isSecured || (policies === 0 && !ownerAlone.includes(name))
  })
  expect(wrong).toEqual([])
})

test('the application’s role owns nothing and bypasses nothing', async () => {
  const [role] = await runAsActor(
    world.people.lin.membershipId,
    () =>
      prisma.$queryRaw<{ bypasses: boolean; owned: number }[]>`
      SELECT (r.rolbypassrls OR r.rolsuper) AS bypasses,
             (SELECT count(*)::int FROM pg_class c WHERE c.relowner = r.oid) AS owned
      FROM pg_roles r WHERE r.rolname = current_user`,
  )
  expect(role).toEqual({ bypasses: false, owned: 0 })
})
