import type { Actor } from '#app/domain/access/actor.ts'
import { listProducts } from '#app/domain/accounts/queries/products.server.ts'
import { fieldText } from '#app/i18n/decimal-text.ts'
import { asLanguage, type Language } from '#app/i18n/languages.ts'
import { type Database, prisma } from '#app/platform/database/database.server.ts'
import { getComparison } from '../../queries/comparison.server.ts'
import type { PlanDraft } from '../draft.ts'
import { dayText } from '../verification.ts'
import type { Plan } from './plan.server.ts'
import { verificationView } from './view.server.ts'

/**
 * The form of the plan, with what there is to choose from.
 * @throws NotFound
 */
export async function planPage(actor: Actor, comparisonId: string, db: Database = prisma) {
  const view = await verificationView(actor, comparisonId, db)
  const { accountId, organizationId } = await getComparison(actor, comparisonId, db)
  const [sites, products] = await Promise.all([
    db.site.findMany({ where: { accountId }, select: { id: true, name: true }, orderBy: { name: 'asc' } }),
    listProducts(actor, organizationId, db),
  ])
  const language = asLanguage(actor.language)
  const { comparison, options, currency, plan, abilities } = view
  return {
    ...{ comparison, options, currency, sites, abilities },
    products: products.map(({ id, number, name }) => ({ id, label: `${number} ${name}` })),
    revision: plan?.revision ?? 0,
    draft: plan ? draftOf(plan, language) : emptyDraft(options[0]?.id ?? ''),
  }
}

const emptyDraft = (optionId: string): PlanDraft => ({
  ...{ optionId, productId: '', ipmvpOption: 'B', boundary: '', startsOn: '', periods: '6' },
  ...{ baselineVolume: '', quantities: [] },
})

function draftOf(plan: Plan, language: Language): PlanDraft {
  return {
    optionId: plan.optionId,
    productId: plan.productId ?? '',
    ipmvpOption: plan.ipmvpOption,
    boundary: plan.boundary,
    startsOn: dayText(plan.startsOn).slice(0, 7),
    periods: String(plan.periods),
    baselineVolume: fieldText(plan.baselineVolume, language),
    quantities: plan.quantities.map(({ name, unit, category, siteId, place, method, ...each }) => ({
      ...{ name, unit, category, siteId: siteId ?? '', place, method, followsVolume: each.followsVolume },
      measuredFrom: dayText(each.measuredFrom),
      baseline: fieldText(each.baseline, language),
      price: fieldText(each.price, language),
    })),
  }
}
