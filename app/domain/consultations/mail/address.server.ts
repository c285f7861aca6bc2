import { createHash } from 'node:crypto'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { type Database, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { bouncedMail, sealOf } from '#app/platform/mail-in/bounce-address.server.ts'
import type { MessageLane } from '../consultation.ts'
import { goesOnIn } from '../linking/queries/merge.server.ts'
import { addressedFunctions } from './mail.ts'

/** What one of our addresses stands for. */
export type Destination =
  | {
      kind: 'reply'
      consultationId: string
      membershipId: string
      lane: MessageLane
      answer: MailedAnswer | null
    }
  | { kind: 'question'; supplierId: string; function: MemberFunction | null }
  | { kind: 'bounce'; mailId: string }

/** The answer that a mail brought to somebody who may accept it, as it stood there: its wording and its record. */
export interface MailedAnswer {
  messageId: string
  edits: number
  decisionId: string | null
}

interface Place {
  consultationId: string
  membershipId: string
  lane: MessageLane
  /** In mails that can be answered with a word of acceptance. */
  answer?: MailedAnswer | null
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** 130 bits. */
const tokenLength = 26

/**
 * The address to which a member answers, the same for one consultation, member, lane and answer for ever. It says in its first
 * word where an answer goes. The database keeps a hash of its token. Null while no mail comes in.
 */
export async function unscopedReplyAddress(db: Database, place: Place): Promise<string | null> {
  const { inbound } = environment()
  if (!inbound) return null
  const { consultationId, membershipId, lane, answer } = place
  const about = answer ? ` ${answer.messageId} ${answer.edits} ${answer.decisionId ?? ''}` : ''
  const token = sealOf('reply', `${consultationId} ${membershipId} ${lane}${about}`, tokenLength)
  const stands = { consultationId, membershipId, lane, ...(answer && columnsOf(answer)) }
  await db.replyAddress.createMany({ data: [{ tokenHash: hashOf(token), ...stands }], skipDuplicates: true })
  return `${lane === 'shared' ? 'reply' : 'note'}+${token}@${inbound.domain}`
}

const columnsOf = ({ messageId, edits, decisionId }: MailedAnswer) => ({
  ...{ answerId: messageId, answerEdits: edits, decisionId },
})

/** What an address stands for; null for one that is not ours or that nobody has. Letters may be of either case. */
export async function unscopedDestination(address: string): Promise<Destination | null> {
  const [local = '', domain, ...rest] = address.trim().toLowerCase().split('@')
  if (rest.length > 0 || domain !== environment().inbound?.domain || local.length > 100) return null
  const [name = '', detail = ''] = local.split('+', 2)
  if (name === 'reply' || name === 'note') return replyOf(detail)
  if (name === 'bounce') return bounceOf(detail)
  return questionOf(name, detail)
}

async function replyOf(token: string): Promise<Destination | null> {
  if (!/^[a-z2-7]{26}$/.test(token)) return null
  const found = await unscopedPrisma().replyAddress.findUnique({ where: { tokenHash: hashOf(token) } })
  if (!found) return null
  const { membershipId, lane, answerId, answerEdits, decisionId } = found
  const answer = answerId ? { messageId: answerId, edits: answerEdits, decisionId } : null
  // What was merged goes on in another one: an answer to it lands there, in the same lane.
  const consultationId = await goesOnIn(found.consultationId, unscopedPrisma())
  return { kind: 'reply', consultationId, membershipId, lane, answer }
}

function bounceOf(detail: string): Destination | null {
  const mailId = bouncedMail(detail)
  return mailId ? { kind: 'bounce', mailId } : null
}

async function questionOf(name: string, detail: string): Promise<Destination | null> {
  const found = await unscopedPrisma().questionAddress.findUnique({ where: { name } })
  if (!found) return null
  const wanted = Object.hasOwn(addressedFunctions, detail) ? addressedFunctions[detail] : null
  return { kind: 'question', supplierId: found.organizationId, function: wanted ?? null }
}
