import { beforeAll, expect, test } from 'vitest'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { writeParameters } from '#app/domain/documents/parameters/commands/write.server.ts'
import type { ParametersInput } from '#app/domain/documents/parameters/forms.ts'
import { getDraftTable } from '#app/domain/documents/parameters/queries.server.ts'
import { toldChanges } from '#app/domain/documents/parameters/told.ts'
import { changeLine } from '#app/domain/events/changed-quantities.ts'
import { sendDigest } from '#app/domain/notifications/digest.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import { createWorld, type World } from '#tests/support/world.ts'
import { as, note, release } from '../notes.ts'

useTestDatabase()
let world: World
beforeAll(async () => {
  world = await createWorld()
})

type Row = ParametersInput['rows'][number]
const none = { min: null, typ: null, max: null }
const row = (symbol: string, unit: string, values: Partial<Row>): Row => ({
  ...{ symbol, name: symbol, conditions: '', unit, fit: 'function', isShared: true },
  ...none,
  ...values,
})

const before = [
  row('P_V', 'mW', { max: '0.5' }),
  row('η', '%', { min: '97', typ: '97.4' }),
  row('m', 'kg', { typ: '9.8' }),
  row('cost', 'W', { typ: '1', isShared: false }),
]
const after = [
  row('P_V', 'µW', { max: '500' }),
  row('η', '%', { min: '97.1', typ: '97.4' }),
  row('U', 'V', { typ: '400' }),
  row('cost', 'W', { typ: '2', isShared: false }),
]

test('what changed as a quantity is told, in the reader’s way of writing', () => {
  const told = toldChanges(before, after)
  const lines = (language: 'en' | 'pt') => told.map((each) => changeLine(each, language, (name) => name))
  expect(lines('en')).toEqual(['η: min 97 % → 97.1 %', 'U: typ — → 400 V', 'm: typ 9.8 kg → —'])
  expect(lines('pt')).toEqual(['η: min 97 % → 97,1 %', 'U: typ — → 400 V', 'm: typ 9,8 kg → —'])
})

test('the mail about a new version says what changed, and nothing that its reader does not see', async () => {
  const { ingrid, dev, lin } = world.people
  const reach = { accountIds: [world.accounts.lumen], functions: ['engineering' as const] }
  const write = (rows: Row[]) =>
    as(ingrid, async (actor) => {
      const { version } = await getDraftTable(actor, id)
      await writeParameters(actor, id, { rows, seenAt: version.updatedAt })
    })
  const { id } = await as(ingrid, (actor) => createDocument(actor, note(reach)))
  await write(before)
  await as(ingrid, (actor) => submitVersion(actor, id))
  await release(dev, id)
  await as(ingrid, (actor) => startVersion(actor, id))
  await write(after)
  await as(ingrid, (actor) => submitVersion(actor, id))
  await release(dev, id)
  const database = unscopedPrisma()
  const event = await database.event.findFirstOrThrow({
    where: { type: 'document.released', subjectId: id },
    orderBy: { id: 'desc' },
  })
  await database.notification.create({
    data: {
      ...{ type: event.type, subjectType: 'document', subjectId: id, accountId: null },
      ...{ membershipId: lin.membershipId, eventId: event.id, payload: event.payload as object },
    },
  })
  await sendDigest({ membershipId: lin.membershipId })
  const mail = await database.mail.findFirstOrThrow({ where: { userId: lin.userId } })
  expect(mail.text).toMatch(/η: \S+ 97\s%\s→\s97[.,]1\s%/)
  expect(mail.text).not.toMatch(/cost|P_V/)
})
