import { laneSides, languageOfText, type MessageLane } from '#app/domain/consultations/consultation.ts'
import type { Language } from '#app/i18n/languages.ts'
import { measuredLength, type Question, shownNumber } from './consultations.ts'
import type { Draw } from './documents.ts'
import type { Member } from './people.ts'
import type { Writer } from './texts.ts'

export interface Post {
  id: string
  author: Member
  lane: MessageLane
  body: string
  language: Language
  at: number
}

interface Wanted {
  length: number
  /** In the customer's language, and in the supplier's. */
  writer: Writer
  supplierWriter: Writer
}

const hour = 3_600_000

/** The messages of a thread, with the events of its life. */
export function inventMessages(
  draw: Draw,
  question: Question,
  { length, writer, supplierWriter }: Wanted,
): void {
  const { random } = draw
  let at = question.at
  for (let place = 0; place < length; place += 1) {
    const author = authorAt(draw, question, place)
    const body = (author.side === 'supplier' ? supplierWriter : writer).message(question.productNumber)
    const hasNotes = length !== measuredLength && place > 0 && random.chance(0.1)
    const note: MessageLane = author.side === 'supplier' ? 'internal' : 'private'
    const language = languageOfText(body, author.language)
    question.posts.push({ id: random.id(at), author, lane: hasNotes ? note : 'shared', body, language, at })
    at += random.whole(1, 30) * hour
  }
  const isAnswered = question.status === 'answered' || question.status === 'accepted'
  if (isAnswered && !answerIn(question)) question.status = 'assigned'
  tell(draw, question)
}

/** The newest word of the supplier that both sides read. */
export function answerIn({ posts }: Question): Post | undefined {
  return posts.findLast(({ author, lane }) => author.side === 'supplier' && lane === 'shared')
}

/** Both sides in turn, mostly those who have the matter, now and then a colleague. */
function authorAt({ random }: Draw, { asker, assignee, account }: Question, place: number): Member {
  if (place === 0) return asker
  const supplier = assignee ?? account.team[0] ?? asker
  if (place % 2 === 1) return random.chance(0.85) ? supplier : random.pick(account.team)
  return random.chance(0.85) ? asker : random.pick(account.members)
}

function tell({ people, chronicle }: Draw, question: Question): void {
  const { account, asker, assignee, status, posts } = question
  const named = { number: shownNumber(question), subject: question.subject }
  const common = { organizationId: people.supplierId, accountId: account.id, subjectId: question.id }
  const answer = answerIn(question)
  const last = posts.at(-1)
  const told = (actor: Member) =>
    [asker, assignee].flatMap((each) => (each && each !== actor ? [each.id] : []))
  for (const [place, { id, author, lane, at }] of posts.entries()) {
    const event = {
      ...common,
      at,
      actor: author,
      side: laneSides[lane],
      told: lane === 'shared' ? told(author) : [],
    }
    if (place === 0) {
      const assigned = { assigneeId: assignee?.id ?? null, assigneeName: assignee?.name ?? '' }
      const payload = { ...named, function: question.function, messageId: id, ...assigned }
      chronicle.add({ ...event, type: 'consultation.asked', payload })
    } else
      chronicle.add({ ...event, type: typeOf(lane, id === answer?.id), payload: { ...named, messageId: id } })
  }
  if (status === 'accepted' && answer && last) {
    const payload = { ...named, messageId: answer.id }
    chronicle.add({
      ...common,
      at: last.at + hour,
      type: 'consultation.accepted',
      actor: asker,
      payload,
      told: told(asker),
    })
  }
}

function typeOf(lane: MessageLane, isAnswer: boolean): string {
  if (isAnswer) return 'consultation.answered'
  if (lane === 'internal') return 'consultation.internalNotePosted'
  return lane === 'private' ? 'consultation.privateNotePosted' : 'consultation.messagePosted'
}
