import type { Actor } from '#app/domain/access/actor.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { transact } from '#app/platform/database/database.server.ts'
import { recordDownload } from '../../commands/read.server.ts'
import { handoverEvents } from '../events.ts'
import type { PackageSource } from '../package/source.server.ts'

/**
 * Records that a package went out: once for the account with every version that was in it, and for each document as a
 * download of all of it, which is what the reading evidence counts.
 */
export async function takePackage(actor: Actor, source: PackageSource): Promise<void> {
  const { account, variant, documents, name } = source
  await transact(async (tx) => {
    const taken = await tx.handoverPackage.create({
      data: {
        accountId: account.id,
        organizationId: account.supplierId,
        variantId: variant?.id ?? null,
        name,
        takenById: actor.membershipId,
        takenAt: now(),
      },
      select: { id: true },
    })
    await tx.handoverPackageItem.createMany({
      data: documents.map(({ document, version }) => ({
        packageId: taken.id,
        versionId: version.id,
        documentId: document.id,
        accountId: account.id,
      })),
    })
    for (const { document, version } of documents) {
      const opened = { id: version.id, version: version.version, title: version.title, document }
      await recordDownload(actor, opened, { name, firstByte: 0 })
    }
    const subject = { id: account.id, organizationId: account.supplierId, accountId: account.id }
    const payload = { customer: account.customer.name, variant: variant?.number ?? '', file: name }
    const side = actor.side === 'supplier' ? 'supplier' : null
    const count = { documents: documents.length }
    await record(tx, actor, handoverEvents.handoverTaken(subject, { ...payload, ...count }, side))
  })
}
