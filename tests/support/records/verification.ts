import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { store } from '../stored.ts'
import type { World } from '../world.ts'
import { comparison } from './comparisons.ts'

export type Measured = Record<
  'comparison' | 'plan' | 'quantity' | 'period' | 'file' | 'signature' | 'entry',
  string
>

export interface VerificationRecords {
  measured: { lumen: Measured; aurora: Measured }
}

/** Of each account a comparison in trial: its plan, one month with evidence, a signature, and a line of the ledger. */
export async function verificationRecords(world: World, number: () => number): Promise<VerificationRecords> {
  const of = (account: 'lumen' | 'aurora') => measured(world, account, number())
  return { measured: { lumen: await of('lumen'), aurora: await of('aurora') } }
}

async function measured(world: World, account: 'lumen' | 'aurora', number: number): Promise<Measured> {
  const database = unscopedPrisma()
  const { dev, marcus } = world.people
  const accountId = world.accounts[account]
  const comparisonId = await comparison(world, [accountId, 'shared', number])
  const at = new Date()
  const place = { comparisonId, accountId }
  const option = { ...place, position: 1, name: 'New', isBaseline: false }
  const { id: optionId } = await database.comparisonOption.create({ data: option })
  const signed = { ...place, revision: 1, hash: 'h' }
  await database.comparisonAgreement.create({
    data: { ...signed, engineVersion: '1', case: {}, result: { alternatives: [] } },
  })
  await database.comparison.update({ where: { id: comparisonId }, data: { status: 'agreed', sharedAt: at } })
  const plan = await database.verificationPlan.create({
    data: {
      ...{
        ...place,
        optionId,
        ipmvpOption: 'B',
        boundary: 'Line',
        startsOn: new Date('2026-03-01'),
        periods: 6,
      },
      ...{ changedById: marcus.membershipId, changedAt: at },
    },
  })
  const quantity = await database.verificationQuantity.create({
    data: {
      ...{
        ...place,
        planId: plan.id,
        position: 0,
        name: 'Energy',
        unit: 'kWh',
        category: 'energy',
        place: 'Line',
      },
      ...{ measuredFrom: at, baseline: 10, followsVolume: false, price: 1 },
    },
  })
  const signature = (side: 'supplier' | 'customer') =>
    database.verificationSignature.create({
      data: {
        ...{ ...place, planId: plan.id, matter: 'plan', subjectId: plan.id, revision: 1, hash: 'h', side },
        ...{ signedById: marcus.membershipId, signedAt: at },
      },
    })
  const [first] = [await signature('supplier'), await signature('customer')]
  await database.verificationPlan.update({ where: { id: plan.id }, data: { agreedAt: at } })
  await database.comparison.update({
    where: { id: comparisonId },
    data: { status: 'trial', trialFrom: new Date('2026-03-01') },
  })
  const period = await database.verificationPeriod.create({
    data: {
      ...{
        ...place,
        planId: plan.id,
        number: 1,
        revision: 1,
        engineVersion: '1',
        result: { quantities: [], amount: '1' },
      },
      ...{ saving: 1, hash: 'a'.repeat(64), enteredById: dev.membershipId, side: 'supplier', enteredAt: at },
    },
  })
  await database.verificationReading.create({
    data: { periodId: period.id, quantityId: quantity.id, accountId, value: 9 },
  })
  const file = await store(dev, { name: 'meter.txt', type: 'text/plain', bytes: Buffer.from('9') })
  await database.verificationFile.create({
    data: { periodId: period.id, fileId: file, accountId, position: 0 },
  })
  const entry = await database.savingsEntry.create({
    data: {
      ...{
        ...place,
        organizationId: world.organizations.halden,
        key: 'k',
        kind: 'agreed',
        amount: 1,
        currency: 'EUR',
      },
      ...{ year: 2026, revision: 1, recordedById: marcus.membershipId, recordedAt: at },
    },
  })
  return {
    comparison: comparisonId,
    plan: plan.id,
    quantity: quantity.id,
    period: period.id,
    file,
    signature: first.id,
    entry: entry.id,
  }
}
