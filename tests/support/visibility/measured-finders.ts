import type { Actor } from '#app/domain/access/actor.ts'
import { visibleSavings } from '#app/domain/comparisons/savings/queries/ledger.server.ts'
import { visibleComparisons } from '#app/domain/comparisons/scope.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'

/** Of what is measured of comparisons: the plain tables, and through the comparison that they hang from. */
export const plainMeasured = {
  plan: (id: string) => prisma.verificationPlan.findFirst({ where: { id } }),
  quantity: (id: string) => prisma.verificationQuantity.findFirst({ where: { id } }),
  period: (id: string) => prisma.verificationPeriod.findFirst({ where: { id } }),
  reading: (periodId: string) => prisma.verificationReading.findFirst({ where: { periodId } }),
  evidenceFile: (fileId: string) => prisma.verificationFile.findFirst({ where: { fileId } }),
  planSignature: (id: string) => prisma.verificationSignature.findFirst({ where: { id } }),
  savingsEntry: (id: string) => prisma.savingsEntry.findFirst({ where: { id } }),
}

const through = (actor: Actor) => ({ comparison: visibleComparisons(actor) })

export const scopedMeasured = {
  plan: (actor: Actor, id: string) => prisma.verificationPlan.findFirst({ where: { id, ...through(actor) } }),
  quantity: (actor: Actor, id: string) =>
    prisma.verificationQuantity.findFirst({ where: { id, plan: through(actor) } }),
  period: (actor: Actor, id: string) =>
    prisma.verificationPeriod.findFirst({ where: { id, plan: through(actor) } }),
  reading: (actor: Actor, periodId: string) =>
    prisma.verificationReading.findFirst({ where: { periodId, period: { plan: through(actor) } } }),
  evidenceFile: (actor: Actor, fileId: string) =>
    prisma.verificationFile.findFirst({ where: { fileId, period: { plan: through(actor) } } }),
  planSignature: (actor: Actor, id: string) =>
    prisma.verificationSignature.findFirst({ where: { id, plan: through(actor) } }),
  savingsEntry: (actor: Actor, id: string) =>
    prisma.savingsEntry.findFirst({ where: { AND: [{ id }, visibleSavings(actor)] } }),
}
