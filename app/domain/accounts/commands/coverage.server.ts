import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type Tx, transact } from '#app/platform/database/database.server.ts'
import { Invalid } from '#app/platform/errors.ts'
import { canCover, coverageFunctions } from '../coverage.ts'
import { accountEvents } from '../events.ts'
import type { CoverageInput } from '../forms.ts'
import { accountPolicy } from '../policy.ts'
import { type AccountSummary, getAccount } from '../queries/accounts.server.ts'
import { listMembersWhoEnter } from '../queries/members-of-account.server.ts'
import { subjectOf } from './accounts.server.ts'

/**
 * Says who covers one line of the matrix on the actor's own side; without a member the line is taken away, and a
 * wider one answers, or nobody.
 * @throws NotFound, Forbidden, Invalid for what does not belong to this account or for a member without the function
 */
export async function assignCoverage(actor: Actor, accountId: string, input: CoverageInput): Promise<void> {
  await transact(async (tx) => {
    const account = await getAccount(actor, accountId, tx)
    authorize(accountPolicy.changeCoverage(actor, account))
    const names = await namesOf(tx, account, input)
    const member = input.membershipId ? await requireMember(tx, actor, account, input) : null
    const { side } = actor
    const line = {
      ...{ accountId, side, function: input.function },
      ...{ siteId: input.siteId ?? null, familyId: input.familyId ?? null },
    }
    // Two who assign the same line at once must not leave two.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`coverage ${accountId} ${side}`}, 0))`
    const removed = await tx.coverage.deleteMany({ where: line })
    if (member) {
      const { membershipId, name } = member
      await tx.coverage.create({ data: { ...line, membershipId, createdAt: now() } })
      const payload = { ...names, side, function: input.function, name, membershipId }
      await record(tx, actor, accountEvents.covered(subjectOf(account), payload))
    } else if (removed.count > 0) {
      const payload = { ...names, side, function: input.function }
      await record(tx, actor, accountEvents.uncovered(subjectOf(account), payload))
    }
  })
}

/** The member must be able to enter the account, stand on the actor's side and have the function. */
async function requireMember(tx: Tx, actor: Actor, account: AccountSummary, input: CoverageInput) {
  const members = await listMembersWhoEnter(account, tx)
  const member = members.find((m) => m.membershipId === input.membershipId && m.side === actor.side)
  if (!member) throw new Invalid('membershipId', 'common:error.unknown')
  if (!canCover(member, input.function)) throw new Invalid('membershipId', 'accounts:error.withoutFunction')
  return member
}

/** Site and family are looked up in the account and its supplier's catalogue; the event keeps their names. */
async function namesOf(tx: Tx, account: AccountSummary, { function: fn, siteId, familyId }: CoverageInput) {
  if (!coverageFunctions.includes(fn)) throw new Invalid('function', 'common:error.unknown')
  const site = siteId ? await tx.site.findFirst({ where: { id: siteId, accountId: account.id } }) : null
  if (siteId && !site) throw new Invalid('siteId', 'common:error.unknown')
  const family = familyId
    ? await tx.productFamily.findFirst({ where: { id: familyId, organizationId: account.supplierId } })
    : null
  if (familyId && !family) throw new Invalid('familyId', 'common:error.unknown')
  return { site: site?.name ?? null, family: family?.name ?? null }
}
