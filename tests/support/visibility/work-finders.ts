import type { Actor } from '#app/domain/access/actor.ts'
import { visibleComparisons } from '#app/domain/comparisons/scope.server.ts'
import { visibleGuests } from '#app/domain/consultations/guests/scope.server.ts'
import { visibleNoteSources } from '#app/domain/consultations/notes/scope.server.ts'
import { visibleOffers } from '#app/domain/consultations/offers/scope.server.ts'
import { visibleParticipants } from '#app/domain/consultations/participants/scope.server.ts'
import { visibleAssemblies, visibleParts } from '#app/domain/consultations/parts/scope.server.ts'
import { visibleConsultations } from '#app/domain/consultations/scope.server.ts'
import {
  visibleBatchEntries,
  visibleBatches,
  visibleDueDays,
  visibleSnoozes,
  visibleTaggings,
  visibleTags,
  visibleWatchers,
} from '#app/domain/consultations/work/scope.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { plainMeasured, scopedMeasured } from './measured-finders.ts'

/** Of what is done with consultations as work, and of what is said of competitors: the plain tables, and through the scope. */
export const plainWork = {
  ...plainMeasured,
  guest: (id: string) => prisma.consultationGuest.findFirst({ where: { id } }),
  guestName: (id: string) => prisma.membership.findFirst({ where: { id } }),
  participant: (consultationId: string) =>
    prisma.consultationParticipant.findFirst({ where: { consultationId } }),
  part: (id: string) => prisma.consultationPart.findFirst({ where: { id } }),
  partFile: (fileId: string) => prisma.consultationPartFile.findFirst({ where: { fileId } }),
  assembly: (id: string) => prisma.consultationAssembly.findFirst({ where: { id } }),
  signOff: (assemblyId: string) => prisma.assemblySignOff.findFirst({ where: { assemblyId } }),
  noteSource: (documentId: string) => prisma.noteSource.findFirst({ where: { documentId } }),
  noteOffer: (id: string) => prisma.noteOffer.findFirst({ where: { id } }),
  keptMark: (documentId: string) => prisma.redactionKept.findFirst({ where: { documentId } }),
  course: (consultationId: string) => prisma.consultationCourse.findFirst({ where: { consultationId } }),
  tag: (id: string) => prisma.consultationTag.findFirst({ where: { id } }),
  tagging: (tagId: string) => prisma.consultationTagging.findFirst({ where: { tagId } }),
  watcher: (membershipId: string) => prisma.consultationWatcher.findFirst({ where: { membershipId } }),
  snooze: (membershipId: string) => prisma.consultationSnooze.findFirst({ where: { membershipId } }),
  dueDay: (consultationId: string) => prisma.consultationDue.findFirst({ where: { consultationId } }),
  batch: (id: string) => prisma.workBatch.findFirst({ where: { id } }),
  claim: (id: string) => prisma.comparisonClaim.findFirst({ where: { id } }),
  batchEntry: (consultationId: string) => prisma.workBatchEntry.findFirst({ where: { consultationId } }),
}

export const scopedWork = {
  claim: (actor: Actor, id: string) =>
    prisma.comparisonClaim.findFirst({ where: { id, comparison: visibleComparisons(actor) } }),
  ...scopedMeasured,
  guest: (actor: Actor, id: string) =>
    prisma.consultationGuest.findFirst({ where: { AND: [{ id }, visibleGuests(actor)] } }),
  participant: (actor: Actor, consultationId: string) =>
    prisma.consultationParticipant.findFirst({
      where: { AND: [{ consultationId }, visibleParticipants(actor)] },
    }),
  part: (actor: Actor, id: string) =>
    prisma.consultationPart.findFirst({ where: { AND: [{ id }, visibleParts(actor)] } }),
  partFile: (actor: Actor, fileId: string) =>
    prisma.consultationPartFile.findFirst({ where: { fileId, part: visibleParts(actor) } }),
  assembly: (actor: Actor, id: string) =>
    prisma.consultationAssembly.findFirst({ where: { AND: [{ id }, visibleAssemblies(actor)] } }),
  signOff: (actor: Actor, assemblyId: string) =>
    prisma.assemblySignOff.findFirst({ where: { assemblyId, assembly: visibleAssemblies(actor) } }),
  noteSource: (actor: Actor, documentId: string) =>
    prisma.noteSource.findFirst({ where: { AND: [{ documentId }, visibleNoteSources(actor)] } }),
  noteOffer: (actor: Actor, id: string) =>
    prisma.noteOffer.findFirst({ where: { AND: [{ id }, visibleOffers(actor)] } }),
  course: (actor: Actor, consultationId: string) =>
    prisma.consultationCourse.findFirst({
      where: { consultationId, consultation: visibleConsultations(actor) },
    }),
  tag: (actor: Actor, id: string) =>
    prisma.consultationTag.findFirst({ where: { AND: [{ id }, visibleTags(actor)] } }),
  tagging: (actor: Actor, tagId: string) =>
    prisma.consultationTagging.findFirst({ where: { AND: [{ tagId }, visibleTaggings(actor)] } }),
  watcher: (actor: Actor, membershipId: string) =>
    prisma.consultationWatcher.findFirst({ where: { AND: [{ membershipId }, visibleWatchers(actor)] } }),
  snooze: (actor: Actor, membershipId: string) =>
    prisma.consultationSnooze.findFirst({ where: { AND: [{ membershipId }, visibleSnoozes(actor)] } }),
  dueDay: (actor: Actor, consultationId: string) =>
    prisma.consultationDue.findFirst({ where: { AND: [{ consultationId }, visibleDueDays(actor)] } }),
  batch: (actor: Actor, id: string) =>
    prisma.workBatch.findFirst({ where: { AND: [{ id }, visibleBatches(actor)] } }),
  batchEntry: (actor: Actor, consultationId: string) =>
    prisma.workBatchEntry.findFirst({ where: { AND: [{ consultationId }, visibleBatchEntries(actor)] } }),
}
