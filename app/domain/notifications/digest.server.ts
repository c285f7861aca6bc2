import { z } from 'zod'
import { ChangedQuantity, changeLine } from '#app/domain/events/changed-quantities.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'
import { asLanguage, localeTags } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { type Tx, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { environment } from '#app/platform/environment.server.ts'
import { queueMail } from './mail.server.ts'
import { eventSentence } from './sentence.ts'
import { sightOf } from './still-visible.server.ts'
import { subjectHref } from './subject.ts'

const Payload = z.object({ membershipId: z.uuid() })

/** A mail that nobody would read to its end says how much more there is. */
const entriesInMail = 20
const longestDetail = 400

interface Waiting {
  id: string
  type: string
  accountId: string | null
  subjectType: string
  subjectId: string
  payload: Record<string, unknown>
  createdAt: Date
}

/**
 * Collects what rang for a member and was neither read nor mailed into one mail. The mail and the mark on each
 * notification are one transaction, so that a repeated job finds nothing left to send.
 */
export async function sendDigest(payload: unknown): Promise<void> {
  const { membershipId } = Payload.parse(payload)
  const sight = await sightOf({ waitingFor: membershipId })
  const visible = new Set(sight.filter(({ isVisible }) => isVisible).map(({ id }) => id))
  await unscopedPrisma().$transaction(
    async (tx) => {
      const waiting = (await lockWaiting(tx, membershipId)).filter(({ id }) => visible.has(id))
      const member = await tx.membership.findUnique({
        where: { id: membershipId, deactivatedAt: null },
        select: { name: true, user: { select: { id: true, email: true, language: true, timeZone: true } } },
      })
      if (!member || waiting.length === 0) return
      const { user } = member
      const mailId = await queueMail(tx, {
        to: user.email,
        userId: user.id,
        language: user.language,
        template: 'notifications',
        props: {
          name: member.name,
          entries: waiting.slice(0, entriesInMail).map((each) => entryOf(each, user)),
          more: Math.max(0, waiting.length - entriesInMail),
        },
      })
      const ids = waiting.map(({ id }) => id)
      await tx.notification.updateMany({ where: { id: { in: ids } }, data: { mailId } })
    },
    { timeout: 30_000 },
  )
}

/**
 * Two jobs for one member never take the same notification. What concerns the own sign-in was mailed at once, by itself.
 */
function lockWaiting(tx: Tx, membershipId: string): Promise<Waiting[]> {
  return tx.$queryRaw<Waiting[]>`
    SELECT id, type, account_id AS "accountId", subject_type AS "subjectType", subject_id AS "subjectId", payload,
           created_at AS "createdAt"
    FROM notification
    WHERE membership_id = ${membershipId}::uuid AND mail_id IS NULL AND read_at IS NULL AND subject_type <> 'user'
    ORDER BY id FOR UPDATE SKIP LOCKED`
}

function entryOf(waiting: Waiting, reader: { language: string; timeZone: string }) {
  const { publicUrl } = environment()
  const format = new Intl.DateTimeFormat(localeTags[asLanguage(reader.language)], {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: reader.timeZone,
  })
  return {
    sentence: eventSentence(translatorFor(reader.language), { ...waiting, actorName: actorOf(waiting) }),
    url: publicUrl + (subjectHref(waiting) ?? paths.notifications()),
    at: format.format(waiting.createdAt),
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

/** The payload of a notification carries the actor's name as it was. */
export function actorOf({ payload }: { payload: Record<string, unknown> }): string {
  return typeof payload.actor === 'string' ? payload.actor : ''
}
