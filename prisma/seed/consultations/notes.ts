import { beginNote } from '#app/domain/consultations/notes/commands/begin.server.ts'
import { getNoteChoice } from '#app/domain/consultations/notes/queries/choice.server.ts'
import { decideMark } from '#app/domain/documents/redaction/commands/decide.server.ts'
import type { DecideInput } from '#app/domain/documents/redaction/forms.ts'
import { getRedaction } from '#app/domain/documents/redaction/queries/page.server.ts'
import { as } from '../stage.ts'
import { addressOf, type Scene } from '../timeline.ts'
import { idOf } from './linking.ts'

type Outcome = { outcome: 'replace' | 'keep'; words: string }

/** Decides the first mark that is open, as its page would. */
async function decideFirst(documentId: string, outcome: Outcome): Promise<void> {
  await as(addressOf('ingrid'), async (actor) => {
    const { open, seenAt } = await getRedaction(actor, documentId)
    const [mark] = open
    if (!mark) throw new Error('no mark is open')
    const { field, from, folded } = mark
    const input: DecideInput = { field, from, folded, seenAt, all: false, ...outcome }
    await decideMark(actor, documentId, input)
  })
}

/** What Lin was answered about the height of the site is to be a note: two marks are decided, the others wait. */
export const noteScene: Scene = {
  when: [56, 9],
  tell: async () => {
    const { id } = await as(addressOf('ingrid'), async (actor) => {
      const choice = await getNoteChoice(actor, await idOf('海拔 1900 m'))
      return beginNote(actor, choice.consultation.id, {
        title: 'Available current at 1,900 m for Lumen (type test, order 4500017731)',
        kind: 'application_note',
        aboutProduct: true,
        messageIds: choice.messages.map((message) => message.id),
      })
    })
    await decideFirst(id, { outcome: 'replace', words: 'a maker of dryers' })
    await decideFirst(id, { outcome: 'keep', words: 'It is the order of our own type test.' })
  },
}
