import type { Actor } from '#app/domain/access/actor.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'
import { listRequests } from '../queries/request.server.ts'
import { visibleRequests } from '../scope.server.ts'
import { canonical, type Json, sha256 } from './canonical.ts'

export const packFormat = 'counterpart-evidence-1'

export interface PackedEntry {
  entry: { [key: string]: Json }
  previousHash: string
  hash: string
}

export interface EvidencePack {
  format: typeof packFormat
  document: { number: string; title: string; version: number; contentHash: string }
  madeAt: string
  madeFor: { id: string; name: string; organization: string }
  chains: { account: string; entries: PackedEntry[] }[]
  /** SHA-256 of the canonical JSON of everything above. */
  seal: string
}

/**
 * What is recorded about a version, as a chain for each account that the actor sees: for the supplier all of those
 * that it may enter, for a customer its own.
 * @throws NotFound when the version was never asked about.
 */
export async function packEvidence(
  actor: Actor,
  asked: { documentId: string; version: number },
  db: Database = prisma,
): Promise<EvidencePack> {
  const requests = await listRequests(actor, asked, db)
  const [first] = requests
  if (!first) throw new NotFound()
  const links = await db.evidenceEntry.findMany({
    where: {
      requestAccountId: { in: requests.map(({ id }) => id) },
      requestAccount: visibleRequests(actor),
    },
    orderBy: [{ requestAccountId: 'asc' }, { sequence: 'asc' }],
    select: { requestAccountId: true, entry: true, previousHash: true, hash: true },
  })
  const content = {
    format: packFormat,
    document: {
      number: first.document.number,
      title: first.title,
      version: first.version,
      contentHash: first.contentHash,
    },
    madeAt: now().toISOString(),
    madeFor: { id: actor.membershipId, name: actor.name, organization: actor.organizationName },
    chains: requests.map(({ id, customer }) => ({
      account: customer,
      entries: links
        .filter((link) => link.requestAccountId === id)
        .map(({ entry, previousHash, hash }) => ({
          entry: JSON.parse(entry) as { [key: string]: Json },
          previousHash,
          hash,
        })),
    })),
  } as const
  return { ...content, seal: sha256(canonical(content as unknown as Json)) }
}

/** The pack as a file: readable, and the same text for the same pack. */
export function packText(pack: EvidencePack): string {
  return `${JSON.stringify(pack, null, 2)}\n`
}
