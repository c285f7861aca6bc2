import type { TFunction } from 'i18next'
import type { Actor } from '#app/domain/access/actor.ts'
import { unscopedFindActor } from '#app/domain/access/find-actor.server.ts'
import type { Letter, Reader, Waiting } from '#app/domain/notifications/letters.ts'
import { sentenceOf, timeOf } from '#app/domain/notifications/told.server.ts'
import { i18nFor } from '#app/i18n/i18n.server.ts'
import { paths } from '#app/paths.ts'
import { prisma, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { consultationNumber, type MessageLane, noteLanes, readLane } from '../consultation.ts'
import { standingOf, stands } from '../participants/standing.ts'
import { visibleConsultations, visibleMessages } from '../scope.server.ts'
import { findAcceptable } from './acceptable.server.ts'
import { unscopedReplyAddress } from './address.server.ts'

const entriesInLetter = 20

const lanes: Record<string, MessageLane> = {
  'consultation.internalNotePosted': 'internal',
  'consultation.privateNotePosted': 'private',
}
/** What is not about a message of one kind says itself in which lane that stands, or is for one side alone. */
const laneOf = ({ type, payload, side }: Waiting): MessageLane =>
  lanes[type] ?? (payload.lane === undefined && side ? noteLanes[side] : readLane(payload.lane))
/** Those that brought a new message, or the record of an answer; others name one that was told before. */
const withText = [
  ...['asked', 'writtenDown', 'messagePosted', 'internalNotePosted', 'privateNotePosted'],
  ...['answered', 'reopened', 'closed', 'messageEdited', 'decisionRecorded'],
]
const hasText = ({ type }: Waiting): boolean => withText.includes(type.replace('consultation.', ''))

/**
 * A letter for each consultation, and in it for each lane: what one side keeps to itself is in no mail whose answer both
 * sides read. Runs as the reader; what the reader cannot see any more is in none.
 */
export async function consultationLetters(reader: Reader, waiting: Waiting[]): Promise<Letter[]> {
  const actor = await unscopedFindActor(reader.membershipId)
  if (!actor) return []
  const ids = [...new Set(waiting.map(({ subjectId }) => subjectId))]
  const [consultations, messages] = await Promise.all([
    findConsultations(actor, ids),
    findMessages(actor, waiting),
  ])
  const letters: Letter[] = []
  for (const consultation of consultations) {
    const about = waiting.filter(({ subjectId }) => subjectId === consultation.id)
    for (const lane of new Set(about.map(laneOf))) {
      const inLane = about.filter((each) => laneOf(each) === lane)
      letters.push(await letter(reader, { actor, consultation, lane, waiting: inLane, messages }))
    }
  }
  return letters
}

function findConsultations(actor: Actor, ids: string[]) {
  const name = { select: { name: true } }
  const { account, participants } = standingOf(actor)
  return prisma.consultation.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: { in: ids } }, visibleConsultations(actor)] },
    select: {
      ...{ id: true, number: true, subject: true, details: true, orderNumber: true },
      account: { select: { ...account, closedAt: true, supplier: name, customer: name } },
      participants,
    },
    orderBy: { id: 'asc' },
  })
}

const messageOf = ({ payload }: Waiting): string => String(payload.messageId ?? '')

type Found = Awaited<ReturnType<typeof findMessages>> extends Map<string, infer Each> ? Each : never

async function findMessages(actor: Actor, waiting: Waiting[]) {
  const ids = waiting.filter(hasText).map(messageOf)
  const found = await prisma.message.findMany({
    relationLoadStrategy: 'join',
    where: { AND: [{ id: { in: ids.filter(Boolean) } }, visibleMessages(actor)] },
    select: {
      ...{ id: true, body: true, edits: true, consultationId: true },
      quote: { select: { text: true, quoted: { select: { author: { select: { name: true } } } } } },
      files: { orderBy: { position: 'asc' }, select: { file: { select: { id: true, name: true } } } },
    },
  })
  return new Map(found.map((message) => [message.id, message]))
}

/** With what it quotes above it, as mail programs show that. */
function textOf({ body, quote }: Pick<Found, 'body' | 'quote'>): string {
  if (!quote) return body
  const lines = [`${quote.quoted.author.name}:`, ...quote.text.split('\n')]
  return `${lines.map((line) => `> ${line}`).join('\n')}\n\n${body}`
}

interface Content {
  actor: Actor
  consultation: Awaited<ReturnType<typeof findConsultations>>[number]
  lane: MessageLane
  waiting: Waiting[]
  messages: Awaited<ReturnType<typeof findMessages>>
}

async function letter(reader: Reader, content: Content): Promise<Letter> {
  const { actor, consultation, lane, waiting } = content
  const { id, account } = consultation
  const number = consultationNumber(consultation.number)
  const shown = waiting.slice(0, entriesInLetter)
  const acceptable = lane === 'shared' ? await acceptableIn(reader, { ...content, waiting: shown }) : null
  const answer = acceptable?.answer ?? null
  const place = { consultationId: id, membershipId: actor.membershipId, lane, answer }
  // Who only reads has no address: an answer would be refused.
  const mayWrite = account.closedAt === null && stands(actor, consultation, 'write')
  const replyTo = (mayWrite && (await unscopedReplyAddress(unscopedPrisma(), place))) || ''
  const sides = { supplier: account.supplier.name, customer: account.customer.name }
  const nameOf = i18nFor(reader.language).getFixedT(null, 'letters')
  const url = environment().publicUrl + paths.consultation(id)
  const props = {
    ...{ number, subject: consultation.subject, url, lane, ...sides },
    ...{ canReply: replyTo !== '', entries: entriesOf(reader, { ...content, waiting: shown }) },
    ...{ more: Math.max(0, waiting.length - entriesInLetter), rateUrl: acceptable?.rateUrl ?? '' },
    accept: answer && acceptable ? { url: acceptable.acceptUrl, facts: acceptable.facts } : null,
  }
  return {
    ids: waiting.map((each) => each.id),
    mail: { template: 'consultation', props },
    replyTo,
    replyToName: nameOf(`replyName.${lane}`, { number, ...sides }),
    thread: `c.${id}.${reader.membershipId}`,
  }
}

function acceptableIn({ language }: Reader, { actor, consultation, waiting, messages }: Content) {
  const stands = waiting.filter(hasText).map((each) => messages.get(messageOf(each)))
  return findAcceptable(actor, {
    ...{ consultationId: consultation.id, language, waiting },
    messages: stands.filter((message) => message !== undefined),
  })
}

function entriesOf(reader: Reader, { consultation, waiting, messages }: Content) {
  const { publicUrl } = environment()
  const t = i18nFor(reader.language).getFixedT(null, 'consultations')
  return waiting.map((each) => {
    const message = hasText(each) ? messages.get(messageOf(each)) : undefined
    const files = message?.files.map(({ file }) => ({
      name: file.name,
      url: publicUrl + paths.consultationFile(consultation.id, file.id),
    }))
    const [sentence, at] = [sentenceOf(each, reader), timeOf(each, reader)]
    const beside = /\.(asked|writtenDown)$/.test(each.type) ? besideText(consultation, t) : ''
    return { sentence, at, text: `${beside}${message ? textOf(message) : ''}`, files: files ?? [] }
  })
}

/** The order and what was filled in, before the text of the question. */
function besideText(
  { orderNumber, details }: Content['consultation'],
  t: TFunction<'consultations'>,
): string {
  const order = orderNumber && `${t('thread.orderNumber')}: ${orderNumber}`
  return [order, details].filter(Boolean).join('\n').replace(/(.)$/, '$1\n\n')
}
