import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { answerConsultation } from '../../commands/answer.server.ts'
import { namedConsultation } from '../../queries/consultation.server.ts'
import { partEvents } from '../events.ts'
import type { ReleaseInput, SignInput } from '../forms.ts'
import { missingSignOffs } from '../part.ts'
import { partPolicy } from '../policy.ts'
import { getDraft, lockConsultation, requireAnswerable, requireRevision } from '../queries/part.server.ts'
import { sendAlong } from './write-files.server.ts'

/**
 * A function's word on the revision that the person saw: signed, or with words an objection. One person may speak for each
 * function that they have.
 * @throws NotFound, Forbidden, Conflict
 */
export async function signDraft(actor: Actor, consultationId: string, input: SignInput): Promise<void> {
  await transact(async (tx) => {
    const known = await lockConsultation(tx, actor, consultationId)
    const draft = await getDraft(tx, actor, known)
    const functions = [...new Set(input.functions)]
    authorize(partPolicy.sign(actor, known, functions))
    requireAnswerable(known)
    requireRevision(draft.revision, input.revision)
    if (functions.some((fn) => !draft.functions.includes(fn))) throw new Conflict('parts:error.notAsked')
    const said = draft.signOffs.filter(({ revision }) => revision === draft.revision)
    if (said.some((each) => functions.includes(each.function))) throw new Conflict('parts:error.hasSigned')
    const { id: assemblyId, revision } = draft
    const objection = input.objection ?? ''
    const by = { signedById: actor.membershipId, signedAt: now(), objection }
    const place = { assemblyId, revision, consultationId: known.id, accountId: known.accountId }
    await tx.assemblySignOff.createMany({ data: functions.map((fn) => ({ ...place, function: fn, ...by })) })
    const told = [draft.assembledById].filter((id) => id !== actor.membershipId)
    const payload = { ...namedConsultation(known), told, assemblyId, revision, functions }
    const event = objection ? partEvents.partsObjected : partEvents.partsSigned
    await record(tx, actor, event(known, payload, 'supplier'))
  })
}

/**
 * Gives the draft to the customer as the answer, once: every named function has signed this revision, and no part is open.
 * @throws NotFound, Forbidden, Conflict
 */
export async function releaseDraft(
  actor: Actor,
  consultationId: string,
  { revision, replaces }: ReleaseInput,
): Promise<string> {
  return transact(async (tx) => {
    const known = await lockConsultation(tx, actor, consultationId)
    const draft = await getDraft(tx, actor, known)
    authorize(partPolicy.coordinate(actor, known))
    requireAnswerable(known)
    requireRevision(draft.revision, revision)
    if (missingSignOffs(draft, draft.signOffs).length > 0) throw new Conflict('parts:error.notSigned')
    const open = { consultationId: known.id, assemblyId: null, withdrawnAt: null }
    if ((await tx.consultationPart.count({ where: open })) > 0) throw new Conflict('parts:error.partsOpen')
    const answer = { body: draft.body, fileIds: [], ...(replaces ? { replaces } : {}) }
    const messageId = await answerConsultation(actor, known.id, answer)
    const place = { consultationId: known.id, accountId: known.accountId }
    await sendAlong(tx, { assemblyId: draft.id, messageId }, place)
    await tx.consultationAssembly.update({
      where: { id: draft.id, revision, releasedAt: null },
      data: { messageId, releasedById: actor.membershipId, releasedAt: now() },
    })
    const parts = await tx.consultationPart.findMany({
      where: { assemblyId: draft.id },
      select: { contributedById: true },
    })
    const people = new Set(parts.map((part) => part.contributedById).filter((id) => id !== null))
    people.delete(actor.membershipId)
    const payload = { ...namedConsultation(known), told: [...people], assemblyId: draft.id, revision }
    await record(tx, actor, partEvents.partsReleased(known, { ...payload, messageId }, 'supplier'))
    return messageId
  })
}
