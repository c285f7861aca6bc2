import type { Actor } from '#app/domain/access/actor.ts'
import { authorize } from '#app/domain/access/policy.ts'
import { getAccount } from '#app/domain/accounts/queries/accounts.server.ts'
import { asLanguage } from '#app/i18n/languages.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { type VdiClass, vdiClasses } from '../../kinds.ts'
import { type Requirement, usualClasses } from '../handover.ts'
import { handoverPolicy } from '../policy.ts'
import { visibleRequirements } from '../scope.server.ts'

export interface KnownRequirement extends Requirement {
  reference: string
  /** Null where nothing was agreed and the usual is taken. */
  decided: { by: string; at: Date } | null
}

/** What an account needs at present: what was agreed last, or the usual classes in the customer's language. */
export async function findRequirement(
  actor: Actor,
  account: { id: string; customer: { language: string } },
  db: Database,
): Promise<KnownRequirement> {
  const found = await db.handoverRequirement.findFirst({
    relationLoadStrategy: 'join',
    where: { AND: [{ accountId: account.id }, visibleRequirements(actor)] },
    select: {
      classes: true,
      languages: true,
      reference: true,
      decidedAt: true,
      decidedBy: { select: { name: true } },
    },
    orderBy: { id: 'desc' },
  })
  if (!found) {
    const languages = [asLanguage(account.customer.language)]
    return { classes: [...usualClasses], languages, reference: '', decided: null }
  }
  const classes = found.classes.filter((each): each is VdiClass => vdiClasses.includes(each as VdiClass))
  const languages = found.languages.map(asLanguage)
  const decided = { by: found.decidedBy.name, at: found.decidedAt }
  return { classes, languages, reference: found.reference, decided }
}

/**
 * The same for whoever may change it.
 * @throws NotFound, Forbidden
 */
export async function getRequirementToChange(actor: Actor, accountId: string, db: Database = prisma) {
  const account = await getAccount(actor, accountId, db)
  authorize(handoverPolicy.require(actor, account))
  return { account, requirement: await findRequirement(actor, account, db) }
}
