import { addFamily, addProduct } from '#app/domain/accounts/commands/products.server.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { askConsultation } from '#app/domain/consultations/commands/ask.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { releaseVersion } from '#app/domain/documents/commands/release.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { readAsReader } from '../documents/reader.ts'
import { as, asMember } from '../stage.ts'
import type { Scene } from '../timeline.ts'
import { foundKestrel, joan, noor, openAurora, openHalden, rui } from './people.ts'
import { capacitorLife, humidityQuestion, rippleAnswer, rippleQuestion } from './texts.ts'

/** What the later scenes take from the earlier ones. */
const told = { product: '', aurora: '', halden: '', buyer: '', note: '', ripple: '' }

async function tellProduct(): Promise<void> {
  await as(joan, async (actor) => {
    const familyId = await addFamily(actor, { code: 'DK', name: 'Film capacitors' })
    const product = { familyId, number: 'DK-60-900', name: 'Film capacitor 60 µF, 900 V DC' }
    told.product = await addProduct(actor, product)
  })
}

async function writeNote(): Promise<void> {
  const reach = {
    ...{ everyAccount: false, accountIds: [told.aurora, told.halden] },
    functions: ['engineering' as const, 'quality' as const],
    ...{ familyIds: [], variantIds: [], productIds: [told.product] },
  }
  const says = {
    kind: 'technical_note',
    language: 'en',
    changeNote: '',
    fileIds: [],
    ...capacitorLife,
  } as const
  await as(noor, async (actor) => {
    const { id } = await createDocument(actor, {
      ...says,
      ...reach,
      ...{ keywords: [...says.keywords], fileIds: [], securityClass: 'restricted' },
    })
    told.note = id
    await submitVersion(actor, id)
  })
}

async function releaseNote(): Promise<void> {
  await as(joan, async (actor) => {
    const [version] = (await getDocument(actor, told.note)).versions
    if (!version?.submittedAt) throw new Error('nothing was submitted')
    await releaseVersion(actor, told.note, { version: version.version, seenAt: version.submittedAt })
  })
}

const about = () => ({ productId: told.product, documentId: told.note, fileIds: [] })

async function askAboutRipple(): Promise<void> {
  const question = { accountId: told.aurora, function: 'engineering', ...about(), ...rippleQuestion } as const
  told.ripple = await as(rui, (actor) => askConsultation(actor, { ...question, fileIds: [] }))
}

async function acceptRipple(): Promise<void> {
  await as(rui, async (actor) => {
    const { answerMessageId } = await getThread(actor, told.ripple)
    await acceptAnswer(actor, told.ripple, { messageId: answerMessageId ?? '' })
  })
}

async function askAboutHumidity(): Promise<void> {
  const question = { accountId: told.halden, function: 'quality', ...about(), ...humidityQuestion } as const
  await asMember(told.buyer, (actor) => askConsultation(actor, { ...question, fileIds: [] }))
}

/** A second supplier in the same portal: Aurora is its customer as well, and Halden buys its capacitors there. */
export function kestrelScenes(): Scene[] {
  return [
    { when: [9, 8], tell: foundKestrel },
    { when: [9, 9], tell: tellProduct },
    { when: [10, 9], tell: async () => Object.assign(told, { aurora: await openAurora() }) },
    {
      when: [11, 16],
      tell: async () => {
        const { accountId, buyer } = await openHalden()
        Object.assign(told, { halden: accountId, buyer })
      },
    },
    { when: [13, 9, 30], tell: writeNote },
    { when: [14, 9], tell: releaseNote },
    { when: [22, 10], tell: () => as(rui, (actor) => readAsReader(actor, told.note, false)) },
    { when: [22, 16], tell: () => asMember(told.buyer, (actor) => readAsReader(actor, told.note, false)) },
    { when: [24, 11], tell: askAboutRipple },
    {
      when: [24, 14],
      tell: () =>
        as(noor, (actor) => answerConsultation(actor, told.ripple, { body: rippleAnswer, fileIds: [] })),
    },
    { when: [25, 8], tell: acceptRipple },
    { when: [56, 17], tell: askAboutHumidity },
  ]
}
