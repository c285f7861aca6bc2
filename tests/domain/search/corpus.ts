import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '#tests/support/world.ts'

export interface Corpus {
  /** What a record is called here; one message speaks for each of two threads. */
  nameOf(id: string): string
  /** Puts the second version of `revised` in force. */
  release(): Promise<void>
}

/** Texts with rare words, written past all rules. */
export async function createCorpus(world: World): Promise<Corpus> {
  const database = unscopedPrisma()
  const names = new Map<string, string>()
  const { halden } = world.organizations
  const { lumen, aurora } = world.accounts
  const { ingrid, dev, lin, chen, rui } = world.people
  let number = 0

  const thread = (accountId: string, askedById: string, subject: string) =>
    database.consultation.create({
      data: {
        accountId,
        organizationId: halden,
        number: ++number,
        subject,
        function: 'engineering',
        language: 'en',
        askedById,
      },
    })
  const say = async (
    name: string,
    consultation: { id: string; accountId: string },
    by: string,
    lane: 'shared' | 'internal' | 'private',
    body: string,
    language = 'en',
  ) => {
    const { id } = await database.message.create({
      data: {
        consultationId: consultation.id,
        accountId: consultation.accountId,
        authorId: by,
        lane,
        body,
        language,
      },
    })
    names.set(id, name)
  }
  // Each lane in a thread of its own: of one thread a single message is shown.
  const texts = {
    shared: lin.membershipId,
    internal: ingrid.membershipId,
    private: chen.membershipId,
  } as const
  for (const lane of ['shared', 'internal', 'private'] as const) {
    const consultation = await thread(lumen, lin.membershipId, `Thread ${lane}`)
    names.set(consultation.id, `thread-${lane}`)
    await say(lane, consultation, texts[lane], lane, `Zirconium in the ${lane} lane`)
  }
  const other = await thread(aurora, rui.membershipId, 'Aurora')
  await say('auroraMessage', other, rui.membershipId, 'shared', 'Beryllium for Aurora')

  const document = async (name: string, body: string, accounts: (string | null)[], isReleased = true) => {
    const title = `Note ${name}`
    const common = { organizationId: halden, title, language: 'en' }
    const row = await database.document.create({
      data: {
        ...common,
        kind: 'technical_note',
        number: ++number,
        ownerId: ingrid.membershipId,
        status: isReleased ? 'released' : 'draft',
      },
    })
    names.set(row.id, name)
    await database.documentAudience.createMany({
      data: accounts.map((accountId) => ({
        documentId: row.id,
        organizationId: halden,
        accountId,
        functions: ['engineering'],
      })),
    })
    const version = await database.documentVersion.create({
      data: { ...common, documentId: row.id, version: 1, body, authorId: ingrid.membershipId },
    })
    if (isReleased) await put(row.id, version.id)
    return row.id
  }
  const put = async (documentId: string, versionId: string) => {
    await database.documentVersion.updateMany({
      where: { documentId, status: 'released' },
      data: { status: 'superseded' },
    })
    await database.documentVersion.update({
      where: { id: versionId },
      data: { status: 'released', releasedById: dev.membershipId, releasedAt: new Date() },
    })
    await database.document.update({ where: { id: documentId }, data: { releasedVersionId: versionId } })
  }
  await document('draft', 'Tungsten draft', [lumen], false)
  await document('lumenEngineers', 'Tungsten for Lumen', [lumen])
  await document('auroraEngineers', 'Tungsten for Aurora', [aurora])
  await document('everyAccount', 'Tungsten for all', [null])
  const revised = await document('revised', 'Vanadium', [lumen])
  const second = await database.documentVersion.create({
    data: {
      documentId: revised,
      organizationId: halden,
      title: 'Note revised',
      language: 'en',
      version: 2,
      body: 'Molybdenum',
      authorId: ingrid.membershipId,
    },
  })
  return { nameOf: (id) => names.get(id) ?? id, release: () => put(revised, second.id) }
}
