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
  | { kind: 'reply'; consultationId: string; membershipId: string; lane: MessageLane }
  | { kind: 'question'; supplierId: string; function: MemberFunction | null }
  | { kind: 'bounce'; mailId: string }

interface Place {
  consultationId: string
  membershipId: string
  lane: MessageLane
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')

/** 130 bits. */
const tokenLength = 26

/**
 * The address to which a member answers, the same for one consultation, member and lane for ever. It says in its first word
 * where an answer goes. The database keeps a hash of its token. Null while no mail comes in.
 */
export async function unscopedReplyAddress(db: Database, place: Place): Promise<string | null> {
  const { inbound } = environment()
  if (!inbound) return null
  const { consultationId, membershipId, lane } = place
  const token = sealOf('reply', `${consultationId} ${membershipId} ${lane}`, tokenLength)
  await db.replyAddress.createMany({ data: [{ tokenHash: hashOf(token), ...place }], skipDuplicates: true })
  return `${lane === 'shared' ? 'reply' : 'note'}+${token}@${inbound.domain}`
}

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
  const { membershipId, lane } = found
  // What was merged goes on in another one: an answer to it lands there, in the same lane.
  const consultationId = await goesOnIn(found.consultationId, unscopedPrisma())
  return { kind: 'reply', consultationId, membershipId, lane }
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
