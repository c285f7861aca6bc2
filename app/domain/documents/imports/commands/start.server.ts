import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { Conflict } from '#app/platform/errors.ts'
import { importEvents } from '../events.ts'
import { importPolicy } from '../policy.ts'
import { countRows, getImport } from '../queries/import.server.ts'

/** Takes in what was checked. Where it is released at once, that is the second person's word for all of it. */
export async function startImport(actor: Actor, importId: string): Promise<void> {
  await transact(async (tx) => {
    const found = await getImport(actor, importId, tx)
    authorize(importPolicy.start(actor, found))
    if (found.status !== 'checked') throw new Conflict('common:error.transition')
    const { planned, refused } = await countRows(found.id, tx)
    if (planned === 0) throw new Conflict('imports:error.nothingPlanned')
    if (found.isWhole && refused > 0) throw new Conflict('imports:error.notWhole')
    const { id, organizationId, name, isReleased } = found
    const data = { status: 'running', startedById: actor.membershipId, startedAt: now() } as const
    const { count } = await tx.documentImport.updateMany({ where: { id, status: 'checked' }, data })
    if (count !== 1) throw new Conflict('common:error.changed')
    await record(
      tx,
      actor,
      importEvents.started({ id, organizationId }, { name, planned, isReleased }, 'supplier'),
    )
  })
}

/** Takes an import back, as far as nobody relied on its documents; a job does it, and says of each why it stays. */
export async function askUndo(actor: Actor, importId: string): Promise<void> {
  await transact(async (tx) => {
    const found = await getImport(actor, importId, tx)
    authorize(importPolicy.undo(actor))
    const { count } = await tx.documentImport.updateMany({
      where: { id: found.id, status: 'done' },
      data: { status: 'undoing' },
    })
    if (count !== 1) throw new Conflict('common:error.transition')
    const { id, organizationId, name } = found
    await record(tx, actor, importEvents.undoAsked({ id, organizationId }, { name }, 'supplier'))
  })
}
