import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { documentEvents } from '../../events.ts'
import { documentPolicy } from '../../policy.ts'
import { getDocument, namedVersion } from '../../queries/document.server.ts'
import type { ParametersInput } from '../forms.ts'
import { writeLines } from './write-lines.server.ts'

/** Writes the whole table of a draft; somebody else's change since `seenAt` is a conflict, and nothing is changed. */
export async function writeParameters(
  actor: Actor,
  documentId: string,
  { rows, seenAt }: ParametersInput,
): Promise<void> {
  await transact(async (tx) => {
    const document = await getDocument(actor, documentId, tx)
    const version = document.versions.find((each) => each.status === 'draft')
    if (!version) throw new Conflict('common:error.transition')
    authorize(documentPolicy.edit(actor, document, version))
    const { count } = await tx.documentVersion.updateMany({
      where: { id: version.id, status: 'draft', updatedAt: seenAt },
      data: { updatedAt: now() },
    })
    if (count !== 1) throw new Conflict('common:error.changed')
    const owner = { id: version.id, documentId, organizationId: document.organizationId }
    await tx.documentParameter.deleteMany({ where: { versionId: version.id } })
    await writeLines(tx, owner, rows)
    const payload = { ...namedVersion(document, version), count: rows.length }
    await record(tx, actor, documentEvents.parametersChanged(document, payload, 'supplier'))
  })
}
