/** What a delivery status notification says (RFC 3464). */
export interface Bounce {
  /** The mail will not arrive; false for a delay or a delivery. */
  isFinal: boolean
  /** One line: `5.1.1 550 No such mailbox`. */
  reason: string
}

export function readBounce(report: string): Bounce {
  const unfolded = report.replace(/\r?\n[ \t]+/g, ' ')
  const field = (name: string) => new RegExp(`^${name}:\\s*(.+)$`, 'im').exec(unfolded)?.[1]?.trim() ?? ''
  const status = /\d\.\d{1,3}\.\d{1,3}/.exec(field('Status'))?.[0] ?? ''
  const action = field('Action').toLowerCase()
  const said = field('Diagnostic-Code').replace(/^[\w-]+;\s*/, '')
  return {
    isFinal: action ? action === 'failed' : status.startsWith('5'),
    reason: [status, said].filter(Boolean).join(' ').slice(0, 400) || action,
  }
}
