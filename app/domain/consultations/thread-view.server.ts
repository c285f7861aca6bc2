import type { Actor } from '#app/domain/access/actor.ts'
import { shownCitation } from '#app/domain/documents/citations/queries/shown.server.ts'
import { hasFormulas, renderMarkdown } from '#app/platform/markdown.server.ts'
import { storedRows } from './asking/templates.ts'
import { progressOf } from './checklists/checklist.ts'
import { nextDue } from './clocks/due.ts'
import { consultationNumber } from './consultation.ts'
import { decisionOf } from './decisions/queries/decision.server.ts'
import { notePolicy } from './notes/policy.ts'
import { shownOffer } from './offers/queries/thread.server.ts'
import { consultationAbilities } from './policy.ts'
import type { KnownConsultation } from './queries/consultation.server.ts'
import { listHistory } from './queries/history.server.ts'
import { findMessage, type Thread, type ThreadMessage } from './queries/thread.server.ts'
import { markMentions } from './talk/mark-mentions.server.ts'
import { reactionsOf } from './talk/shown-reactions.ts'
import { type Unfolding, unfoldThread } from './talk/unfold/unfolding.server.ts'
import { workPolicy } from './work/policy.ts'
import { workView } from './work/queries/thread.server.ts'
import { keptStatuses } from './work/work.ts'

type Person = Thread['askedBy']

interface About {
  unfolding: Unfolding
  /** Of what was merged into the thread, by id. */
  numbers: Map<string, string>
}

async function messageView(actor: Actor, message: ThreadMessage, { unfolding, numbers }: About) {
  const { body, files, citations, mentions, reactions, quote, ...rest } = message
  const { consultationId } = rest
  return {
    ...rest,
    html: markMentions(
      unfolding.link(await renderMarkdown(body)),
      mentions.map(({ member }) => member),
      actor,
    ),
    citations: citations.map(shownCitation),
    named: unfolding.namedIn(
      body,
      citations.map(({ citedDocument }) => citedDocument.id),
    ),
    reactions: reactionsOf(reactions, actor),
    quote: quote && quoteView(quote),
    files: files.map(({ file }) => ({ ...file, size: Number(file.size) })),
    isMine: message.author.id === actor.membershipId,
    consultationId,
    /** The number of the consultation that was merged into this one with it. */
    from: numbers.get(consultationId) ?? null,
  }
}
const quoteView = ({ quotedId, text, quoted }: NonNullable<ThreadMessage['quote']>) => ({
  ...{ id: quotedId, text, author: quoted.author.name, side: quoted.author.side },
})

export type MessageView = Awaited<ReturnType<typeof messageView>>

const numbered = <T extends { number: number }>(found: T | null) =>
  found && { ...found, number: consultationNumber(found.number) }

/** The question itself stands first among the thread's own messages. */
const ownFirst = ({ id, messages }: Thread) =>
  messages.find(({ consultationId }) => consultationId === id)?.id ?? null

/** What goes on in it, and the numbers by which its messages are marked. */
function mergedOf(thread: Thread) {
  const mergedHere = thread.mergedHere.map(({ consultation: { id, number } }) => ({
    ...{ id, number: consultationNumber(number) },
  }))
  return { mergedHere, numbers: new Map(mergedHere.map(({ id, number }) => [id, number])) }
}

/** What it has to do with others, and how far its checklists are. */
const besideOf = (thread: Thread) => ({
  mergedInto: numbered(thread.merges[0]?.into ?? null),
  checklists: thread.checklists.map(({ items, ...list }) => ({ ...list, ...progressOf(items) })),
  parts: { in: thread.parts.filter(({ contributedAt }) => contributedAt).length, of: thread.parts.length },
  offers: thread.noteOffers.map(shownOffer),
  related: thread.related.map(({ other }) => ({ ...other, number: consultationNumber(other.number) })),
})

/** Guests are of neither side. */
const membersWriting = ({ messages }: Thread) =>
  messages.map(({ author }) => author).filter(({ guestSeat }) => !guestSeat)

/** Asker, assignee and all who wrote what is shown, each once. */
function peopleOf(thread: Thread): Person[] {
  const everybody = [thread.askedBy, thread.assignee, ...membersWriting(thread)]
  const known = new Map(everybody.filter((person) => person !== null).map((person) => [person.id, person]))
  return [...known.values()].sort((a, b) => b.side.localeCompare(a.side))
}

/** The accepted answer or the proposed one, also when it is further back than the page reaches. */
async function answerOf(actor: Actor, thread: Thread): Promise<ThreadMessage | null> {
  const id = thread.acceptedMessageId ?? thread.answerMessageId
  if (!id) return null
  return thread.messages.find((each) => each.id === id) ?? findMessage(actor, thread.id, id)
}

/** A thread as its page shows it: Markdown rendered, and what the actor can do. */
export async function viewThread(actor: Actor, thread: Thread) {
  const answered = await answerOf(actor, thread)
  const { mergedHere, numbers } = mergedOf(thread)
  const isFurtherBack = answered !== null && !thread.messages.includes(answered)
  const shown = isFurtherBack ? [...thread.messages, answered] : thread.messages
  const [history, unfolding] = await Promise.all([
    listHistory(actor, thread.id),
    unfoldThread(actor, shown, thread),
  ])
  const views = await Promise.all(shown.map((message) => messageView(actor, message, { unfolding, numbers })))
  const answer = views.find(({ id }) => id === answered?.id) ?? null
  const messages = views.slice(0, thread.messages.length)
  const { account, askedBy, assignee, product, sheet, writtenDownBy, orderNumber } = thread
  return {
    ...{ id: thread.id, subject: thread.subject, language: thread.language },
    ...{ status: thread.status, urgency: thread.urgency, function: thread.function },
    number: consultationNumber(thread.number),
    due: nextDue(thread.clocks),
    createdAt: thread.createdAt,
    supplier: account.supplier,
    customer: account.customer,
    ...{ side: actor.side, askedBy, assignee, product, messages, answer, history },
    ...{ document: unfolding.document, writtenDownBy, orderNumber },
    /** The question itself, where it is among those that are shown. */
    firstMessageId: thread.hasEarlier ? null : ownFirst(thread),
    sheet: sheet && { name: sheet.name, rows: storedRows.parse(sheet.rows) },
    ...decisionOf(thread, thread.acceptedMessageId ?? thread.answerMessageId),
    hasFormulas: messages.some((message) => hasFormulas(message.html)),
    people: peopleOf(thread),
    ...besideOf(thread),
    mergedHere,
    answerMessageId: thread.answerMessageId,
    isAccepted: thread.acceptedMessageId !== null,
    earlier: thread.hasEarlier ? (thread.messages[0]?.id ?? null) : null,
    guests: thread.guests,
    me: { id: actor.membershipId, name: actor.name },
    work: workView(actor, thread),
    abilities: abilitiesIn(actor, thread),
  }
}
const abilitiesIn = (actor: Actor, thread: Thread) => ({
  ...consultationAbilities(actor, thread),
  note: notePolicy.begin(actor, thread),
  promise: workPolicy.promise(actor, thread) && !keptStatuses.some((each) => each === thread.status),
})
export type ThreadView = Awaited<ReturnType<typeof viewThread>>

/** The answer that waits to be accepted, as the page of accepting shows it. */
export async function viewAnswer(actor: Actor, consultation: KnownConsultation) {
  const { status, answerMessageId, id } = consultation
  const answer =
    status === 'answered' && answerMessageId ? await findMessage(actor, id, answerMessageId) : null
  if (!answer) return null
  const { language, edits, body } = answer
  return { id: answer.id, language, edits, html: await renderMarkdown(body) }
}
