const pattern = /^(\d{4})-(0[1-9]|1[0-2])$/

/** A month as 2026-03; the present one where it is written otherwise or not at all. */
export function readMonth(text: string | null, now: Date): string {
  return text && pattern.test(text) ? text : now.toISOString().slice(0, 7)
}

/** Where a month begins and the next one does, in UTC. */
export function spanOf(month: string): { from: Date; to: Date } {
  const from = new Date(`${month}-01T00:00:00Z`)
  const to = new Date(from)
  to.setUTCMonth(to.getUTCMonth() + 1)
  return { from, to }
}

/** So many months before or after. */
export function monthBeside(month: string, count: number): string {
  const date = new Date(`${month}-01T00:00:00Z`)
  date.setUTCMonth(date.getUTCMonth() + count)
  return date.toISOString().slice(0, 7)
}
