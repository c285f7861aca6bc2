import type { MemberFunction } from '#app/domain/access/actor.ts'
import { documentNumber } from '#app/domain/documents/kinds.ts'
import type { Draw, Note } from './documents.ts'
import { releasedOf } from './documents.ts'
import { instant, type Row } from './insert.ts'
import type { Account, Member, People } from './people.ts'
import { period } from './plan.ts'

/** Whom a document is for: without accounts, every account. */
export interface Reach {
  accounts: Account[] | null
  functions: MemberFunction[]
}

export function audienceOf(
  { random, people }: Draw,
  documentId: string,
  { accounts, functions }: Reach,
): Row[] {
  return (accounts ?? [null]).map((account) => ({
    ...{ id: random.id(period.from), document_id: documentId, organization_id: people.supplierId },
    ...{ account_id: account?.id ?? null, functions },
  }))
}

export function reachedMembers(people: People, { accounts, functions }: Reach): Member[] {
  return (accounts ?? people.accounts.slice(0, 20)).flatMap(({ members }) =>
    members.filter((member) => member.functions.some((each) => functions.includes(each))),
  )
}

/** Who opened the version in force, with the events of it. */
export function readingRows({ random, people, chronicle }: Draw, note: Note): Row[] {
  const version = releasedOf(note)
  if (!version) return []
  const accountOf = new Map(people.accounts.map((account) => [account.customerId, account]))
  return random.some(reachedMembers(people, note.reach), random.whole(0, 8)).map((member) => {
    const at = version.at + period.day * (1 + random.whole(1, 20))
    const account = accountOf.get(member.organizationId)
    const organization = `Customer ${String(account?.number).padStart(3, '0')}`
    const payload = {
      number: documentNumber('technical_note', note.number),
      title: version.title,
      version: version.number,
      organization,
    }
    const common = { organizationId: people.supplierId, accountId: account?.id ?? null, subjectId: note.id }
    chronicle.add({ ...common, at, type: 'document.opened', actor: member, payload })
    return {
      ...{ version_id: version.id, membership_id: member.id, document_id: note.id, account_id: account?.id },
      ...{
        open_count: random.whole(1, 6),
        first_opened_at: instant(at),
        last_opened_at: instant(at + period.day),
      },
      download_count: random.whole(0, 2),
    }
  })
}
