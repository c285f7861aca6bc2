import type { Actor } from '#app/domain/access/actor.ts'
import type { Prisma } from '#app/platform/database/client/client.ts'
import type { DocumentStatus } from '../document.ts'
import type { DocumentKind } from '../kinds.ts'
import { documentPolicy } from '../policy.ts'

/** As part of the select of a version: what its tabs count. A customer counts the lines that are shared. */
export function countedParts(actor: Actor) {
  const where = actor.side === 'customer' ? { isShared: true } : {}
  return { select: { parameters: { where } } } satisfies Prisma.DocumentVersionSelect['_count']
}

interface Document {
  id: string
  organizationId: string
  kind: DocumentKind
  /** Those that the reader sees. */
  versions: unknown[]
}

interface Version {
  version: number
  status: DocumentStatus
  reviewRounds: unknown[]
  _count: { parameters: number }
}

/** Which parts of a version its reader finds, the same on the page of each of them. */
export function tabsOf(actor: Actor, document: Document, version: Version) {
  return {
    id: document.id,
    version: version.version,
    isNotice: document.kind === 'change_notice',
    parameters: version._count.parameters,
    hasParameters: version._count.parameters > 0 || version.status === 'draft',
    hasDifferences: document.versions.length > 1,
    hasComments: documentPolicy.comment(actor, document),
    hasTranslations: documentPolicy.translate(actor, document),
    hasEvidence: documentPolicy.seeEvidence(actor, document),
    // The database tells a customer of no round.
    hasReview: version.reviewRounds.length > 0,
  }
}
export type DocumentTabFacts = ReturnType<typeof tabsOf>
