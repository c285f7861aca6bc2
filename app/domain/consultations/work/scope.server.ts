import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import { visibleConsultations } from '../scope.server.ts'

/** The words of the own side of the own organization. */
export function visibleTags({ organizationId, side }: Actor) {
  return { organizationId, side } satisfies Prisma.ConsultationTagWhereInput
}

export function visibleTaggings(actor: Actor): Prisma.ConsultationTaggingWhereInput {
  return { ...visibleTags(actor), consultation: visibleConsultations(actor) }
}

/** Who of the own side watches what the actor sees. */
export function visibleWatchers(actor: Actor): Prisma.ConsultationWatcherWhereInput {
  return { side: actor.side, consultation: visibleConsultations(actor) }
}

export function visibleDueDays(actor: Actor): Prisma.ConsultationDueWhereInput {
  const isMeant = actor.side === 'customer' ? { isShown: true } : {}
  return { ...isMeant, consultation: visibleConsultations(actor) }
}

export function visibleSnoozes(actor: Actor): Prisma.ConsultationSnoozeWhereInput {
  return { membershipId: actor.membershipId, consultation: visibleConsultations(actor) }
}

/** What one did with several at once, and colleagues with what the actor sees; what they put aside is their own affair. */
export function visibleBatches(actor: Actor): Prisma.WorkBatchWhereInput {
  const { organizationId, side, membershipId } = actor
  const entries = { some: { consultation: visibleConsultations(actor) } }
  return { organizationId, side, OR: [{ membershipId }, { act: { not: 'snooze' }, entries }] }
}

export function visibleBatchEntries(actor: Actor): Prisma.WorkBatchEntryWhereInput {
  return { batch: visibleBatches(actor), consultation: visibleConsultations(actor) }
}
