import type { Actor } from '#app/domain/access/actor.ts'
import { translatorFor } from '#app/i18n/i18n.server.ts'

interface Stamped {
  version: number
  status?: string
  document: { number: string }
}

/**
 * The line at the foot of a downloaded page: who took it, when by the reader's clock and by UTC, and of what version. What
 * is withdrawn says so first.
 */
export function stampLine(actor: Actor, { document, version, status }: Stamped, at: Date): string {
  const t = translatorFor(actor.language) as unknown as (key: string, values: object) => string
  const utc = at.toISOString().replace('T', ' ').slice(0, 16)
  const line = t('reading:stamp', {
    name: actor.name,
    organization: actor.organizationName,
    number: document.number,
    version,
    local: localTime(at, actor.timeZone),
    zone: actor.timeZone,
    utc,
  })
  return status === 'withdrawn' ? `${t('documents:page.withdrawnNotice', {})} ${line}` : line
}

/** `2026-03-02 16:00`: read the same way in every language. */
function localTime(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  return parts.format(at)
}
