import type { Actor } from '#app/domain/access/actor.ts'
import { nextNumber } from '#app/domain/access/numbers.server.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { documentEvents } from '../events.ts'
import type { DocumentInput } from '../forms.ts'
import { classOfKind, documentNumber } from '../kinds.ts'
import { documentPolicy } from '../policy.ts'
import { contentOf } from './content.ts'
import { writeFiles } from './write-files.server.ts'
import { writeReach } from './write-reach.server.ts'

/** Begins a document with its first draft. */
export async function createDocument(
  actor: Actor,
  input: DocumentInput,
): Promise<{ id: string; number: string }> {
  authorize(documentPolicy.create(actor))
  return transact(async (tx) => {
    const { organizationId, membershipId } = actor
    const { kind, title, language } = input
    const number = await nextNumber(tx, organizationId, kind)
    const at = now()
    const times = { createdAt: at, updatedAt: at }
    const document = await tx.document.create({
      data: {
        organizationId,
        kind,
        number,
        vdiClass: input.vdiClass ?? classOfKind[kind],
        securityClass: input.securityClass,
        title,
        language,
        ownerId: membershipId,
        ...times,
      },
      select: { id: true },
    })
    const says = { ...contentOf(input), authorId: membershipId, ...times }
    const version = await tx.documentVersion.create({
      data: { documentId: document.id, organizationId, version: 1, ...says },
      select: { id: true, documentId: true },
    })
    await writeReach(tx, actor, document.id, input)
    await writeFiles(tx, actor, version, input)
    const named = { number: documentNumber(kind, number), title, version: 1 }
    await record(tx, actor, documentEvents.created({ id: document.id, organizationId }, named, 'supplier'))
    return { id: document.id, number: named.number }
  })
}
