import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { type ClockRecords, clockRecords } from './records/clocks.ts'
import { type ClaimRecords, claimRecords, comparison } from './records/comparisons.ts'
import { type ConsultationRecords, consultationRecords } from './records/consultations.ts'
import { noteRecords, offerRecords } from './records/notes.ts'
import { type SheetRecords, sheetRecords } from './records/sheet.ts'
import { talkRecords } from './records/talk.ts'
import { type VerificationRecords, verificationRecords } from './records/verification.ts'
import { type WritingRecords, writingRecords } from './records/writing.ts'
import { type AcknowledgementRecords, createAcknowledgements } from './records-acknowledgements.ts'
import { createImport } from './records-imports.ts'
import { createReviewRecords, type ReviewRecords } from './review-records.ts'
import { store } from './stored.ts'
import type { PersonName, World } from './world.ts'

/** The named records of the world: what each is for stands in its name. */
export interface Records extends WritingRecords, ConsultationRecords, ClaimRecords, VerificationRecords {
  documents: {
    draft: string
    submitted: string
    lumenEngineers: string
    auroraEngineers: string
    everyAccount: string
  }
  versions: Record<'draft' | 'lumenEngineers', string>
  consultations: { lumen: string; answered: string; aurora: string }
  messages: { shared: string; answer: string; internal: string; private: string; aurora: string }
  comparisons: { draft: string; shared: string; aurora: string }
  offer: string
  files: { version: string; internal: string; loose: string }
  requests: AcknowledgementRecords
  reviews: ReviewRecords
  imports: { checked: string }
  sheet: SheetRecords
  clocks: ClockRecords
}
/** When the versions were written and submitted: what a form names as seen. */
export const writtenAt = new Date('2026-01-05T10:00:00Z')

let number = 1000 // Away from the series that commands take numbers from.
/** Writes the records past all rules, so that what is visible of them is proven by the rules alone. */
export async function createRecords(world: World): Promise<Records> {
  const database = unscopedPrisma()
  const { halden } = world.organizations
  const member = (name: PersonName) => world.people[name].membershipId
  const file = async (name: string, by: PersonName) => ({
    id: await store(world.people[by], { name, type: 'text/plain', bytes: Buffer.from('text') }),
  })
  const document = async (
    title: string,
    isReleased: boolean,
    accountIds: (string | null)[],
    fileId?: string,
  ) => {
    const status = isReleased ? 'released' : 'draft'
    const row = await database.document.create({
      data: {
        organizationId: halden,
        kind: 'technical_note',
        number: ++number,
        title,
        language: 'en',
        ownerId: member('ingrid'),
        status,
      },
    })
    const version = await database.documentVersion.create({
      data: {
        documentId: row.id,
        organizationId: halden,
        version: 1,
        title,
        body: `${title} body`,
        language: 'en',
        updatedAt: writtenAt,
        authorId: member('ingrid'),
      },
    })
    if (fileId) {
      await database.documentVersionFile.create({
        data: { versionId: version.id, fileId, documentId: row.id, organizationId: halden, position: 0 },
      })
    }
    if (isReleased) {
      const releasedAt = new Date()
      await database.documentVersion.update({
        where: { id: version.id },
        data: { status: 'released', releasedById: member('dev'), releasedAt },
      })
      await database.document.update({
        where: { id: row.id },
        data: { releasedVersionId: version.id, releasedAt },
      })
    }
    await database.documentAudience.createMany({
      data: accountIds.map((accountId) => ({
        documentId: row.id,
        organizationId: halden,
        accountId,
        functions: ['engineering' as const],
      })),
    })
    return { document: row.id, version: version.id }
  }
  const consultation = async (accountId: string, askedBy: PersonName) =>
    (
      await database.consultation.create({
        data: {
          accountId,
          organizationId: halden,
          number: ++number,
          subject: 'Derating',
          function: 'engineering',
          language: 'en',
          askedById: member(askedBy),
        },
      })
    ).id
  const message = async (
    consultationId: string,
    accountId: string,
    author: PersonName,
    lane: 'shared' | 'internal' | 'private',
  ) =>
    (
      await database.message.create({
        data: { consultationId, accountId, authorId: member(author), lane, body: lane, language: 'en' },
      })
    ).id
  const { lumen, aurora } = world.accounts
  const versionFile = await file('drawing.txt', 'ingrid')
  const internalFile = await file('margin.txt', 'ingrid')
  const draft = await document('Draft', false, [lumen])
  const submitted = await document('Submitted', false, [lumen])
  await database.documentVersion.update({
    where: { id: submitted.version },
    data: { status: 'submitted', submittedAt: writtenAt },
  })
  await database.document.update({ where: { id: submitted.document }, data: { status: 'submitted' } })
  const forLumen = await document('For Lumen', true, [lumen], versionFile.id)
  const forAurora = await document('For Aurora', true, [aurora])
  const forAll = await document('For all', true, [null])
  const lumenConsultation = await consultation(lumen, 'lin')
  await noteRecords(world, draft.document, lumenConsultation)
  const answered = await consultation(lumen, 'lin')
  const answer = await message(answered, lumen, 'ingrid', 'shared')
  await database.consultation.update({
    where: { id: answered },
    data: { status: 'answered', answerMessageId: answer, assigneeId: member('ingrid') },
  })
  const auroraConsultation = await consultation(aurora, 'rui')
  const messages = {
    shared: await message(lumenConsultation, lumen, 'lin', 'shared'),
    internal: await message(lumenConsultation, lumen, 'ingrid', 'internal'),
    private: await message(lumenConsultation, lumen, 'chen', 'private'),
    aurora: await message(auroraConsultation, aurora, 'rui', 'shared'),
  }
  const link = { messageId: messages.internal, fileId: internalFile.id, consultationId: lumenConsultation }
  await database.messageFile.create({ data: { ...link, accountId: lumen, lane: 'internal', position: 0 } })
  const talked = await talkRecords(world, messages)
  const asked = { lumen: lumenConsultation, answered, aurora: auroraConsultation }
  const sheet = { draft: draft.version, released: forLumen.version, messages: talked }
  const comparisons = {
    draft: await comparison(world, [lumen, 'draft', ++number]),
    shared: await comparison(world, [lumen, 'shared', ++number]),
    aurora: await comparison(world, [aurora, 'shared', ++number]),
  }
  return {
    ...(await consultationRecords(world, { ...asked, answer }, () => ++number)),
    ...(await offerRecords(world, forAll.document, { source: answered, offered: lumenConsultation })),
    ...(await writingRecords(world, draft, forLumen, writtenAt)),
    documents: {
      draft: draft.document,
      submitted: submitted.document,
      lumenEngineers: forLumen.document,
      auroraEngineers: forAurora.document,
      everyAccount: forAll.document,
    },
    versions: { draft: draft.version, lumenEngineers: forLumen.version },
    consultations: asked,
    messages: { ...messages, answer },
    comparisons,
    ...(await claimRecords(world, comparisons)),
    ...(await verificationRecords(world, () => ++number)),
    files: { version: versionFile.id, internal: internalFile.id, loose: (await file('loose.txt', 'lin')).id },
    requests: await createAcknowledgements(world, { forLumen, forAurora }),
    reviews: await createReviewRecords(world, writtenAt),
    imports: { checked: await createImport(world) },
    clocks: await clockRecords(world, [lumenConsultation, auroraConsultation, ++number]),
    sheet: await sheetRecords(world, ++number, sheet),
  }
}
