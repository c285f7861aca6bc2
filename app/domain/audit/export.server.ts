import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { eventSentence } from '#app/domain/notifications/sentence.ts'
import { i18nFor, translatorFor } from '#app/i18n/i18n.server.ts'
import { csvLine, csvMark } from '#app/platform/csv.ts'
import { runAsActor } from '#app/platform/database/database.server.ts'
import type { AuditFilters } from './filters.ts'
import { auditPolicy } from './policy.ts'
import { type AuditEntry, listEvents } from './queries.server.ts'

const rowsAtOnce = 1000

/** Heads are `audit:csv.…` in the actor's language. */
const columns = [
  ['time', (entry) => entry.occurredAt.toISOString()],
  ['person', (entry) => entry.actorName],
  ['organization', (entry) => entry.actorOrganization ?? ''],
  ['what', (_, sentence) => sentence],
  ['type', (entry) => entry.type],
  ['record', (entry) => entry.subjectType],
  ['recordId', (entry) => entry.subjectId],
  ['address', (entry) => entry.ipAddress],
  ['device', (entry) => entry.userAgent],
  ['request', (entry) => entry.requestId],
] as const satisfies [name: string, value: (entry: AuditEntry, sentence: string) => string][]

/** All events of the filters as CSV (RFC 4180), page by page, however many there are; no page is kept in memory. */
export function exportEvents(actor: Actor, filters: AuditFilters): ReadableStream<Uint8Array> {
  authorize(auditPolicy.view(actor))
  const t = i18nFor(actor.language).getFixedT(null, 'audit')
  const encoder = new TextEncoder()
  let after: string | undefined
  return new ReadableStream({
    start(controller) {
      controller.enqueue(encoder.encode(csvMark + csvLine(columns.map(([name]) => t(`csv.${name}`)))))
    },
    async pull(controller) {
      // The reader pulls outside of the request: each page is read in the actor's name anew.
      const page = await runAsActor(actor.membershipId, () =>
        listEvents(actor, { ...filters, after }, rowsAtOnce),
      )
      controller.enqueue(encoder.encode(page.items.map((entry) => rowOf(actor, entry)).join('')))
      after = page.next ?? undefined
      if (!page.next) controller.close()
    },
  })
}

function rowOf(actor: Actor, entry: AuditEntry): string {
  const sentence = eventSentence(translatorFor(actor.language), entry)
  return csvLine(columns.map(([, value]) => value(entry, sentence)))
}
