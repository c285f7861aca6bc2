import { beforeEach, describe, expect, test } from 'vitest'
import { editDraft } from '#app/domain/documents/commands/edit.server.ts'
import { releaseVersion } from '#app/domain/documents/commands/release.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { getDraft } from '#app/domain/documents/queries/draft.server.ts'
import { decideMark } from '#app/domain/documents/redaction/commands/decide.server.ts'
import { releaseTranslation } from '#app/domain/documents/translations/commands/release.server.ts'
import { writeTranslation } from '#app/domain/documents/translations/commands/write.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, Forbidden, Invalid, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'
import { begin, bodyOf, decide, redactionOf } from './support.ts'

const world = useWorld()
let note: string
beforeEach(async () => {
  const { lin, ingrid } = world.people
  const body =
    'The drives of Lumen trip; 林晓 asked. Order 4500123456 at € 1,250 each now. Lumen waits. Aurora as well, like Bergen.'
  const id = await ask(lin, world.accounts.lumen, { body })
  note = (await begin(ingrid, id)).id
})

const open = async () => (await redactionOf(world.people.ingrid, note)).open.map(({ text }) => text)
const submit = () => as(world.people.ingrid, () => submitVersion(world.people.ingrid, note))

async function write(body: string) {
  const { ingrid } = world.people
  const draft = await as(ingrid, () => getDraft(ingrid, note))
  const { title, summary, changeNote, seenAt } = draft
  const says = {
    title,
    summary,
    changeNote,
    language: 'en' as const,
    seenAt,
    body,
    keywords: [],
    fileIds: [],
  }
  return as(ingrid, () => editDraft(ingrid, note, says))
}

async function release() {
  const { dev } = world.people
  const [version] = (await as(dev, () => getDocument(dev, note))).versions
  const seenAt = version?.submittedAt ?? new Date()
  await as(dev, () => releaseVersion(dev, note, { version: 1, seenAt }))
}

const translatedAt = async () =>
  (await unscopedPrisma().documentTranslation.findFirst({ where: { documentId: note } }))?.updatedAt

async function decideAll() {
  const { ingrid } = world.people
  await decide(ingrid, note, 'Lumen', { outcome: 'replace', words: 'a customer' }, true)
  await decide(ingrid, note, '林晓', { outcome: 'replace', words: 'they' })
  await decide(ingrid, note, 'Order 4500123456', { outcome: 'remove' })
  await decide(ingrid, note, '€ 1,250 each', { outcome: 'remove' })
  await decide(ingrid, note, 'Aurora', { outcome: 'keep', words: 'It is the light in the sky.' })
}

describe('marks', () => {
  test('are names, numbers and prices, also of an account that the writer does not enter', async () => {
    expect(await open()).toEqual(['Lumen', '林晓', 'Order 4500123456', '€ 1,250 each', 'Lumen', 'Aurora'])
  })

  test('are taken out, replaced, all alike at once, or kept with who and why', async () => {
    await decideAll()
    expect(await open()).toEqual([])
    expect(await bodyOf(note)).toBe(
      'The drives of a customer trip; they asked. at now. a customer waits. Aurora as well, like Bergen.',
    )
    const { kept } = await redactionOf(world.people.ingrid, note)
    expect(kept).toMatchObject([
      { text: 'Aurora', reason: 'It is the light in the sky.', decidedBy: { name: 'Ingrid Solberg' } },
    ])
  })

  test('one mark alone is decided where nothing else was asked for', async () => {
    await decide(world.people.ingrid, note, 'Lumen', { outcome: 'replace', words: 'one plant' })
    expect((await bodyOf(note)).startsWith('The drives of one plant trip')).toBe(true)
    expect(await open()).toContain('Lumen')
  })

  test('of two who decide at once the second looks again', async () => {
    const { ingrid } = world.people
    const { open: marks, seenAt } = await redactionOf(ingrid, note)
    const act = (words: string) => {
      const { field, from, folded } = marks[0] ?? { field: 'body' as const, from: 0, folded: '' }
      const input = { field, from, folded, seenAt, all: false, outcome: 'replace' as const, words }
      return as(ingrid, () => decideMark(ingrid, note, input))
    }
    const results = await Promise.allSettled([act('one'), act('another')])
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const refused = results.find((each) => each.status === 'rejected')
    expect(refused?.reason).toBeInstanceOf(Conflict)
  })

  test('are decided by who writes the draft, and a title is not emptied', async () => {
    const { dev, lin, rui } = world.people
    const { open: marks, seenAt } = await redactionOf(world.people.ingrid, note)
    const { field, from, folded } = marks[0] ?? { field: 'body' as const, from: 0, folded: '' }
    const input = { field, from, folded, seenAt, all: false, outcome: 'remove' as const }
    await expect(as(dev, () => decideMark(dev, note, input))).rejects.toThrow(Forbidden)
    for (const actor of [lin, rui])
      await expect(as(actor, () => decideMark(actor, note, input))).rejects.toThrow(NotFound)
    await write('Lumen')
    await expect(decide(world.people.ingrid, note, 'Lumen', { outcome: 'remove' })).rejects.toThrow(Invalid)
  })
})

describe('a note goes on', () => {
  test('once each mark was decided, and not before', async () => {
    await expect(submit()).rejects.toMatchObject({
      constructor: Conflict,
      messageKey: 'redaction:error.open',
      values: { count: 6 },
    })
    await decideAll()
    await submit()
    await release()
    const { dev } = world.people
    expect((await as(dev, () => getDocument(dev, note))).status).toBe('released')
  })

  test('not with new words in a new place: what was kept once is open there', async () => {
    await decideAll()
    await write(`${await bodyOf(note)} Rui of Aurora said so.`)
    expect(await open()).toEqual(['Rui', 'Aurora'])
    await expect(submit()).rejects.toThrow(Conflict)
  })

  test('in another language with what was kept, and with no other name', async () => {
    await decideAll()
    await submit()
    await release()
    const { ingrid, dev } = world.people
    const translate = async (sections: string) => {
      const says = { title: 'Trips in the heat', sections, changeNote: '', seenAt: await translatedAt() }
      await as(ingrid, () => writeTranslation(ingrid, note, 'en', says))
      const seenAt = (await translatedAt()) ?? new Date()
      return as(dev, () => releaseTranslation(dev, note, { language: 'en', seenAt }))
    }
    await expect(translate('The drives of Lumen trip, Aurora as well.')).rejects.toThrow(Conflict)
    await expect(translate('The drives trip, Aurora as well.')).resolves.toBeUndefined()
  })

  test('not when a name became a customer’s since: what is submitted is looked at again at its release', async () => {
    await decideAll()
    await submit()
    const { lin } = world.people
    await unscopedPrisma().membership.update({
      where: { id: lin.membershipId },
      data: { name: 'Bergen Olsen' },
    })
    await expect(release()).rejects.toThrow(Conflict)
  })
})
