import { type MemberFunction, memberFunctions } from '#app/domain/access/actor.ts'
import { type ConsultationStatus, consultationNumber } from '#app/domain/consultations/consultation.ts'
import { languages } from '#app/i18n/languages.ts'
import type { Draw, Note } from './documents.ts'
import { releasedOf } from './documents.ts'
import { instant, type Row } from './insert.ts'
import { answerIn, inventMessages, type Post } from './messages.ts'
import type { Account, Member } from './people.ts'
import { period } from './plan.ts'
import { type Random, zipf } from './random.ts'
import { Writer } from './texts.ts'

export interface Question {
  id: string
  number: number
  subject: string
  account: Account
  asker: Member
  assignee: Member | null
  function: MemberFunction
  status: ConsultationStatus
  productNumber: string
  at: number
  posts: Post[]
}

/** Threads of exactly this many messages, all of them for both sides, are what is measured. */
export const measuredLength = 20

export function inventConsultations(
  draw: Draw,
  notes: Note[],
): { questions: Question[]; rows: [string, Row[]][] } {
  const { random, people, size } = draw
  const account = zipf(random, people.accounts.length, 6)
  const writers = new Map(languages.map((language) => [language, new Writer(random, language)]))
  const released = notes.filter((note) => releasedOf(note))
  const begins = Array.from(
    { length: size.consultations },
    () => period.from + random.fraction() ** 0.7 * (period.to - period.from),
  )
  const lengths = threadLengths(draw)
  const rows: Row[] = []
  const messages: Row[] = []
  const views: Row[] = []
  const questions = begins
    .sort((a, b) => a - b)
    .map((at, place): Question => {
      const where = people.accounts[account()] ?? (people.accounts[0] as Account)
      const question = questionOf(draw, writers, { account: where, at, number: place + 1 })
      const writer = writers.get(where.language)
      const supplierWriter = writers.get('en')
      if (writer && supplierWriter)
        inventMessages(draw, question, { length: lengths[place] ?? 4, writer, supplierWriter })
      rows.push(
        consultationRow(draw, question, {
          productId: draw.catalogue.products.find((p) => p.number === question.productNumber)?.id ?? null,
          documentId: random.chance(0.3) ? (random.pick(released).id ?? null) : null,
        }),
      )
      messages.push(...question.posts.map((post) => messageRow(question, post)))
      views.push(...viewRows(random, question))
      return question
    })
  // As in life, the messages of all threads lie among each other.
  messages.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
  return {
    questions,
    rows: [
      ['consultation', rows],
      ['message', messages],
      ['consultation_view', views],
    ],
  }
}

/** A good many of twenty, some long ones, the rest short; so many together as there shall be. */
function threadLengths({ random, size }: Draw): number[] {
  const lengths = Array.from({ length: size.consultations }, () => {
    if (random.chance(0.1)) return measuredLength
    return random.chance(0.01) ? random.whole(60, 120) : random.whole(2, 14)
  })
  for (let missing = size.messages - lengths.reduce((sum, each) => sum + each, 0); missing !== 0; ) {
    const at = random.whole(0, lengths.length - 1)
    const length = lengths[at] ?? 0
    const step = Math.sign(missing)
    if (length === measuredLength || length + step === measuredLength || length + step < 2) continue
    lengths[at] = length + step
    missing -= step
  }
  return lengths
}

function questionOf(
  { random, people, catalogue }: Draw,
  writers: Map<string, Writer>,
  { account, at, number }: { account: Account; at: number; number: number },
): Question {
  const asked = random.pick(memberFunctions)
  // One in eight is asked by the first engineer of the customer.
  const asker = random.chance(0.125) ? account.members[0] : random.pick(account.members)
  const status = statusOf(random, at)
  const candidates = account.isRestricted
    ? account.team
    : people.suppliers.filter(({ functions }) => functions.includes(asked))
  const assignee =
    status === 'new'
      ? null
      : random.chance(0.04) && !account.isRestricted
        ? people.suppliers[0]
        : random.pick(candidates)
  const product = random.pick(catalogue.products)
  return {
    ...{
      id: random.id(at),
      number,
      account,
      asker: asker as Member,
      assignee: assignee ?? null,
      status,
      at,
      posts: [],
    },
    ...{
      subject: writers.get(account.language)?.title() ?? '',
      function: asked,
      productNumber: product.number,
    },
  }
}

/** What is old is mostly done. */
function statusOf(random: Random, at: number): ConsultationStatus {
  const isRecent = at > period.to - 60 * period.day
  if (!isRecent && random.chance(0.93)) return 'accepted'
  return random.pick(['new', 'assigned', 'assigned', 'answered', 'answered', 'reopened'] as const)
}

function consultationRow(
  { people }: Draw,
  question: Question,
  { productId, documentId }: { productId: string | null; documentId: string | null },
): Row {
  const { status, posts } = question
  const answer = status === 'answered' || status === 'accepted' ? answerIn(question) : undefined
  return {
    ...{
      id: question.id,
      account_id: question.account.id,
      organization_id: people.supplierId,
      number: question.number,
    },
    ...{
      subject: question.subject,
      function: question.function,
      language: question.account.language,
      status,
    },
    ...{
      product_id: productId,
      document_id: documentId,
      asked_by_id: question.asker.id,
      assignee_id: question.assignee?.id ?? null,
    },
    answer_message_id: answer?.id ?? null,
    accepted_message_id: status === 'accepted' ? (answer?.id ?? null) : null,
    created_at: instant(question.at),
    last_activity_at: instant(posts.findLast(({ lane }) => lane === 'shared')?.at ?? question.at),
  }
}

function messageRow(question: Question, { id, author, lane, body, language, at }: Post): Row {
  return {
    id,
    consultation_id: question.id,
    account_id: question.account.id,
    author_id: author.id,
    lane,
    body,
    language,
    created_at: instant(at),
  }
}

function viewRows(random: Random, { id, account, asker, assignee, posts }: Question): Row[] {
  const seen = instant(posts.at(-1)?.at ?? 0)
  return [asker, assignee]
    .filter((member) => member !== null)
    .filter(() => random.chance(0.8))
    .map((member) => ({
      consultation_id: id,
      membership_id: member.id,
      account_id: account.id,
      seen_at: seen,
    }))
}

export const shownNumber = (question: Question) => consultationNumber(question.number)
