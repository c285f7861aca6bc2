/** IPMVP: key parameter measured, all parameters measured, whole facility, calibrated simulation. Words in `verification:option.…`. */
export const ipmvpOptions = ['A', 'B', 'C', 'D'] as const
export type IpmvpOption = (typeof ipmvpOptions)[number]

export const matters = ['plan', 'period', 'finish'] as const
export type Matter = (typeof matters)[number]

export const verificationLimits = {
  name: 120,
  unit: 30,
  place: 200,
  method: 500,
  boundary: 2_000,
  note: 2_000,
  reason: 500,
  quantities: 12,
  months: 36,
} as const

/** Of a day as it is stored: 2027-03-01. */
export const dayText = (date: Date): string => date.toISOString().slice(0, 10)

/** The month with this number, the first is 1: 2027-03. */
export function monthOf(startsOn: string, number: number): string {
  const [year = 0, month = 0] = startsOn.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + number - 1, 1)).toISOString().slice(0, 7)
}

/** Whether a month is over on a day, both as text. */
export function isOver(month: string, today: string): boolean {
  return month < today.slice(0, 7)
}

/** How far a month is. `correction`: it was signed, and a later revision waits for signatures. */
export type MonthState = 'future' | 'missing' | 'entered' | 'halfSigned' | 'signed' | 'correction'
