import { buffer } from 'node:stream/consumers'
import type { Actor } from '#app/domain/access/actor.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { readStored } from '#app/platform/storage.server.ts'
import { sidesOf } from '../../queries/act.server.ts'
import { unscopedDestination } from '../address.server.ts'
import { wordsOf } from '../incoming/words.server.ts'
import { receivedMailPolicy } from '../policy.ts'
import { isAcceptance } from '../reading/acceptance.ts'
import { type ReadMail, readMail } from '../reading/read-mail.server.ts'
import { findAbout, getReceivedMail, type KnownMail } from './received.server.ts'

/**
 * A held mail as it lies in the storage.
 * @throws NotFound when it was removed, or cannot be read
 */
export async function readKept({
  rawKey,
  envelopeFrom,
}: Pick<KnownMail, 'rawKey' | 'envelopeFrom'>): Promise<ReadMail> {
  if (!rawKey) throw new NotFound()
  const mail = await readMail(await buffer(await readStored(rawKey)), envelopeFrom)
  if ('unreadable' in mail) throw new NotFound()
  return mail
}

/** A mail for its page, without the address that it was sent to: whoever has it answers there. Its words are for the person whose name it bears alone, and only while they wait for its word. */
export async function viewReceivedMail(actor: Actor, id: string | undefined) {
  const mail = await getReceivedMail(actor, id)
  const isOwn = receivedMailPolicy.discard(actor, mail)
  const isWaiting = mail.status === 'held' && isOwn
  const [content, about, sides, supplier] = await Promise.all([
    isWaiting ? readKept(mail) : null,
    findAbout(actor, [mail]),
    mail.accountId ? sidesOf({ accountId: mail.accountId }) : null,
    mail.supplierId
      ? prisma.organization.findFirst({ where: { id: mail.supplierId }, select: { name: true } })
      : null,
  ])
  const { status, reason, fromAddress, subject, receivedAt, lane } = mail
  const accepts = content ? await wouldAccept(mail, content) : false
  return {
    ...{ id: mail.id, status, reason, fromAddress, subject, receivedAt, lane, sides, isOwn },
    supplierName: supplier?.name ?? '',
    about: about.get(mail.consultationId ?? '') ?? null,
    words: content && wordsOf(content),
    accepts,
    files: content?.files.map(({ name, bytes }) => ({ name, size: bytes.length })) ?? [],
    canConfirm: isWaiting && receivedMailPolicy.confirm(actor, mail),
    canDiscard: isWaiting,
  }
}

/** Whether its word would accept the answer of the mail that it replies to, as that stands. */
async function wouldAccept({ recipient, lane }: KnownMail, content: ReadMail): Promise<boolean> {
  if (lane !== 'shared' || content.files.length > 0 || !isAcceptance(wordsOf(content))) return false
  const destination = await unscopedDestination(recipient)
  return destination?.kind === 'reply' && destination.answer !== null
}
export type ReceivedMailView = Awaited<ReturnType<typeof viewReceivedMail>>
