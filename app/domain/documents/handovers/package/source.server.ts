import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { Conflict } from '#app/platform/errors.ts'
import { handoverPolicy } from '../policy.ts'
import type { HandoverDocument } from '../queries/documents.server.ts'
import { getHandover } from '../queries/handover.server.ts'

/**
 * What a package of an account, or of one of its variants, is written from: the documents that the actor may see and that
 * were not taken back, with what the account needs.
 * @throws NotFound, Forbidden; Conflict when there is nothing to pack, or too much for one file.
 */
export async function getPackageSource(actor: Actor, accountId: string, variantId: string | null) {
  const { account, variant, variants, requirement, completeness, documents, isMore } = await getHandover(
    actor,
    accountId,
    variantId,
  )
  authorize(handoverPolicy.take(actor))
  if (isMore) throw new Conflict('handover:error.tooMany')
  const packed = documents.filter(({ holding }) => holding !== 'withdrawn')
  if (packed.length === 0) throw new Conflict('handover:error.nothing')
  const variantIds = new Set(variants.map(({ id }) => id))
  const about = variant?.number ?? `A-${account.number}`
  return {
    ...{ account, variant, requirement, completeness },
    documents: packed.map((each) => packedDocument(each, { organizationId: account.supplierId, variantIds })),
    name: `handover-${safe(about)}.zip`,
  }
}
export type PackageSource = Awaited<ReturnType<typeof getPackageSource>>
export type PackedDocument = PackageSource['documents'][number]

interface Owner {
  organizationId: string
  /** Of the account: a package names no other one's. */
  variantIds: Set<string>
}

function packedDocument({ version, ...document }: HandoverDocument, { organizationId, variantIds }: Owner) {
  const folder = `${document.number}-v${version.version}`
  return { document: { ...document, organizationId }, version, variantIds, container: `${folder}.zip` }
}

const safe = (text: string) => text.replace(/[^\p{L}\p{N}._-]/gu, '_').slice(0, 80)
