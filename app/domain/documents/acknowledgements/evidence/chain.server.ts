import { uuidv7 } from 'uuidv7'
import { now } from '#app/platform/clock.server.ts'
import type { Tx } from '#app/platform/database/database.server.ts'
import { canonical, type Json, sha256 } from './canonical.ts'

export const evidenceKinds = [
  'released',
  'asked',
  'notified',
  'delivered',
  'opened',
  'downloaded',
  'acknowledged',
  'information_requested',
  'information_given',
  'samples_requested',
  'accepted',
  'conditional',
  'rejected',
  'reminded',
  'overdue',
  'deemed_accepted',
  'implemented',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Who did it, as they were called then; null for the system. */
export type EvidencePerson = { id: string; name: string; organization: string } | null

export interface NewEvidence {
  kind: EvidenceKind
  /** What it is about: the same key is added once. */
  key: string
  at: Date
  by: EvidencePerson
  details?: Record<string, Json>
}

interface Head {
  sequence: number
  hash: string
  isKnown: boolean
}

/** The end of a chain. Whoever else wants to add to it, or to decide by it, waits until this transaction is over. */
export async function lockChain(tx: Tx, chain: string, key = ''): Promise<Head> {
  const [head] = await tx.$queryRaw<Head[]>`
    SELECT sequence, hash, is_known AS "isKnown" FROM app_evidence_head(${chain}::uuid, ${key})`
  if (!head) throw new Error('a chain without an end')
  return head
}

/**
 * Adds an entry to the chain of a request in an account: SHA-256 over the previous hash and the entry's canonical
 * JSON. The database works it out again and refuses what does not continue the chain. Returns false when the entry is
 * there already.
 */
export async function appendEvidence(tx: Tx, chain: string, evidence: NewEvidence): Promise<boolean> {
  const { kind, key, at, by, details = {} } = evidence
  const head = await lockChain(tx, chain, key)
  if (head.isKnown) return false
  const recordedAt = now()
  const entry = canonical({
    sequence: head.sequence + 1,
    kind,
    at: at.toISOString(),
    recordedAt: recordedAt.toISOString(),
    by,
    details,
  })
  await tx.$executeRaw`
    SELECT app_append_evidence(${chain}::uuid, ${uuidv7()}::uuid, ${key}, ${entry}, ${head.hash},
                               ${sha256(head.hash + entry)}, ${recordedAt}::timestamptz)`
  return true
}
