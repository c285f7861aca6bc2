import { beforeEach, describe, expect, test } from 'vitest'
import { mergeConsultation } from '#app/domain/consultations/linking/commands/merge.server.ts'
import { beginNote } from '#app/domain/consultations/notes/commands/begin.server.ts'
import { findNoteOrigin, getNoteChoice } from '#app/domain/consultations/notes/queries/choice.server.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { getRedaction } from '#app/domain/documents/redaction/queries/page.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { name } from '../participants/support.ts'
import { as, ask } from '../support.ts'
import { begin, bodyOf, messagesIn, say } from './support.ts'

const world = useWorld()
let id: string
beforeEach(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
})

const input = (messageIds: string[]) => ({
  ...{ title: 'Trips in the heat', kind: 'technical_note' as const, aboutProduct: false, messageIds },
})

describe('a note from a consultation', () => {
  test('is a draft of the chosen messages, and it is known of which consultation it came', async () => {
    const { ingrid, dev, marcus, lin, rui } = world.people
    await say(ingrid, id, 'Derate above 40 °C.')
    await say(dev, id, 'The curve is in the manual.', 'internal')
    const begun = await begin(ingrid, id)
    expect(await bodyOf(begun.id)).toBe(
      'It trips with **F07**.\n\nDerate above 40 °C.\n\nThe curve is in the manual.',
    )
    for (const actor of [ingrid, dev, marcus])
      expect(await as(actor, () => findNoteOrigin(actor, begun.id))).toMatchObject({ id })
    for (const actor of [lin, rui]) {
      expect(await as(actor, () => findNoteOrigin(actor, begun.id))).toBeNull()
      await expect(as(actor, () => getDocument(actor, begun.id))).rejects.toThrow(NotFound)
    }
    const page = await as(ingrid, () => getNoteChoice(ingrid, id))
    expect(page.notes).toMatchObject([{ id: begun.id, number: begun.number }])
  })

  test("offers no note of the customer's, and takes none that is named all the same", async () => {
    const { ingrid, lin } = world.people
    await say(lin, id, 'Do not tell them about Kestrel.', 'private')
    const page = await as(ingrid, () => getNoteChoice(ingrid, id))
    expect(page.messages.map(({ lane }) => lane)).toEqual(['shared'])
    const all = (await messagesIn(id)).map((each) => each.id)
    await expect(as(ingrid, () => beginNote(ingrid, id, input(all)))).rejects.toThrow(Invalid)
    const other = await messagesIn(await ask(lin, world.accounts.lumen))
    const foreign = input(other.map((each) => each.id))
    await expect(as(ingrid, () => beginNote(ingrid, id, foreign))).rejects.toThrow(Invalid)
    expect(await unscopedPrisma().noteSource.count({ where: { consultationId: id } })).toBe(0)
  })

  test('is begun by whoever of the supplier writes documents and may write there', async () => {
    const { lin, rui, marcus, tomas, admin, quinn } = world.people
    const [first] = await messagesIn(id)
    const wanted = input([first?.id ?? ''])
    for (const actor of [lin, rui])
      await expect(as(actor, () => beginNote(actor, id, wanted))).rejects.toThrow(NotFound)
    for (const actor of [marcus, tomas, admin]) {
      await expect(as(actor, () => beginNote(actor, id, wanted))).rejects.toThrow(Forbidden)
      await expect(as(actor, () => getNoteChoice(actor, id))).rejects.toThrow(Forbidden)
    }
    await expect(as(quinn, () => beginNote(quinn, id, wanted))).resolves.toHaveProperty('number')
  })

  test('is not begun from what was merged into another one', async () => {
    const { ingrid, lin } = world.people
    const into = await ask(lin, world.accounts.lumen)
    await as(ingrid, () => mergeConsultation(ingrid, id, into))
    await expect(begin(ingrid, id)).rejects.toThrow(Forbidden)
    const page = await as(ingrid, () => getNoteChoice(ingrid, into))
    expect(page.messages).toHaveLength(2)
  })
})

describe('of a restricted account', () => {
  test('no note is begun, because its draft would be read by those who do not enter it', async () => {
    const { rui, dev, ingrid, quinn, marcus } = world.people
    const closed = await ask(rui, world.accounts.aurora)
    const [first] = await messagesIn(closed)
    const wanted = input([first?.id ?? ''])
    await expect(as(dev, () => beginNote(dev, closed, wanted))).rejects.toThrow(Conflict)
    await expect(as(ingrid, () => beginNote(ingrid, closed, wanted))).rejects.toThrow(NotFound)
    await name(marcus, closed, quinn, 'read')
    await expect(as(quinn, () => beginNote(quinn, closed, wanted))).rejects.toThrow(Forbidden)
    await name(marcus, closed, ingrid, 'write')
    await expect(as(ingrid, () => beginNote(ingrid, closed, wanted))).rejects.toThrow(Conflict)
    expect(await unscopedPrisma().noteSource.count({ where: { consultationId: closed } })).toBe(0)
  })

  test('the database takes none either', async () => {
    const { dev, rui } = world.people
    const closed = await ask(rui, world.accounts.aurora)
    const { id: documentId } = await begin(dev, id)
    const data = { consultationId: closed, accountId: world.accounts.aurora, createdById: dev.membershipId }
    const { organizationId } = dev
    const { prisma } = await import('#app/platform/database/database.server.ts')
    await expect(
      as(dev, () => prisma.noteSource.create({ data: { documentId, organizationId, ...data } })),
    ).rejects.toThrow()
  })
})

test('the marks of a document that is no note, or of no draft, are on no page', async () => {
  const { ingrid, lin } = world.people
  await expect(as(ingrid, () => getRedaction(ingrid, crypto.randomUUID()))).rejects.toThrow(NotFound)
  const begun = await begin(ingrid, id)
  await expect(as(lin, () => getRedaction(lin, begun.id))).rejects.toThrow(NotFound)
  const { dev } = world.people
  await expect(as(dev, () => getRedaction(dev, begun.id))).rejects.toThrow(Forbidden)
})
