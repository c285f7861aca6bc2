import { beforeAll, describe, expect, test } from 'vitest'
import { mostSuggestions } from '#app/domain/consultations/asking/queries/suggestions.server.ts'
import { readTerms } from '#app/domain/consultations/asking/terms.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { reopenConsultation } from '#app/domain/consultations/commands/reopen.server.ts'
import { countQueries, unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as } from '../support.ts'
import { document, offered, settled } from './texts.ts'

const world = useWorld()
let cable: string
let aurora: string
let accepted: string

const idsOf = async (...given: Parameters<typeof offered>) => (await offered(...given)).map(({ id }) => id)

beforeAll(async () => {
  cable = await document(world, {
    title: 'Long motor cables and earth leakage',
    body: 'With a cable beyond 50 m the drive trips on earth fault. Fit a choke.',
  })
  aurora = await document(world, {
    title: 'Earth fault trips at Aurora',
    body: 'The cable of the drive in Aurora was damaged.',
    accountId: world.accounts.aurora,
  })
  await document(world, { title: 'Earth fault draft', body: 'Drive and cable', isReleased: false })
  accepted = await settled(world, {
    ...{ by: 'lin', account: 'lumen', answeredBy: 'ingrid' },
    subject: 'Condensation in the terminal box',
    body: 'Water gathers in the terminal box overnight.',
    answer: 'Drill the drain hole at the lowest point.',
  })
})

describe('what is typed', () => {
  test.each([
    ['Drive', null],
    ['Drive t', null],
    ['Drive 40', null],
    ['Drive trips', ["'drive'", "'trips'"]],
    ['CMD-075-4', ["'cmd'", "'075'"]],
    ['电机', null],
    ['电机过热', ["'电机'", "'机过'", "'过热'"]],
    ["Robert'); DROP--", ["'robert'", "'drop'"]],
    ['', null],
  ])('%j is compared from the second word on', (text, terms) => {
    expect(readTerms(text)?.terms ?? null).toEqual(terms)
  })
})

describe('suggestions', () => {
  test('a document by two of its words, best first, with language and number', async () => {
    const [first] = await offered(world, 'lin', 'Drive trips on earth fault with long cable')
    expect(first).toMatchObject({ kind: 'document', id: cable, number: 'TN-0501', language: 'en', ended: 0 })
  })

  test('an accepted answer, by the words of the question and of the answer', async () => {
    expect(await idsOf(world, 'lin', 'water in terminal box')).toEqual([accepted])
    expect(await idsOf(world, 'chen', 'where to drill a drain hole')).toEqual([accepted])
  })

  test('one word alone, and words that say nothing, offer nothing', async () => {
    expect(await idsOf(world, 'lin', 'cable')).toEqual([])
    expect(await idsOf(world, 'lin', 'why is it that the cable does not')).toEqual([])
    expect(await idsOf(world, 'lin', 'cable invoices')).toEqual([])
  })

  test('of six words, three have to be there', async () => {
    expect(await idsOf(world, 'lin', 'cable drive invoice pallet truck forwarder customs')).toEqual([])
  })

  test('in Chinese and in Russian, also by a released translation', async () => {
    const { versionId } = await versionOf(cable)
    await unscopedPrisma().documentTranslation.create({
      data: {
        ...{ versionId, documentId: cable, organizationId: world.organizations.halden, language: 'zh' },
        ...{
          title: '长电机电缆与接地漏电',
          body: '电缆超过五十米时变频器会跳闸。',

          sourceVersion: 1,
          sourceHash: '',
        },
        ...{ translatorId: world.people.ingrid.membershipId, releasedById: world.people.dev.membershipId },
        releasedAt: new Date(),
      },
    })
    expect(await offered(world, 'lin', '变频器跳闸')).toMatchObject([{ id: cable, language: 'zh' }])
    const russian = await document(world, {
      title: 'Компрессор не запускается на морозе',
      body: 'Проверьте подогрев картера и вязкость масла.',
      language: 'ru',
    })
    expect(await idsOf(world, 'lin', 'Почему компрессоры не запускаются')).toEqual([russian])
  })

  test('the product and the function that were chosen put what fits them first', async () => {
    const subject = 'Gasket material for ammonia'
    const [plain, fitting] = [
      await settled(world, { by: 'lin', account: 'lumen', answeredBy: 'ingrid', subject, answer: 'PTFE' }),
      await settled(world, {
        ...{ by: 'lin', account: 'lumen', answeredBy: 'ingrid', subject, answer: 'PTFE' },
        productId: world.product,
      }),
    ]
    expect(await idsOf(world, 'lin', 'ammonia gasket', { productId: world.product })).toEqual([
      fitting,
      plain,
    ])
  })

  test('never more than five', async () => {
    for (let each = 0; each < 7; each += 1)
      await document(world, { title: `Bearing grease ${each}`, body: 'Regrease the bearing.' })
    expect(await idsOf(world, 'lin', 'bearing grease')).toHaveLength(mostSuggestions)
  })
})

describe('nobody is offered what is not theirs', () => {
  test('another account’s document, a draft, another account, another function', async () => {
    const text = 'Earth fault trips, cable of the drive'
    expect(await idsOf(world, 'lin', text)).toEqual([cable])
    expect((await idsOf(world, 'rui', text, { account: 'aurora' })).sort()).toEqual([cable, aurora].sort())
    expect(await idsOf(world, 'rui', text)).toEqual([])
    expect(await idsOf(world, 'rui', 'water in terminal box', { account: 'aurora' })).toEqual([])
    // Purchasing is not in the audience; what the account was answered, it reads.
    expect(await idsOf(world, 'chen', text)).toEqual([])
  })

  test('notes of one side are no reason, nor what is not accepted any more', async () => {
    const { ingrid, lin } = world.people
    await as(ingrid, () =>
      postMessage(ingrid, accepted, { lane: 'internal', body: 'Supplier recall pending', fileIds: [] }),
    )
    for (const person of ['lin', 'ingrid'] as const)
      expect(await idsOf(world, person, 'supplier recall pending')).toEqual([])
    await as(lin, () => reopenConsultation(lin, accepted, 'Still wet'))
    expect(await idsOf(world, 'lin', 'water in terminal box')).toEqual([])
  })

  test('whoever left, and a closed account', async () => {
    const db = unscopedPrisma()
    const { membershipId } = world.people.wu
    await db.membership.update({ where: { id: membershipId }, data: { deactivatedAt: new Date() } })
    expect(await idsOf(world, 'wu', 'bearing grease')).toEqual([])
    await db.account.update({ where: { id: world.accounts.aurora }, data: { closedAt: new Date() } })
    expect(await idsOf(world, 'rui', 'bearing grease', { account: 'aurora' })).toEqual([])
    expect(await idsOf(world, 'dev', 'bearing grease', { account: 'aurora' })).toEqual([])
  })
})

test('one statement, whatever is typed', async () => {
  const { statements } = await countQueries(() => offered(world, 'lin', 'Drive trips on earth fault'))
  expect(statements).toHaveLength(1)
})

async function versionOf(id: string): Promise<{ versionId: string }> {
  const { releasedVersionId } = await unscopedPrisma().document.findUniqueOrThrow({ where: { id } })
  return { versionId: releasedVersionId ?? '' }
}
