import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { type KnownConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { partEvents } from '../events.ts'
import type { ContributionInput, PartReasonInput } from '../forms.ts'
import { type PartState, stateOf } from '../part.ts'
import { partPolicy } from '../policy.ts'
import {
  getPart,
  type KnownPart,
  lockConsultation,
  membersOf,
  type PartPlace,
  requireAnswerable,
  requireRevision,
} from '../queries/part.server.ts'
import { writePartFiles } from './write-files.server.ts'

/**
 * Saves what somebody writes for a part, or hands it in. Whoever writes for what nobody owns takes it.
 * @throws NotFound, Forbidden, Conflict
 */
export async function contribute(actor: Actor, place: PartPlace, input: ContributionInput): Promise<void> {
  await transact(async (tx) => {
    const { known, part } = await openPart(tx, actor, place, input.revision)
    authorize(partPolicy.contribute(actor, known, part))
    requireAnswerable(known)
    requireState(part, 'open')
    const isHandedIn = input.act === 'handIn'
    if (input.fileIds) await writePartFiles(tx, actor, part, input.fileIds)
    const handedIn = { contributedById: actor.membershipId, contributedAt: now() }
    await tx.consultationPart.update({
      where: { id: part.id, revision: input.revision },
      data: {
        ...{ contribution: input.contribution, revision: { increment: 1 } },
        ...(part.ownerId ? {} : { ownerId: actor.membershipId, guestId: null }),
        ...(isHandedIn ? handedIn : {}),
      },
    })
    if (!isHandedIn) return
    const told = toCoordinator(actor, known, part)
    await record(tx, actor, partEvents.partContributed(known, told, 'supplier'))
  })
}

/** Takes back what was handed in, as long as it is in no draft. @throws NotFound, Forbidden, Conflict */
export async function takeBack(actor: Actor, place: PartPlace, revision: number): Promise<void> {
  await transact(async (tx) => {
    const { known, part } = await openPart(tx, actor, place, revision)
    authorize(partPolicy.contribute(actor, known, part))
    requireState(part, 'contributed')
    await tx.consultationPart.update({
      where: { id: part.id, revision },
      data: { contributedById: null, contributedAt: null, revision: { increment: 1 } },
    })
    const told = toCoordinator(actor, known, part)
    await record(tx, actor, partEvents.partTakenBack(known, told, 'supplier'))
  })
}

/** The coordinator says what is missing in it. @throws NotFound, Forbidden, Conflict */
export async function sendBack(
  actor: Actor,
  place: PartPlace,
  { reason, revision }: PartReasonInput,
): Promise<void> {
  await transact(async (tx) => {
    const { known, part } = await openPart(tx, actor, place, revision)
    authorize(partPolicy.coordinate(actor, known))
    requireState(part, 'contributed')
    await tx.consultationPart.update({
      where: { id: part.id, revision },
      data: {
        ...{ contributedById: null, contributedAt: null, returnedWords: reason },
        revision: { increment: 1 },
      },
    })
    const payload = { ...about(known, part), told: await toWhomItGoes(tx, actor, known, part) }
    await record(tx, actor, partEvents.partReturned(known, payload, 'supplier'))
  })
}

async function openPart(tx: Tx, actor: Actor, { consultationId, partId }: PartPlace, revision: number) {
  const known = await lockConsultation(tx, actor, consultationId)
  const part = await getPart(tx, actor, known, partId)
  if (known.status === 'merged') throw new Conflict('linking:error.isMerged')
  requireRevision(part.revision, revision)
  return { known, part }
}

function requireState(part: KnownPart, state: PartState): void {
  if (stateOf(part) !== state) throw new Conflict('parts:error.changedMeanwhile')
}

const about = (known: KnownConsultation, { id, question, function: fn }: KnownPart) => ({
  ...{ ...namedConsultation(known), partId: id, question, function: fn },
})

/** Whoever writes it anew: a guest is told by mail alone, and for one who left the function does. */
async function toWhomItGoes(tx: Tx, actor: Actor, known: KnownConsultation, part: KnownPart) {
  if (part.guestId) return []
  const one = part.ownerId ?? (part.contributedBy?.isGuest ? null : part.contributedById)
  const told = one ? [one] : await membersOf(tx, known.accountId, part.function)
  return told.filter((id) => id !== actor.membershipId)
}

/** Whoever asked for the part, and whoever has the consultation. */
function toCoordinator(actor: Actor, known: KnownConsultation, part: KnownPart) {
  const told = new Set([part.askedById, known.assigneeId].filter((id) => id !== null))
  return { ...about(known, part), told: [...told].filter((id) => id !== actor.membershipId) }
}
