export const routingLimits = {
  /** Who is tried in turn by one rule. */
  members: 3,
  rules: 50,
  /** Of an absence, in days. */
  days: 730,
} as const
