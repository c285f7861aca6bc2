import { sourceHash } from '#app/domain/documents/translations/hash.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { PersonName, World } from '../world.ts'

interface Place {
  document: string
  version: string
}

export type WritingRecords = Awaited<ReturnType<typeof writingRecords>>

/** What belongs to the writing of documents: remarks, saves, translations, released and not. */
export async function writingRecords(world: World, draft: Place, released: Place, writtenAt: Date) {
  const database = unscopedPrisma()
  const organizationId = world.organizations.halden
  const member = (name: PersonName) => world.people[name].membershipId
  const of = (place: Place) => ({ versionId: place.version, documentId: place.document, organizationId })
  const comment = await database.documentComment.create({
    data: {
      ...of(released),
      block: 0,
      quote: 'For Lumen body',
      body: 'Which test?',
      authorId: member('dev'),
    },
  })
  const translation = (language: string) => ({
    ...{ ...of(released), language, title: language, body: language, sourceVersion: 1 },
    sourceHash: sourceHash({ title: 'For Lumen', body: 'For Lumen body' }),
    translatorId: member('ingrid'),
    updatedAt: writtenAt,
  })
  const pt = await database.documentTranslation.create({
    data: { ...translation('pt'), releasedAt: writtenAt, releasedById: member('dev') },
  })
  const ru = await database.documentTranslation.create({ data: translation('ru') })
  const save = await database.documentDraftSave.create({
    data: {
      versionId: draft.version,
      organizationId,
      title: 'Draft',
      body: 'Draft body',
      savedById: member('ingrid'),
      savedAt: new Date(writtenAt.getTime() - 1000),
    },
  })
  const template = await database.documentTemplate.create({
    data: {
      ...{
        organizationId,
        kind: 'technical_note',
        language: 'en',
        title: `Measurement ${crypto.randomUUID()}`,
        body: '## Method',
      },
      updatedById: member('ingrid'),
    },
  })
  const coAuthor = await database.documentVersionAuthor.create({
    data: { ...of(draft), membershipId: member('quinn'), addedById: member('ingrid') },
  })
  return {
    comments: { lumenEngineers: comment.id },
    translations: { released: pt.id, draft: ru.id },
    saves: { draft: save.id },
    templates: { measurement: template.id },
    coAuthors: { draft: coAuthor.membershipId },
  }
}
