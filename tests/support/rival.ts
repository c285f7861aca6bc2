import { unscopedPrisma } from '#app/platform/database/database.server.ts'

/** A second supplier: what its member may not do shows where the wall between organizations has a hole. */
export interface Rival {
  organization: string
  member: string
  /** A draft without files. */
  document: string
  version: string
  /** Complete, and attached to nothing. */
  file: string
}

/** With a number that its document alone has where that matters. */
export async function createRival(number = 1): Promise<Rival> {
  const database = unscopedPrisma()
  const { id: organizationId } = await database.organization.create({
    data: { name: 'Rival Drives', language: 'en', timeZone: 'UTC' },
  })
  const user = await database.user.create({ data: { email: 'mallory@rival.example', language: 'en' } })
  const { id: member } = await database.membership.create({
    data: { userId: user.id, organizationId, side: 'supplier', name: 'Mallory', functions: ['engineering'] },
  })
  const document = await database.document.create({
    data: {
      ...{ organizationId, kind: 'technical_note', number, title: 'Own', language: 'en', ownerId: member },
    },
  })
  const version = await database.documentVersion.create({
    data: {
      ...{ documentId: document.id, organizationId, version: 1, title: 'Own', body: '', language: 'en' },
      authorId: member,
    },
  })
  const file = await database.file.create({
    data: {
      ...{
        key: 'test/own',
        organizationId,
        uploadedById: member,
        name: 'own.txt',
        size: 4,
        type: 'text/plain',
      },
      ...{ sha256: 'x', status: 'complete' },
    },
  })
  return {
    organization: organizationId,
    member,
    document: document.id,
    version: version.id,
    file: file.id,
  }
}
