import type { Actor } from '#app/domain/access/actor.ts'
import { requireId } from '#app/domain/access/ids.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { record } from '#app/domain/events/record.server.ts'
import { isUniqueViolation, transact } from '#app/platform/database/database.server.ts'
import { Invalid, NotFound } from '#app/platform/errors.ts'
import { accountEvents } from '../events.ts'
import type { SiteInput } from '../forms.ts'
import { accountPolicy } from '../policy.ts'
import { getAccount } from '../queries/accounts.server.ts'
import { subjectOf } from './accounts.server.ts'

/**
 * Adds a site, or with `siteId` changes one. Sites are never deleted: the coverage matrix and orders name them.
 * @throws NotFound, Forbidden, Invalid for a name that there is already
 */
export async function saveSite(actor: Actor, accountId: string, input: SiteInput): Promise<string> {
  const { siteId, address = '', ...rest } = input
  const data = { ...rest, address }
  try {
    return await transact(async (tx) => {
      const account = await getAccount(actor, accountId, tx)
      authorize(accountPolicy.changeSites(actor, account))
      if (!siteId) {
        const { id } = await tx.site.create({ data: { accountId, ...data } })
        await record(tx, actor, accountEvents.siteAdded(subjectOf(account), { name: data.name }))
        return id
      }
      const { count } = await tx.site.updateMany({ where: { id: requireId(siteId), accountId }, data })
      if (count !== 1) throw new NotFound()
      await record(tx, actor, accountEvents.siteChanged(subjectOf(account), { name: data.name }))
      return siteId
    })
  } catch (error) {
    if (isUniqueViolation(error)) throw new Invalid('name', 'accounts:error.siteExists')
    throw error
  }
}
