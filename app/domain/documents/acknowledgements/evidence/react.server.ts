import { z } from 'zod'
import type { Event } from '#app/platform/database/client/client.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { appendEvidence, type NewEvidence } from './chain.server.ts'

const MailJob = z.object({ mailId: z.uuid() })
const Opened = z.object({ version: z.int(), organization: z.string(), file: z.string().optional() })

/**
 * Adds what happened to the chains that it concerns: that a reader opened or downloaded the version, and whose bell
 * rang for a request. Runs after the bells were rung, and any number of times for one event.
 */
export async function chainEvent(event: Event): Promise<void> {
  if (!event.accountId) return
  if (event.type === 'document.opened' || event.type === 'document.downloaded') await chainReading(event)
  if (event.type === 'document.acknowledgementAsked') await chainNotified(event)
}

async function chainReading(event: Event): Promise<void> {
  const { version, organization, file } = Opened.parse(event.payload)
  const [chain] = await unscopedPrisma().acknowledgementRequestAccount.findMany({
    where: { documentId: event.subjectId, accountId: event.accountId ?? '', version: { version } },
    select: { id: true },
  })
  if (!chain || !event.actorId) return
  const by = { id: event.actorId, name: event.actorName, organization }
  const isOpening = event.type === 'document.opened'
  await append(chain.id, {
    kind: isOpening ? 'opened' : 'downloaded',
    key: isOpening ? `opened:${event.actorId}` : `downloaded:${event.id}`,
    at: event.occurredAt,
    by,
    details: file ? { file } : {},
  })
}

async function chainNotified(event: Event): Promise<void> {
  const { chain, organization } = z.object({ chain: z.uuid(), organization: z.string() }).parse(event.payload)
  const bells = await unscopedPrisma().notification.findMany({
    where: { eventId: event.id },
    select: { membershipId: true, createdAt: true },
    orderBy: { id: 'asc' },
  })
  for (const { membershipId, createdAt } of bells) {
    const by = await memberAt(membershipId, organization)
    await append(chain, { kind: 'notified', key: `notified:${membershipId}`, at: createdAt, by })
  }
}

/** That the mail with a request in it was taken by the mail server. */
export async function chainMail(payload: unknown): Promise<void> {
  const { mailId } = MailJob.parse(payload)
  const mail = await unscopedPrisma().mail.findUnique({ where: { id: mailId } })
  if (!mail?.sentAt) return
  const carried = await unscopedPrisma().notification.findMany({
    where: { mailId, type: 'document.acknowledgementAsked' },
    select: { membershipId: true, payload: true },
  })
  for (const { membershipId, payload: told } of carried) {
    const { chain, organization } = z.object({ chain: z.uuid(), organization: z.string() }).parse(told)
    const by = await memberAt(membershipId, organization)
    const details = { mail: mail.id }
    await append(chain, { kind: 'delivered', key: `delivered:${membershipId}`, at: mail.sentAt, by, details })
  }
}

async function memberAt(membershipId: string, organization: string) {
  const member = await unscopedPrisma().membership.findUniqueOrThrow({
    where: { id: membershipId },
    select: { id: true, name: true },
  })
  return { ...member, organization }
}

async function append(chain: string, evidence: NewEvidence): Promise<void> {
  await unscopedPrisma().$transaction((tx) => appendEvidence(tx, chain, evidence))
}
