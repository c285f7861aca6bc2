import type { Prisma } from '#app/platform/database/client/client.ts'

/** What a thread shows of its clocks, as a part of its own select. */
export const openClocks = {
  where: { stoppedAt: null },
  orderBy: [{ kind: 'asc' }, { cycle: 'asc' }],
  select: { kind: true, state: true, dueAt: true },
} satisfies Prisma.Consultation$clocksArgs
