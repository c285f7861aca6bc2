import type { Actor } from '#app/domain/access/actor.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import type { ReceivedMail } from '#app/platform/database/client/client.ts'
import {
  isUniqueViolation,
  prisma,
  runAsActor,
  type Tx,
  transact,
} from '#app/platform/database/database.server.ts'
import { DomainError } from '#app/platform/errors.ts'
import { settledMails } from '#app/platform/metrics.server.ts'
import { askConsultation } from '../../commands/ask.server.ts'
import { postMessage } from '../../commands/post-message.server.ts'
import { consultationLimits } from '../../consultation.ts'
import { goesOnIn } from '../../linking/queries/merge.server.ts'
import { unscopedDestination } from '../address.server.ts'
import type { RefusedReason, TakenReason } from '../mail.ts'
import { isAcceptance } from '../reading/acceptance.ts'
import type { ReadMail } from '../reading/read-mail.server.ts'
import { type Acceptance, acceptByMail, leaveAside, tellNotAccepted } from './accept.server.ts'
import { findAccountWith } from './account.server.ts'
import { type Attached, unscopedAttach } from './attachments.server.ts'
import { AlreadyTaken, claimMail } from './claim.server.ts'
import { wordsOf } from './words.server.ts'

/**
 * Does what a mail says, as its writer would in the portal: a word of acceptance accepts the answer that the answered
 * mail brought, and everything else is posted. Marked taken in the same transaction: a process that dies in between
 * leaves both or neither. Returns the reason of a refusal, or null.
 * @throws AlreadyTaken
 */
export async function takeMail(actor: Actor, id: string, mail: ReadMail): Promise<RefusedReason | null> {
  const words = wordsOf(mail)
  if (!words && mail.files.length === 0) return 'empty'
  const acceptance = isAcceptance(words) ? await accept(actor, id, mail.files.length > 0) : null
  if (acceptance === 'accepted') settledMails.inc({ status: 'taken', reason: '' })
  if (acceptance === 'acceptedAlready') {
    await leaveAside(actor, id)
    settledMails.inc({ status: 'ignored', reason: acceptance })
  }
  if (acceptance === 'accepted' || acceptance === 'acceptedAlready') return null
  return postMail(actor, id, { mail, words, reason: acceptance ?? '' })
}

async function accept(actor: Actor, id: string, hasFiles: boolean): Promise<Acceptance> {
  const row = await runAsActor(actor.membershipId, async () =>
    prisma.receivedMail.findUnique({ where: { id } }),
  )
  const destination = row && (await unscopedDestination(row.recipient))
  try {
    return await acceptByMail(actor, { id, destination, hasFiles })
  } catch (error) {
    // It stands where it is not visible any more: posting it says so.
    if (error instanceof DomainError) return null
    throw isTakenAlready(error) ? new AlreadyTaken() : error
  }
}

/** The index of mails that are taken, and no other: whatever else is refused is tried again and not lost. */
const isTakenAlready = (error: unknown) =>
  error instanceof AlreadyTaken || isUniqueViolation(error, 'received_mail_taken_once')

interface ToPost {
  mail: ReadMail
  words: string
  /** Why a word of acceptance accepted nothing. */
  reason: TakenReason | ''
}

async function postMail(
  actor: Actor,
  id: string,
  { mail, words, reason }: ToPost,
): Promise<RefusedReason | null> {
  const files = [...mail.files]
  const isLong = words.length > longestText
  if (isLong) files.push({ name: 'message.txt', bytes: Buffer.from(words) })
  const attached = await unscopedAttach(actor, files)
  if (!words && attached.fileIds.length === 0) return 'empty'
  const body = composed(actor, isLong ? `${words.slice(0, longestText)} …` : words, {
    attached,
    mail,
    isLong,
  })
  try {
    await runAsActor(actor.membershipId, () =>
      transact((tx) => post(tx, actor, { id, mail, body, attached, reason })),
    )
  } catch (error) {
    if (isTakenAlready(error)) throw new AlreadyTaken()
    if (error instanceof DomainError) return 'noAccess'
    throw error
  }
  settledMails.inc({ status: 'taken', reason: '' })
  return null
}

/** Leaves room for the lines that say what was left out. */
const longestText = consultationLimits.message - 2_000

interface Composition {
  id: string
  mail: ReadMail
  body: string
  attached: Attached
  reason: TakenReason | ''
}

async function post(tx: Tx, actor: Actor, { id, mail, body, attached, reason }: Composition): Promise<void> {
  const row = await claimMail(tx, actor, { id, reason })
  const { fileIds } = attached
  if (row.consultationId) {
    const lane = row.lane ?? 'shared'
    // It may have been merged while the mail was held.
    const consultationId = await goesOnIn(row.consultationId, tx)
    const postedMessageId = await postMessage(actor, consultationId, {
      ...{ lane, body, fileIds },
      isFromMail: true,
    })
    await tx.receivedMail.update({ where: { id }, data: { consultationId, postedMessageId } })
    if (reason) await tellNotAccepted(tx, actor, { id, consultationId, reason })
  } else {
    const { accountId, consultationId } = await ask(tx, actor, { row, mail, body, fileIds })
    const { organizationId, side } = actor
    const asked = { accountId, consultationId, organizationId, side, lane: 'shared' } as const
    await tx.receivedMail.update({ where: { id }, data: asked })
  }
}

interface Asked {
  row: ReceivedMail
  mail: ReadMail
  body: string
  fileIds: string[]
}

async function ask(tx: Tx, actor: Actor, { row, mail, body, fileIds }: Asked) {
  const accountId = await findAccountWith(actor, row.supplierId ?? '', tx)
  const subject = mail.subject.replace(/^(\s*(re|fwd?|enc|res|ответ|回复|转发)\s*[:：])+\s*/iu, '').trim()
  const consultationId = await askConsultation(actor, {
    accountId,
    function: row.function ?? actor.functions[0] ?? 'account_management',
    subject: (subject || body.split('\n')[0] || '').slice(0, consultationLimits.subject),
    body,
    fileIds,
    isFromMail: true,
  })
  return { accountId, consultationId }
}

interface About {
  attached: Attached
  mail: ReadMail
  isLong: boolean
}

/** What was written, and below it in the writer's language what the portal has to say about the files. */
function composed(actor: Actor, words: string, { attached, mail, isLong }: About): string {
  const t = translatorFor(actor.language) as unknown as (key: string, values?: object) => string
  const lines = attached.leftOut.slice(0, 20).map(({ name, reason }) => {
    return t(`letters:leftOut.${reason}`, { name: name.slice(0, 60) })
  })
  if (isLong) lines.push(t('letters:longText'))
  if (mail.hasClosedTnef) lines.push(t('letters:closedTnef'))
  const text = words || t('letters:filesAlone')
  return [text, ...(lines.length > 0 ? ['', ...lines.map((line) => `*${line}*`)] : [])]
    .join('\n')
    .slice(0, consultationLimits.message)
}
