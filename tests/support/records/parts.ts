import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { store } from '../stored.ts'
import type { World } from '../world.ts'

type Split = Record<'part' | 'handedIn' | 'assembly' | 'file', string>

export interface PartRecords {
  parts: { lumen: Split; aurora: Split }
}

/** Of a consultation of each account: an open part, one in a draft with a file, and the word of a function on it. */
export async function partRecords(
  world: World,
  asked: { lumen: string; aurora: string },
): Promise<PartRecords> {
  const database = unscopedPrisma()
  const { dev } = world.people
  const split = async (account: 'lumen' | 'aurora'): Promise<Split> => {
    const place = { consultationId: asked[account], accountId: world.accounts[account] }
    const by = { askedById: dev.membershipId, askedAt: new Date(), dueOn: new Date('2030-01-02') }
    const { id: assembly } = await database.consultationAssembly.create({
      data: {
        ...{ ...place, body: 'Change it', functions: ['engineering'] },
        ...{ assembledById: dev.membershipId, assembledAt: new Date() },
      },
    })
    const { id: part } = await database.consultationPart.create({
      data: { ...place, ...by, position: 0, question: 'Which batch?', function: 'engineering' },
    })
    const contributed = { contributedById: dev.membershipId, contributedAt: new Date(), assemblyId: assembly }
    const { id: handedIn } = await database.consultationPart.create({
      data: {
        ...{ ...place, ...by, ...contributed, position: 1, question: 'Why?' },
        ...{ function: 'engineering', contribution: 'Change it' },
      },
    })
    await database.assemblySignOff.create({
      data: {
        ...{ ...place, assemblyId: assembly, revision: 1, function: 'quality' },
        ...{ signedById: dev.membershipId, signedAt: new Date() },
      },
    })
    const file = await store(dev, { name: 'batch.txt', type: 'text/plain', bytes: Buffer.from('7') })
    await database.consultationPartFile.create({
      data: { ...place, partId: handedIn, fileId: file, position: 0 },
    })
    return { part, handedIn, assembly, file }
  }
  return { parts: { lumen: await split('lumen'), aurora: await split('aurora') } }
}
