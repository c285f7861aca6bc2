import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { visibleFileReadings } from '#app/domain/documents/reading/scope.server.ts'
import { prisma, runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createRecords, type Records } from '#tests/support/records.ts'
import { useTestStorage } from '#tests/support/stored.ts'
import { acknowledgementsSeen } from '#tests/support/visibility/acknowledgements-seen.ts'
import { askingSeen } from '#tests/support/visibility/asking-seen.ts'
import { checklistsSeen } from '#tests/support/visibility/checklists-seen.ts'
import { claimsSeen } from '#tests/support/visibility/claims-seen.ts'
import { clocksSeen } from '#tests/support/visibility/clocks-seen.ts'
import { decisionsSeen } from '#tests/support/visibility/decisions-seen.ts'
import { plain, scoped, whoFinds } from '#tests/support/visibility/finders.ts'
import { guestsSeen } from '#tests/support/visibility/guests-seen.ts'
import { linkingSeen } from '#tests/support/visibility/linking-seen.ts'
import { macrosSeen } from '#tests/support/visibility/macros-seen.ts'
import { mailsSeen } from '#tests/support/visibility/mails-seen.ts'
import { participantsSeen } from '#tests/support/visibility/participants-seen.ts'
import { partsSeen } from '#tests/support/visibility/parts-seen.ts'
import { halden } from '#tests/support/visibility/people.ts'
import { recordsSeen } from '#tests/support/visibility/records-seen.ts'
import { reviewsSeen } from '#tests/support/visibility/reviews-seen.ts'
import { routingSeen } from '#tests/support/visibility/routing-seen.ts'
import { sheetSeen } from '#tests/support/visibility/sheet-seen.ts'
import { talkSeen } from '#tests/support/visibility/talk-seen.ts'
import { verificationSeen } from '#tests/support/visibility/verification-seen.ts'
import { workSeen } from '#tests/support/visibility/work-seen.ts'
import { writingSeen } from '#tests/support/visibility/writing-seen.ts'
import { createWorld, type PersonName, type World } from '#tests/support/world.ts'

useTestDatabase()
useTestStorage()
let world: World
let records: Records
beforeAll(async () => {
  world = await createWorld()
  records = await createRecords(world)
})

const expectations = [
  ...recordsSeen,
  ...acknowledgementsSeen,
  ...reviewsSeen,
  ...sheetSeen,
  ...writingSeen,
  ...decisionsSeen,
  ...askingSeen,
  ...clocksSeen,
  ...routingSeen,
  ...linkingSeen,
  ...participantsSeen,
  ...guestsSeen,
  ...claimsSeen,
  ...partsSeen,
  ...macrosSeen,
  ...checklistsSeen,
  ...mailsSeen,
  ...talkSeen,
  ...workSeen,
  ...verificationSeen,
]

describe('who sees what', () => {
  test.each(expectations)('$record, through the scope', async ({ kind, id, scope }) => {
    const find = scoped[kind] ?? ((_: Actor, record: string) => plain[kind](record))
    expect(await whoFinds(world, (actor) => find(actor, id({ world, records })))).toEqual([...scope].sort())
  })

  test.each(expectations)('$record, by row-level security alone', async ({ kind, id, wall }) => {
    expect(await whoFinds(world, () => plain[kind](id({ world, records })))).toEqual([...wall].sort())
  })

  test('without an actor there is nothing', async () => {
    for (const { kind, id } of expectations) expect(await plain[kind](id({ world, records }))).toBeNull()
  })
})

test('a guest finds none of it in any table, also of the consultation in which it takes part', async () => {
  await runAsActor(records.guest.membership, async () => {
    for (const { kind, id } of expectations) expect(await plain[kind](id({ world, records }))).toBeNull()
  })
})

/** Tables that hang from no account and no organization, each with the reason why it needs no policy. */
const withoutPolicy: Record<string, string> = {
  _prisma_migrations: 'the application has no right on it at all',
  rate_limit: 'counters by hashed key, no personal data; shared by all processes before anybody is known',
}
/** Row-level security without any policy: the owner's connection alone reads them. */
const ownerAlone = [
  'credential',
  'session',
  'password_reset',
  'number_series',
  'mail',
  'setup_code',
  'reply_address',
]

describe('reading evidence', () => {
  test('is seen by its reader and by the supplier’s people of the account; by no colleague, by no other customer', async () => {
    const { lumenEngineers: documentId } = records.documents
    const { lumenEngineers: versionId } = records.versions
    const { membershipId } = world.people.lin
    const reading = { versionId, membershipId, documentId, accountId: world.accounts.lumen }
    await unscopedPrisma().documentReading.create({ data: reading })
    await unscopedPrisma().documentFileReading.create({ data: { ...reading, fileId: records.files.version } })
    const { documentReading, documentFileReading } = prisma
    expect(await whoFinds(world, () => documentReading.findFirst({ where: { versionId } }))).toEqual(
      [...halden, 'lin'].sort(),
    )
    expect(await whoFinds(world, () => documentFileReading.findFirst({ where: { versionId } }))).toEqual(
      [...halden, 'lin'].sort(),
    )
    const scope = (actor: Actor) =>
      documentFileReading.findFirst({ where: { AND: [{ versionId }, visibleFileReadings(actor)] } })
    expect(await whoFinds(world, scope)).toEqual([...halden, 'lin'].sort())
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
