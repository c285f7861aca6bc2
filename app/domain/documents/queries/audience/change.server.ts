import { createHash } from 'node:crypto'
import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { visibleAccounts } from '#app/domain/accounts/scope.server.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { type AudienceLine, membersInAudience } from '../../audience-members.server.ts'
import type { ReachInput } from '../../forms.ts'
import { documentPolicy } from '../../policy.ts'
import { visibleAudience } from '../../scope.server.ts'
import { getDocument } from '../document.server.ts'
import { linesOf } from './lines.server.ts'

export interface Reached {
  id: string
  name: string
  organizationName: string
}

export interface AudienceChange {
  gains: Reached[]
  loses: Reached[]
  /** Says that somebody saw just these people; empty when nobody gains or loses anything. */
  key: string
}

/** Who would come to see a document by another audience, and who no longer, at the accounts that the actor may enter. */
export async function changeOfAudience(
  actor: Actor,
  documentId: string,
  input: ReachInput,
  db: Database = prisma,
): Promise<AudienceChange> {
  const document = await getDocument(actor, documentId, db)
  authorize(documentPolicy.changeAudience(actor, document))
  const present = await db.documentAudience.findMany({
    where: { AND: [{ documentId }, visibleAudience(actor)] },
    select: { accountId: true, familyId: true, functions: true },
  })
  const members = (lines: AudienceLine[]) => listMembers(actor, lines, db)
  const before = await members(present)
  const after = await members(await linesOf(db, actor, input))
  const without = (some: Reached[], others: Reached[]) => {
    const known = new Set(others.map((each) => each.id))
    return some.filter((each) => !known.has(each.id))
  }
  const gains = without(after, before)
  const loses = without(before, after)
  const said = [gains, loses].map((people) => people.map((each) => each.id).sort())
  const isNone = gains.length + loses.length === 0
  return { gains, loses, key: isNone ? '' : createHash('sha256').update(JSON.stringify(said)).digest('hex') }
}

async function listMembers(actor: Actor, lines: AudienceLine[], db: Database): Promise<Reached[]> {
  const rows = await db.membership.findMany({
    relationLoadStrategy: 'join',
    where: membersInAudience(actor.organizationId, lines, visibleAccounts(actor)),
    select: { id: true, name: true, organization: { select: { name: true } } },
    orderBy: [{ organization: { name: 'asc' } }, { name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ id, name, organization }) => ({ id, name, organizationName: organization.name }))
}
