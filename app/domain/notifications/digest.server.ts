import { z } from 'zod'
import { ChangedQuantity, changeLine } from '#app/domain/events/changed-quantities.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { runAsActor, type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import type { Letter, LetterWriters, Reader, Waiting } from './letters.ts'
import { queueMail } from './mail.server.ts'
import { sightOf } from './still-visible.server.ts'
import { subjectHref } from './subject.ts'
import { sentenceOf, timeOf } from './told.server.ts'

const Payload = z.object({ membershipId: z.uuid() })

/** What is worth a bell and no mail. */
const bellAlone = ['consultation.reacted']

/** A mail that nobody would read to its end says how much more there is. */
const entriesInMail = 20
const longestDetail = 400

/**
 * Collects what rang for a member and was neither read nor mailed. What is about a record that can be answered by mail
 * goes in letters of its own, the rest in one mail. Mails and the mark on each notification are one transaction, so that a
 * repeated job finds nothing left to send.
 */
export async function sendDigest(payload: unknown, writers: LetterWriters = {}): Promise<void> {
  const { membershipId } = Payload.parse(payload)
  const sight = await sightOf({ waitingFor: membershipId })
  const visible = new Set(sight.filter(({ isVisible }) => isVisible).map(({ id }) => id))
  await unscopedPrisma().$transaction(
    async (tx) => {
      const waiting = (await lockWaiting(tx, membershipId)).filter(({ id }) => visible.has(id))
      const reader = waiting.length > 0 ? await findReader(tx, membershipId) : null
      if (!reader) return
      const letters = await lettersOf(writers, reader, waiting)
      for (const letter of letters) await queueLetter(tx, reader, letter)
      const carried = new Set(letters.flatMap(({ ids }) => ids))
      const rest = waiting.filter(({ id }) => !carried.has(id))
      await queueRest(tx, reader, rest)
    },
    { timeout: 30_000 },
  )
}

async function findReader(tx: Tx, membershipId: string): Promise<Reader | null> {
  const member = await tx.membership.findUnique({
    where: { id: membershipId, deactivatedAt: null },
    select: { name: true, user: { select: { id: true, email: true, language: true, timeZone: true } } },
  })
  if (!member) return null
  const { id: userId, ...user } = member.user
  return { membershipId, name: member.name, userId, ...user }
}

async function lettersOf(writers: LetterWriters, reader: Reader, waiting: Waiting[]): Promise<Letter[]> {
  const letters: Letter[] = []
  for (const [subjectType, write] of Object.entries(writers)) {
    const about = waiting.filter((each) => each.subjectType === subjectType)
    if (about.length === 0) continue
    letters.push(...(await runAsActor(reader.membershipId, () => write(reader, about))))
  }
  return letters
}

async function queueLetter(tx: Tx, reader: Reader, letter: Letter): Promise<void> {
  const { ids, mail, ...headers } = letter
  const { email: to, userId, language } = reader
  const mailId = await queueMail(tx, { to, userId, language, ...mail })
  await tx.mail.update({ where: { id: mailId }, data: headers })
  await tx.notification.updateMany({ where: { id: { in: ids } }, data: { mailId } })
}

async function queueRest(tx: Tx, reader: Reader, waiting: Waiting[]): Promise<void> {
  if (waiting.length === 0) return
  const mailId = await queueMail(tx, {
    to: reader.email,
    userId: reader.userId,
    language: reader.language,
    template: 'notifications',
    props: {
      name: reader.name,
      entries: waiting.slice(0, entriesInMail).map((each) => entryOf(each, reader)),
      more: Math.max(0, waiting.length - entriesInMail),
    },
  })
  const ids = waiting.map(({ id }) => id)
  await tx.notification.updateMany({ where: { id: { in: ids } }, data: { mailId } })
}

/**
 * Two jobs for one member never take the same notification. What concerns the own sign-in was mailed at once, by itself.
 */
function lockWaiting(tx: Tx, membershipId: string): Promise<Waiting[]> {
  return tx.$queryRaw<Waiting[]>`
    SELECT n.id, n.type, n.account_id AS "accountId", e.side::text AS side, n.subject_type AS "subjectType",
           n.subject_id AS "subjectId", n.payload, n.created_at AS "createdAt"
    FROM notification n JOIN event e ON e.id = n.event_id
    WHERE n.membership_id = ${membershipId}::uuid AND n.mail_id IS NULL AND n.read_at IS NULL AND n.subject_type <> 'user'
      AND n.type <> ALL (${bellAlone})
    ORDER BY n.id FOR UPDATE OF n SKIP LOCKED`
}

function entryOf(waiting: Waiting, reader: Reader) {
  const { publicUrl } = environment()
  return {
    sentence: sentenceOf(waiting, reader),
    url: publicUrl + (subjectHref(waiting) ?? paths.notifications()),
    at: timeOf(waiting, reader),
    detail: detailOf(waiting),
    changes: changesOf(waiting, reader.language),
  }
}

/** What changed, where the event says it; the whole is on the page. */
function detailOf({ payload }: Waiting): string {
  const text = typeof payload.changeNote === 'string' ? payload.changeNote.replace(/\s+/g, ' ').trim() : ''
  return text.length > longestDetail ? `${text.slice(0, longestDetail - 2)} …` : text
}

/** Parameters that a new version changed, where the event tells them. */
function changesOf({ payload }: Waiting, language: string): string[] {
  const told = z.array(ChangedQuantity).safeParse(payload.parameters)
  const t = translatorFor(language) as unknown as (key: string) => string
  const label = (name: string) => t(`parameters:column.${name}`)
  return told.success ? told.data.map((each) => changeLine(each, asLanguage(language), label)) : []
}
