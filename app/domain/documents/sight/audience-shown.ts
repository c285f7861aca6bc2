import type { Actor } from '#app/domain/access/actor.ts'
import type { VersionPage } from '../queries/page.server.ts'
import { reasonOf } from './why.ts'

type Lines = VersionPage['document']['audience']
type Named = Pick<Lines[number], 'family' | 'variant'>

/** The names of what lines are narrowed by, by id. */
export function namesOf(lines: Named[]): Record<string, string> {
  const families = lines.flatMap(({ family }) =>
    family ? [[family.id, `${family.code} ${family.name}`]] : [],
  )
  const variants = lines.flatMap(({ variant }) => (variant ? [[variant.id, variant.number]] : []))
  return Object.fromEntries([...families, ...variants])
}

/** What a reader sees of a version's reach: the functions, and why it is among them; the supplier the accounts as well. */
export function audienceOf(actor: Actor, { audience }: { audience: Lines }) {
  const isSupplier = actor.side === 'supplier'
  const names = namesOf(audience)
  const accounts = isSupplier ? audience.flatMap((line) => line.account?.customer.name ?? []) : []
  return {
    everyAccount: audience.some((line) => line.accountId === null),
    functions: [...new Set(audience.flatMap((line) => line.functions))],
    accounts: [...new Set(accounts)].sort((a, b) => a.localeCompare(b)),
    only: isSupplier ? Object.values(names).sort((a, b) => a.localeCompare(b)) : [],
    // A customer's lines are those that it matches: the scope left out the others.
    reasons: isSupplier ? [] : audience.flatMap((line) => reasonOf(line, actor.functions) ?? []),
    organization: actor.organizationName,
    names,
  }
}
