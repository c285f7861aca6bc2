import { uuidv7 } from 'uuidv7'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict, Invalid } from '#app/platform/errors.ts'
import { dayOf } from '../../clocks/queries/decided.server.ts'
import { type KnownConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { todayOf } from '../../work/queries/today.server.ts'
import { partEvents } from '../events.ts'
import type { ChangePartInput, PartInput, PartReasonInput } from '../forms.ts'
import { partLimits, stateOf } from '../part.ts'
import { partPolicy } from '../policy.ts'
import {
  findContributor,
  getPart,
  lockConsultation,
  membersOf,
  type PartPlace,
  readsPart,
  requireAnswerable,
  requireRevision,
} from '../queries/part.server.ts'

const years = 2

/**
 * Asks a part of a consultation of a function, or of somebody in particular.
 * @throws NotFound, Forbidden, Conflict, Invalid
 */
export async function askPart(actor: Actor, consultationId: string, input: PartInput): Promise<string> {
  return transact(async (tx) => {
    const known = await lockConsultation(tx, actor, consultationId)
    authorize(partPolicy.coordinate(actor, known))
    requireAnswerable(known)
    const position = await tx.consultationPart.count({ where: { consultationId: known.id } })
    if (position >= partLimits.onConsultation) throw new Conflict('parts:error.many')
    const data = await checked(tx, known, input)
    const id = uuidv7()
    await tx.consultationPart.create({
      data: {
        ...{ id, consultationId: known.id, accountId: known.accountId, position, ...data },
        ...{ askedById: actor.membershipId, askedAt: now() },
      },
    })
    const told = await toldOf(tx, actor, known, data)
    await record(tx, actor, partEvents.partAsked(known, { ...told, ...about(id, input) }, 'supplier'))
    return id
  })
}

/** Other words, another owner, another day, until it was released. @throws NotFound, Forbidden, Conflict, Invalid */
export async function changePart(actor: Actor, place: PartPlace, input: ChangePartInput): Promise<void> {
  await transact(async (tx) => {
    const { known, part } = await openForCoordinator(tx, actor, place, input.revision)
    const { revision, ...asked } = input
    const isSameDay = part.dueOn.toISOString().slice(0, 10) === input.dueOn
    const data = await checked(tx, known, asked, isSameDay)
    const unreminded = isSameDay ? {} : { remindedAt: null, missedAt: null }
    await tx.consultationPart.update({
      where: { id: part.id, revision },
      data: { ...data, ...unreminded, revision: { increment: 1 } },
    })
    const told = await toldOf(tx, actor, known, data)
    await record(tx, actor, partEvents.partChanged(known, { ...told, ...about(part.id, input) }, 'supplier'))
  })
}

/** It needs no answer any more. @throws NotFound, Forbidden, Conflict */
export async function withdrawPart(actor: Actor, place: PartPlace, input: PartReasonInput): Promise<void> {
  await transact(async (tx) => {
    const { known, part } = await openForCoordinator(tx, actor, place, input.revision)
    await tx.consultationPart.update({
      where: { id: part.id, revision: input.revision },
      data: { withdrawnAt: now(), withdrawnReason: input.reason, revision: { increment: 1 } },
    })
    const told = await toldOf(tx, actor, known, part)
    await record(tx, actor, partEvents.partWithdrawn(known, { ...told, ...about(part.id, part) }, 'supplier'))
  })
}

async function openForCoordinator(tx: Tx, actor: Actor, place: PartPlace, revision: number) {
  const known = await lockConsultation(tx, actor, place.consultationId)
  const part = await getPart(tx, actor, known, place.partId)
  authorize(partPolicy.coordinate(actor, known))
  requireAnswerable(known)
  const state = stateOf(part)
  if (state === 'withdrawn' || state === 'released') throw new Conflict('parts:error.isOver')
  requireRevision(part.revision, revision)
  return { known, part }
}

const about = (partId: string, { question, function: fn }: Pick<PartInput, 'question' | 'function'>) => ({
  ...{ partId, question, function: fn },
})

/** The owner, or who could take it; never whoever did it. A guest is told by mail alone (see guests/jobs/tell.server.ts). */
async function toldOf(
  tx: Tx,
  actor: Actor,
  known: KnownConsultation,
  { ownerId, guestId, function: fn }: Owned & { function: PartInput['function'] },
) {
  const told = ownerId ? [ownerId] : guestId ? [] : await membersOf(tx, known.accountId, fn)
  return { ...namedConsultation(known), told: told.filter((id) => id !== actor.membershipId) }
}

/** A day that stays what it was may be over. */
async function checked(tx: Tx, known: KnownConsultation, input: PartInput, mayBeOver = false) {
  const { question, function: fn, dueOn } = input
  const owner = await ownerOf(tx, known, input)
  const today = await todayOf(tx, known.organizationId)
  if (dueOn < today && !mayBeOver) throw new Invalid('dueOn', 'parts:error.dayOver')
  const last = `${Number(today.slice(0, 4)) + years}${today.slice(4)}`
  if (dueOn > last) throw new Invalid('dueOn', 'parts:error.dayTooFar', { years })
  return { question, function: fn, ...owner, dueOn: new Date(dueOn) }
}

interface Owned {
  ownerId?: string | null
  guestId?: string | null
}

/** Whom the form names: somebody who reads the consultation, or a guest, who answers while it takes part. */
async function ownerOf(tx: Tx, known: KnownConsultation, { ownerId: named, dueOn }: PartInput) {
  if (!named) return { ownerId: null, guestId: null }
  const guest = await findContributor(tx, known, named)
  if (!guest) {
    if (!(await readsPart(tx, known, named))) throw new Invalid('ownerId', 'parts:error.cannotRead')
    return { ownerId: named, guestId: null }
  }
  const endsOn = dayOf(guest.endsOn)
  if (dueOn > endsOn) throw new Invalid('dueOn', 'parts:error.guestLeaves', { endsOn })
  return { ownerId: null, guestId: guest.id }
}
