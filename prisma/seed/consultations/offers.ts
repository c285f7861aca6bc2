import { relateConsultations } from '#app/domain/consultations/linking/commands/relate.server.ts'
import { beginNote } from '#app/domain/consultations/notes/commands/begin.server.ts'
import { getNoteChoice } from '#app/domain/consultations/notes/queries/choice.server.ts'
import { decideOffer } from '#app/domain/consultations/offers/commands/decide.server.ts'
import { offerNote } from '#app/domain/consultations/offers/commands/offer.server.ts'
import { getOffers, isChoosable } from '#app/domain/consultations/offers/queries/page.server.ts'
import { openOffers } from '#app/domain/consultations/offers/queries/thread.server.ts'
import { changeAudience } from '#app/domain/documents/commands/change-audience.server.ts'
import { releaseVersion } from '#app/domain/documents/commands/release.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { ReachForm } from '#app/domain/documents/forms.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { decideMark } from '#app/domain/documents/redaction/commands/decide.server.ts'
import { getRedaction } from '#app/domain/documents/redaction/queries/page.server.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { as } from '../stage.ts'
import { addressOf, type Scene } from '../timeline.ts'
import { idOf } from './linking.ts'

const title = 'Output current at altitude and with a warm inlet'

async function findNote() {
  const select = { id: true, products: { select: { productId: true } } }
  const { id, products } = await prisma.document.findFirstOrThrow({ where: { title }, select })
  return { id, productIds: products.map(({ productId }) => productId) }
}

/** What Lin accepted becomes a note: every mark is replaced by neutral words. */
const written: Scene = {
  when: [57, 9],
  tell: () =>
    as(addressOf('dev'), async (actor) => {
      const choice = await getNoteChoice(actor, await idOf('海拔 1900 m'))
      const { id } = await beginNote(actor, choice.consultation.id, {
        ...{ title, kind: 'technical_note', aboutProduct: true, messageIds: choice.chosen },
      })
      for (;;) {
        const { open, seenAt } = await getRedaction(actor, id)
        const [mark] = open
        if (!mark) break
        const { field, from, folded, neutral: words } = mark
        await decideMark(actor, id, { field, from, folded, seenAt, all: false, outcome: 'replace', words })
      }
      await submitVersion(actor, id)
    }),
}

const released: Scene = {
  when: [57, 13],
  tell: () =>
    as(addressOf('quinn'), async (actor) => {
      const { id, productIds } = await findNote()
      const [version] = (await getDocument(actor, id)).versions
      if (!version?.submittedAt) throw new Error('the note was not submitted')
      await releaseVersion(actor, id, { version: 1, seenAt: version.submittedAt })
      const reach = { everyAccount: true, functions: ['engineering'], productIds }
      await changeAudience(actor, id, ReachForm.parse(reach))
    }),
}

/** Marcus serves both accounts: he sees that a customer of another one asked alike, and neither of the two does. */
const offered: Scene = {
  when: [57, 15],
  tell: () =>
    as(addressOf('marcus'), async (actor) => {
      const page = await getOffers(actor, (await findNote()).id)
      const chosen = page.alike.filter(isChoosable).map(({ id }) => id)
      await offerNote(actor, page.document.id, { version: page.version ?? 1, consultationIds: chosen })
    }),
}

const helped: Scene = {
  when: [58, 10],
  tell: () =>
    as(addressOf('rui'), async (actor) => {
      const id = await idOf('Vida dos condensadores')
      const [offer] = (await openOffers(actor, id)).offers
      if (!offer) throw new Error('nothing was offered')
      await decideOffer(actor, id, { offerId: offer.id, outcome: 'helpful' })
    }),
}

/** Found since: one who asked something near, and one of a function that the note is not for. */
const found: Scene = {
  when: [59, 9],
  tell: () =>
    as(addressOf('marcus'), async (actor) => {
      const source = await idOf('海拔 1900 m')
      for (const words of ['编码器在 50 Hz', 'Altura máxima das paletes'])
        await relateConsultations(actor, source, await idOf(words))
    }),
}

export const offerScenes: Scene[] = [written, released, offered, helped, found]
