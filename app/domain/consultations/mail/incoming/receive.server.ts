import { buffer } from 'node:stream/consumers'
import { z } from 'zod'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { TooMany } from '#app/platform/errors.ts'
import { isAuthentic } from '#app/platform/mail-in/authenticity.server.ts'
import { type RateLimit, rateLimit } from '#app/platform/rate-limit.server.ts'
import { readStored } from '#app/platform/storage.server.ts'
import { type Destination, unscopedDestination } from '../address.server.ts'
import { type ReadMail, readMail } from '../reading/read-mail.server.ts'
import { unscopedNoteBounce } from './bounces.server.ts'
import { AlreadyTaken } from './claim.server.ts'
import { namedIn, unscopedSettle } from './settle.server.ts'
import { type Refused, type Speaker, unscopedAskingSpeaker, unscopedReplySpeaker } from './speaker.server.ts'
import { takeMail } from './take.server.ts'

const Payload = z.object({ receivedMailId: z.uuid() })

/** Far above what a person writes in an hour: two programs that answer each other stop here. */
const mailsAnHour = 300
const mailLimit = rateLimit('receivedMail', mailsAnHour, 3600)
/** So often somebody is told in an hour that a mail waits; the list shows all of them. */
const bellLimit = rateLimit('heldMail', 10, 3600)

type Row = NonNullable<Awaited<ReturnType<typeof findReceived>>>

const findReceived = (id: string) =>
  unscopedPrisma().receivedMail.findFirst({ where: { id, status: 'received' } })

/**
 * The job of a mail that came in: reads it, finds in whose name it speaks, whether it really comes from there, and posts it
 * as that person would in the portal. It can run any number of times: a mail that is settled stays as it is.
 */
export async function receiveMail(payload: unknown): Promise<void> {
  const { receivedMailId } = Payload.parse(payload)
  const row = await findReceived(receivedMailId)
  if (!row) return
  const raw = await buffer(await readStored(row.rawKey))
  const mail = await readMail(raw, row.envelopeFrom)
  const destination = await unscopedDestination(row.recipient)
  if ('unreadable' in mail) {
    if (destination && destination.kind !== 'bounce') await nameUnread(row, destination)
    return unscopedSettle(row.id, { status: 'refused', reason: mail.unreadable, isProven: false })
  }
  const { messageId, from: fromAddress, subject } = mail
  await unscopedPrisma().receivedMail.update({
    where: { id: row.id },
    data: { messageId, fromAddress, subject },
  })
  if (destination?.kind === 'bounce' || mail.nature.kind === 'bounce') {
    await unscopedNoteBounce(mail, destination)
    // Out-of-office notes answer to the sender that servers were told as well.
    const reason = mail.nature.kind === 'bounce' ? 'bounce' : 'autoReply'
    return unscopedSettle(row.id, { status: 'ignored', reason })
  }
  if (!destination) {
    return unscopedSettle(row.id, { status: 'refused', reason: 'unknownAddress', isProven: false })
  }
  await judge(row, { raw, mail, destination })
}

/** Whose administrators may see that something came which nobody can read. */
async function nameUnread(row: Row, destination: Letter['destination']): Promise<void> {
  const speaker: Speaker | Refused =
    destination.kind === 'reply' ? await unscopedReplySpeaker(destination) : { refused: 'unknownSender' }
  const data = namedIn(speaker, destination)
  await unscopedPrisma().receivedMail.update({ where: { id: row.id }, data })
}

interface Letter {
  raw: Buffer
  mail: ReadMail
  destination: Exclude<Destination, { kind: 'bounce' }>
}

async function judge(row: Row, { raw, mail, destination }: Letter): Promise<void> {
  const speaker =
    destination.kind === 'reply'
      ? await unscopedReplySpeaker(destination)
      : await unscopedAskingSpeaker(destination, mail.from)
  await unscopedPrisma().receivedMail.update({ where: { id: row.id }, data: namedIn(speaker, destination) })
  if (mail.nature.kind === 'automatic') {
    return unscopedSettle(row.id, { status: 'ignored', reason: mail.nature.reason }, speaker)
  }
  const same = await sameMails(row, mail)
  const { envelopeFrom, clientAddress, clientName } = row
  const isProven = await isAuthentic({ raw, from: mail.from, envelopeFrom, clientAddress, clientName })
  if (same.includes('certain') || (same.length > 0 && !isProven)) {
    return unscopedSettle(row.id, { status: 'ignored', reason: 'duplicate' }, speaker)
  }
  if ('refused' in speaker) {
    const isTheirs = isProven && (await hasAddress(speaker, mail.from))
    const outcome = { status: 'refused', reason: speaker.refused, isProven: isTheirs } as const
    return unscopedSettle(row.id, outcome, speaker)
  }
  const reason = await reasonToHold(row, mail, { speaker, isProven })
  if (reason) {
    const isTold = await isWithin(bellLimit, speaker.userId)
    return unscopedSettle(row.id, { status: 'held', reason, isTold }, speaker)
  }
  await takeOrRefuse(row, mail, speaker)
}

/**
 * Whether the same mail to the same address is a message, or waits, or was thrown away by the one who is named in it. What
 * was held because anybody could have sent it keeps the real one out only while nothing proves that this is it.
 */
async function sameMails(row: Row, { messageId }: ReadMail): Promise<string[]> {
  const same = await unscopedPrisma().receivedMail.findMany({
    where: {
      ...{ id: { not: row.id }, messageId, recipient: row.recipient },
      status: { in: ['taken', 'held', 'discarded'] },
    },
    select: { status: true, reason: true },
    take: 100,
  })
  const isForgeable = (reason: string) => reason === 'unproven' || reason === 'otherSender'
  return same.map(({ status, reason }) =>
    status === 'taken' || !isForgeable(reason) ? 'certain' : 'doubtful',
  )
}

async function hasAddress({ actor }: Refused, from: string): Promise<boolean> {
  if (!actor) return false
  const user = await unscopedPrisma().user.findUnique({
    where: { id: actor.userId },
    select: { email: true },
  })
  return user?.email === from
}

interface Found {
  speaker: Speaker
  isProven: boolean
}

async function reasonToHold({ recipient }: Row, mail: ReadMail, { speaker, isProven }: Found) {
  if (mail.from !== speaker.email) return 'otherSender' as const
  if (!isProven) return 'unproven' as const
  // Whoever got a signed mail of somebody can hand it over again, but not readdress it.
  if (!mail.addressed.includes(recipient)) return 'passedOn' as const
  if (speaker.actors.length > 1) return 'several' as const
  return (await isWithin(mailLimit, speaker.userId)) ? null : ('tooMany' as const)
}

async function isWithin(limit: RateLimit, userId: string): Promise<boolean> {
  try {
    await limit.take(userId)
    return true
  } catch (error) {
    if (error instanceof TooMany) return false
    throw error
  }
}

async function takeOrRefuse(row: Row, mail: ReadMail, speaker: Speaker): Promise<void> {
  const [actor] = speaker.actors
  if (!actor) return
  try {
    const refused = await takeMail(actor, row.id, mail)
    if (refused) await unscopedSettle(row.id, { status: 'refused', reason: refused, isProven: true }, speaker)
  } catch (error) {
    if (!(error instanceof AlreadyTaken)) throw error
    await unscopedSettle(row.id, { status: 'ignored', reason: 'duplicate' }, speaker)
  }
}
