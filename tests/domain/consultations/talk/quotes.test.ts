import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import type { MessageLane } from '#app/domain/consultations/consultation.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { editMessage } from '#app/domain/consultations/talk/commands/edit-message.server.ts'
import { plainText, wordsIn } from '#app/domain/consultations/talk/plain-text.ts'
import { openQuote } from '#app/domain/consultations/talk/queries/quoting.server.ts'
import { viewThread } from '#app/domain/consultations/thread-view.server.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { Conflict, NotFound } from '#app/platform/errors.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, ask } from '../support.ts'

const world = useWorld()
let id: string

const post = (actor: Actor, body: string, lane: MessageLane = 'shared', quoting: object = {}) =>
  as(actor, () => postMessage(actor, id, { lane, body, fileIds: [], ...quoting }))
const quoteOf = async (actor: Actor, messageId: string) => {
  const view = await as(actor, async () => viewThread(actor, await getThread(actor, id)))
  return view.messages.find((each) => each.id === messageId)?.quote
}
const count = () => unscopedPrisma().message.count({ where: { consultationId: id } })

beforeAll(async () => {
  id = await ask(world.people.lin, world.accounts.lumen)
})

describe('a quote', () => {
  test('is the words of another message, with its author and where it stands', async () => {
    const { ingrid, lin } = world.people
    const quotedId = await post(ingrid, 'Tighten to **2.4 Nm**, then\n\n- wait an hour\n- tighten again')
    const messageId = await post(lin, 'Cold or warm?', 'shared', {
      quotedId,
      quotedText: '2.4 Nm, then wait an hour',
    })
    expect(await quoteOf(ingrid, messageId)).toEqual({
      ...{ id: quotedId, author: 'Ingrid Solberg', side: 'supplier', text: '2.4 Nm, then wait an hour' },
    })
  })

  test('stays as it was when its source is edited, and keeps the source of an accepted answer as it is', async () => {
    const { ingrid, dev, lin } = world.people
    const quotedId = await post(dev, 'The limit is 45 °C')
    const quoting = { quotedId, quotedText: 'The limit is 45 °C' }
    const edit = (body: string, edits: number) =>
      as(dev, () => editMessage(dev, { consultationId: id, messageId: quotedId }, { body, edits }))
    const messageId = await as(ingrid, () =>
      answerConsultation(ingrid, id, { body: 'As Dev says', fileIds: [], ...quoting }),
    )
    await edit('The limit is 45 °C at 1,000 m', 0)
    expect((await quoteOf(lin, messageId))?.text).toBe('The limit is 45 °C')
    await as(lin, () => acceptAnswer(lin, id, { messageId }))
    await expect(edit('The limit is 50 °C', 1)).rejects.toThrow(Conflict)
  })

  test('of a message further back leads to the page on which that stands', async () => {
    const { lin } = world.people
    const first = await post(lin, 'First of many')
    await post(lin, 'Second of many')
    const page = await as(lin, () => getThread(lin, id, { upTo: first }))
    expect(page.messages.at(-1)?.id).toBe(first)
  })

  test('without scripts is offered by the page of the composer, with the lanes that it may go into', async () => {
    const { ingrid, lin } = world.people
    const note = await post(ingrid, 'Margin is **thin**', 'internal')
    expect(await as(ingrid, () => openQuote(ingrid, id, note))).toMatchObject({
      lanes: ['internal'],
      quote: { text: 'Margin is thin', lane: 'internal' },
    })
    await expect(as(lin, () => openQuote(lin, id, note))).rejects.toThrow(NotFound)
    expect(await as(lin, () => openQuote(lin, id, 'nonsense'))).toEqual({
      lanes: ['shared', 'private'],
      quote: null,
    })
  })
})

describe('refused is', () => {
  beforeAll(async () => {
    id = await ask(world.people.lin, world.accounts.lumen)
  })

  test('a note in another lane: nothing is sent', async () => {
    const { ingrid, chen, dev } = world.people
    const note = await post(ingrid, 'Floor is 4,620', 'internal')
    const aside = await post(chen, 'Target is 4,650', 'private')
    const before = await count()
    const into = (actor: Actor, quotedId: string, quotedText: string, lane: MessageLane) =>
      post(actor, 'See above', lane, { quotedId, quotedText })
    await expect(into(dev, note, 'Floor is 4,620', 'shared')).rejects.toMatchObject({
      messageKey: 'talk:error.quoteLane',
    })
    await expect(into(chen, aside, 'Target is 4,650', 'shared')).rejects.toMatchObject({
      messageKey: 'talk:error.quoteLane',
    })
    const answer = { body: 'x', fileIds: [], quotedId: note, quotedText: 'Floor is 4,620' }
    await expect(as(dev, () => answerConsultation(dev, id, answer))).rejects.toMatchObject({
      messageKey: 'talk:error.quoteLane',
    })
    // The other side's note is not even known.
    await expect(into(dev, aside, 'Target is 4,650', 'internal')).rejects.toMatchObject({
      messageKey: 'talk:error.quoteUnknown',
    })
    expect(await count()).toBe(before)
    await into(dev, note, 'Floor is 4,620', 'internal')
  })

  test('words that were not said there, and a message of another thread', async () => {
    const { ingrid, lin, rui } = world.people
    const quotedId = await post(ingrid, 'We do not pay for this')
    await expect(
      post(lin, 'So', 'shared', { quotedId, quotedText: 'We pay for this' }),
    ).rejects.toMatchObject({ messageKey: 'talk:error.notSaid' })
    const aurora = await ask(rui, world.accounts.aurora)
    const { messages } = await as(rui, () => getThread(rui, aurora))
    const foreign = { quotedId: messages[0]?.id, quotedText: 'It trips with F07.' }
    await expect(post(lin, 'So', 'shared', foreign)).rejects.toMatchObject({
      messageKey: 'talk:error.quoteUnknown',
    })
  })

  test('a note in another lane past the scopes as well, and another’s message', async () => {
    const { ingrid, dev, lin } = world.people
    const note = await post(ingrid, 'Thin', 'internal')
    const [mine, theirs] = [await post(ingrid, 'Open'), await post(dev, 'Open too')]
    const insert = (messageId: string, quotedId: string) =>
      as(ingrid, () =>
        prisma.messageQuote.create({
          data: {
            ...{ messageId, quotedId, consultationId: id, accountId: world.accounts.lumen },
            ...{ lane: 'shared', text: 'Thin' },
          },
        }),
      )
    await expect(insert(mine, note)).rejects.toThrow(/row-level security/)
    await expect(insert(theirs, mine)).rejects.toThrow(/row-level security/)
    await insert(mine, theirs)
    const quoted = await post(ingrid, 'Thin indeed', 'internal', { quotedId: note, quotedText: 'Thin' })
    expect(await as(lin, () => prisma.messageQuote.findMany({ where: { messageId: quoted } }))).toEqual([])
  })
})

test('the text of HTML has its blocks on lines, without marks and formulas', () => {
  const html =
    '<p>A <strong>b</strong>&lt;c</p><ul><li>d</li></ul><table><tr><td>1</td><td>2</td></tr></table>'
  expect(plainText(html)).toBe('A b<c\nd\n1 2')
  expect(wordsIn('  Ａ–B, c! ')).toBe('abc')
})
