import { uuidv7 } from 'uuidv7'
import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { consultationLimits } from '../../consultation.ts'
import { type KnownConsultation, namedConsultation } from '../../queries/consultation.server.ts'
import { partEvents } from '../events.ts'
import type { DraftInput } from '../forms.ts'
import { assembled } from '../part.ts'
import { partPolicy } from '../policy.ts'
import {
  findDraft,
  getDraft,
  lockConsultation,
  membersOf,
  requireAnswerable,
  requireRevision,
} from '../queries/part.server.ts'
import { chooseFiles } from './write-files.server.ts'

/**
 * Makes one draft answer of what was handed in; what is handed in later is put below it, and what was written there stays.
 * @throws NotFound, Forbidden, Conflict
 */
export async function assembleParts(actor: Actor, consultationId: string): Promise<string> {
  return transact(async (tx) => {
    const known = await openForCoordinator(tx, actor, consultationId)
    const parts = await tx.consultationPart.findMany({
      where: {
        ...{ consultationId: known.id, assemblyId: null, withdrawnAt: null },
        contributedAt: { not: null },
      },
      orderBy: { position: 'asc' },
    })
    if (parts.length === 0) throw new Conflict('parts:error.nothingHandedIn')
    const draft = await findDraft(tx, actor, known)
    const body = [draft?.body, assembled(parts)].filter(Boolean).join('\n\n')
    if (body.length > consultationLimits.message)
      throw new Conflict('parts:error.tooLong', { max: consultationLimits.message })
    const functions = [...new Set([...(draft?.functions ?? []), ...parts.map((part) => part.function)])]
    const id = draft?.id ?? uuidv7()
    if (draft) await change(tx, id, draft.revision, { body, functions })
    else {
      const place = { consultationId: known.id, accountId: known.accountId }
      const made = { assembledById: actor.membershipId, assembledAt: now() }
      await tx.consultationAssembly.create({ data: { id, ...place, body, functions, ...made } })
    }
    for (const part of parts)
      await tx.consultationPart.update({
        where: { id: part.id },
        data: { assemblyId: id, revision: { increment: 1 } },
      })
    await tell(tx, actor, known, { id, revision: (draft?.revision ?? 0) + 1, functions })
    return id
  })
}

/** Other words, other functions that must sign, or other files that go along. Signatures are of a revision: they hold for this one no more. */
export async function changeDraft(
  actor: Actor,
  consultationId: string,
  { body, functions, fileIds, revision }: DraftInput,
): Promise<void> {
  await transact(async (tx) => {
    const known = await openForCoordinator(tx, actor, consultationId)
    const draft = await getDraft(tx, actor, known)
    requireRevision(draft.revision, revision)
    const named = [...new Set(functions)]
    const isOther = fileIds ? await chooseFiles(tx, draft.id, fileIds) : false
    if (!isOther && draft.body === body && isSame(draft.functions, named)) return
    await change(tx, draft.id, revision, { body, functions: named })
    await tell(tx, actor, known, { id: draft.id, revision: revision + 1, functions: named })
  })
}

async function openForCoordinator(tx: Tx, actor: Actor, consultationId: string) {
  const known = await lockConsultation(tx, actor, consultationId)
  authorize(partPolicy.coordinate(actor, known))
  requireAnswerable(known)
  return known
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((each) => other.includes(each))

const change = (tx: Tx, id: string, revision: number, data: { body: string; functions: MemberFunction[] }) =>
  tx.consultationAssembly.update({
    where: { id, revision, releasedAt: null },
    data: { ...data, revision: { increment: 1 } },
  })

/** Those who may sign are told that there is something to be signed. */
async function tell(
  tx: Tx,
  actor: Actor,
  known: KnownConsultation,
  { id, revision, functions }: { id: string; revision: number; functions: MemberFunction[] },
) {
  const told = new Set<string>()
  for (const fn of functions) for (const member of await membersOf(tx, known.accountId, fn)) told.add(member)
  told.delete(actor.membershipId)
  const payload = { ...namedConsultation(known), told: [...told], assemblyId: id, revision }
  await record(tx, actor, partEvents.partsAssembled(known, payload, 'supplier'))
}
