import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { store } from '../stored.ts'
import type { PersonName, World } from '../world.ts'

/** What cites the sheet, by where it stands. */
interface Sources {
  draft: string
  released: string
  messages: { shared: string; internal: string; private: string; aurora: string }
}

export type SheetRecords = Awaited<ReturnType<typeof sheetRecords>>

/** A data sheet for Lumen's engineers: its parameters, the words of its file, what cites it and who follows it. */
export async function sheetRecords(world: World, number: number, sources: Sources) {
  const database = unscopedPrisma()
  const organizationId = world.organizations.halden
  const member = (name: PersonName) => world.people[name].membershipId
  const { lumen, aurora } = world.accounts
  const titled = { title: 'Sheet', language: 'en' }
  const { id: documentId } = await database.document.create({
    data: { organizationId, kind: 'data_sheet', number, ...titled, ownerId: member('ingrid') },
  })
  const { id: versionId } = await database.documentVersion.create({
    data: { documentId, organizationId, version: 1, ...titled, body: 'Sheet', authorId: member('ingrid') },
  })
  const of = { versionId, documentId, organizationId }
  const line = async (place: typeof of, symbol: string, isShared: boolean) =>
    (
      await database.documentParameter.create({
        data: { ...place, position: 0, symbol, name: symbol, typ: '1', isShared },
      })
    ).id
  const parameters = {
    shared: await line(of, 'P_N', true),
    internal: await line(of, 'margin', false),
  }
  const fileId = await store(world.people.ingrid, {
    ...{ name: 'sheet.txt', type: 'text/plain' },
    bytes: Buffer.from('Efficiency'),
  })
  await database.documentVersionFile.create({ data: { ...of, fileId, position: 0 } })
  await database.fileText.upsert({
    where: { fileId },
    create: { fileId, organizationId, state: 'done', language: 'en' },
    update: { state: 'done', language: 'en' },
  })
  await database.fileTextPage.create({ data: { fileId, page: 1, language: 'en', text: 'Efficiency' } })
  const releasedAt = new Date()
  await database.documentVersion.update({
    where: { id: versionId },
    data: { status: 'released', releasedById: member('dev'), releasedAt },
  })
  await database.document.update({
    where: { id: documentId },
    data: { status: 'released', releasedVersionId: versionId, releasedAt },
  })
  await database.documentAudience.create({
    data: { documentId, organizationId, accountId: lumen, functions: ['engineering'] },
  })
  const cited = { organizationId, citedDocumentId: documentId, citedVersionId: versionId }
  const cite = async (by: PersonName, source: object) =>
    (await database.citation.create({ data: { ...cited, createdById: member(by), ...source } })).id
  const message = (by: PersonName, lane: 'shared' | 'internal' | 'private') =>
    cite(by, { messageId: sources.messages[lane], accountId: lumen, lane })
  return {
    parameters,
    texts: { sheet: fileId },
    citations: {
      draft: await cite('ingrid', { versionId: sources.draft }),
      released: await cite('ingrid', { versionId: sources.released }),
      shared: await message('lin', 'shared'),
      internal: await message('ingrid', 'internal'),
      private: await message('chen', 'private'),
      aurora: await cite('rui', { messageId: sources.messages.aurora, accountId: aurora, lane: 'shared' }),
    },
    subscriptions: {
      lin: (await database.subscription.create({ data: { membershipId: member('lin'), documentId } })).id,
      dev: (await database.subscription.create({ data: { membershipId: member('dev'), documentId } })).id,
    },
  }
}
