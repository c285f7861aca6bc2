import { now } from '#app/platform/clock.server.ts'

interface Valid {
  effectiveOn: Date | null
  expiresOn: Date | null
}

/** By the calendar in UTC: a day in between both ways is nobody's harm. */
export function validityOf({ effectiveOn, expiresOn }: Valid) {
  const today = now().toISOString().slice(0, 10)
  const day = (date: Date) => date.toISOString().slice(0, 10)
  if (expiresOn && day(expiresOn) < today) return { state: 'over' as const, on: day(expiresOn) }
  return effectiveOn && day(effectiveOn) > today ? { state: 'ahead' as const, on: day(effectiveOn) } : null
}
