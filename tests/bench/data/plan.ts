import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { migrationsOnDisk } from '#app/platform/database/migrations.server.ts'

export interface Size {
  members: number
  accounts: number
  documents: number
  versions: number
  consultations: number
  messages: number
  comparisons: number
  notifications: number
}

const full: Size = {
  members: 2_000,
  accounts: 200,
  documents: 5_000,
  versions: 12_000,
  consultations: 20_000,
  messages: 200_000,
  comparisons: 1_000,
  notifications: 60_000,
}

/** What is filled in; a part of it for trying the bench itself. */
export function sizeOf(scale: number): Size {
  const entries = Object.entries(full).map(([name, count]) => [name, Math.max(10, Math.round(count * scale))])
  const size = Object.fromEntries(entries) as unknown as Size
  return { ...size, members: Math.max(size.members, 100 + size.accounts * 4) }
}

const day = 24 * 3600 * 1000

/** The two years in which everything happened: always the same ones. */
export const period = { from: Date.UTC(2023, 6, 1), to: Date.UTC(2025, 5, 30), day }

/** Members of the supplier. */
export const supplierMembers = 100

/** Everybody's password. */
export const password = 'counterpart-bench'

/** Those who are measured. */
export const persons = {
  customer: { email: 'customer-engineer@bench.example', label: 'customer engineer' },
  supplier: { email: 'supplier-engineer@bench.example', label: 'supplier engineer' },
} as const
export type PersonKey = keyof typeof persons

/** Names the content: another size, other code that fills or other migrations give another one. */
export async function fingerprint(scale: number): Promise<string> {
  const hash = createHash('sha256').update(String(scale))
  const folder = import.meta.dirname
  for (const name of readdirSync(folder).sort()) hash.update(readFileSync(path.join(folder, name)))
  for (const migration of await migrationsOnDisk()) hash.update(migration.checksum)
  return hash.digest('hex').slice(0, 20)
}
