import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { listConsultations } from '#app/domain/consultations/queries/list.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { editMessage } from '#app/domain/consultations/talk/commands/edit-message.server.ts'
import { react } from '#app/domain/consultations/talk/commands/react.server.ts'
import type { ReactionKind } from '#app/domain/consultations/talk/reaction.ts'
import { as } from '../stage.ts'
import { addressOf, type Moment, type Person } from '../timeline.ts'
import type { Turn } from './thread.ts'

/** Words an own message anew: the last one that says `from`. */
export function edits(by: Person, on: Moment, from: string, to: string): Turn {
  const tell = (threadId: string) =>
    as(addressOf(by), async (actor) => {
      const { messages } = await getThread(actor, threadId)
      const message = messages.findLast((each) => each.body.includes(from))
      if (!message) throw new Error(`nobody said ${from}`)
      const edit = { body: message.body.replace(from, to), edits: message.edits }
      await editMessage(actor, { consultationId: threadId, messageId: message.id }, edit)
    })
  return { on, tell }
}

/** Gives a reaction to the last message that says so. */
export function reacts(by: Person, on: Moment, kind: ReactionKind, said: string): Turn {
  const tell = (threadId: string) =>
    as(addressOf(by), async (actor) => {
      const { messages } = await getThread(actor, threadId)
      const message = messages.findLast((each) => each.body.includes(said))
      if (!message) throw new Error(`nobody said ${said}`)
      await react(actor, { consultationId: threadId, messageId: message.id }, { kind, isOn: true })
    })
  return { on, tell }
}

/** Writes with words of an earlier message above it, in the lane of that message. */
export function quotes(by: Person, on: Moment, said: string, body: string): Turn {
  const tell = (threadId: string) =>
    as(addressOf(by), async (actor) => {
      const { messages } = await getThread(actor, threadId)
      const quoted = messages.findLast((each) => each.body.includes(said))
      if (!quoted) throw new Error(`nobody said ${said}`)
      const quoting = { quotedId: quoted.id, quotedText: said }
      await postMessage(actor, threadId, { lane: quoted.lane, body, fileIds: [], ...quoting })
    })
  return { on, tell }
}

/** Writes to both sides and names another consultation of the account by its number, found by a part of its subject. */
export function pointsTo(by: Person, on: Moment, subject: string, say: (number: string) => string): Turn {
  const tell = (threadId: string) =>
    as(addressOf(by), async (actor) => {
      const [other] = (await listConsultations(actor, { q: subject })).items
      if (!other) throw new Error(`nobody asked ${subject}`)
      await postMessage(actor, threadId, { lane: 'shared', body: say(other.number), fileIds: [] })
    })
  return { on, tell }
}
