/** The headers that tell who, or what, wrote a mail; names in lower case. */
export type Header = (name: string) => string

export type Automatic = 'autoReply' | 'list' | 'calendar' | 'loop'
export type Nature = { kind: 'written' } | { kind: 'bounce' } | { kind: 'automatic'; reason: Automatic }

export interface Signs {
  header: Header
  /** The sender that the mail server was told; empty for what must not be answered (RFC 5321 §4.5.5). */
  envelopeFrom: string
  /** METHOD of a calendar part. */
  calendarMethod: string
  /** `report-type` of a report. */
  reportType: string
}

/** The header that every mail of the portal carries. */
export const ownHeader = 'x-counterpart-mail'

/**
 * Whether a person wrote a mail. What a program sent is never a message (RFC 3834): answering it, or telling others of it,
 * is how two programs come to write to each other for ever.
 */
export function natureOf({ header, envelopeFrom, calendarMethod, reportType }: Signs): Nature {
  if (reportType === 'delivery-status') return { kind: 'bounce' }
  if (header(ownHeader)) return { kind: 'automatic', reason: 'loop' }
  const submitted = header('auto-submitted').toLowerCase()
  if (submitted && !/^no\b/.test(submitted)) return { kind: 'automatic', reason: 'autoReply' }
  if (header('x-autoreply') || header('x-autorespond')) return { kind: 'automatic', reason: 'autoReply' }
  if (/^(auto_reply|auto-reply)/i.test(header('precedence')))
    return { kind: 'automatic', reason: 'autoReply' }
  if (header('list-id') || /^(bulk|list|junk)/i.test(header('precedence')))
    return { kind: 'automatic', reason: 'list' }
  if (/^(reply|counter|refresh|declinecounter)$/i.test(calendarMethod))
    return { kind: 'automatic', reason: 'calendar' }
  const isNobody = /^(mailer-daemon|postmaster)@/i.test(envelopeFrom)
  if (envelopeFrom === '' || isNobody || reportType) return { kind: 'automatic', reason: 'autoReply' }
  return { kind: 'written' }
}
