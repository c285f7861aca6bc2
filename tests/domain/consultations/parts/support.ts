import type { Actor, MemberFunction } from '#app/domain/access/actor.ts'
import { assembleParts } from '#app/domain/consultations/parts/commands/assemble.server.ts'
import { contribute } from '#app/domain/consultations/parts/commands/contribute.server.ts'
import { downloadPartFile } from '#app/domain/consultations/parts/commands/download.server.ts'
import { releaseDraft, signDraft } from '#app/domain/consultations/parts/commands/release.server.ts'
import { askPart } from '#app/domain/consultations/parts/commands/split.server.ts'
import type { PartInput } from '#app/domain/consultations/parts/forms.ts'
import type { PartPlace } from '#app/domain/consultations/parts/queries/part.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { store } from '#tests/support/stored.ts'
import { as } from '../support.ts'

const inAWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10)

export const part = (fn: MemberFunction, owner?: Actor, question = `What says ${fn}?`): PartInput => ({
  ...{ question, function: fn, dueOn: inAWeek() },
  ...(owner ? { ownerId: owner.membershipId } : {}),
})

export const splitOff = (actor: Actor, id: string, input: PartInput) =>
  as(actor, () => askPart(actor, id, input))

/** The part, as it stands in the database. */
export const storedPart = (id: string) =>
  unscopedPrisma().consultationPart.findUniqueOrThrow({ where: { id } })
export const storedDraft = (consultationId: string) =>
  unscopedPrisma().consultationAssembly.findFirstOrThrow({
    where: { consultationId },
    include: { signOffs: true },
  })

export async function handIn(
  actor: Actor,
  consultationId: string,
  partId: string,
  contribution = 'Batch 7',
): Promise<void> {
  const { revision } = await storedPart(partId)
  await as(actor, () =>
    contribute(actor, { consultationId, partId }, { contribution, act: 'handIn', revision }),
  )
}

export const assemble = (actor: Actor, id: string) => as(actor, () => assembleParts(actor, id))

export const sign = (
  actor: Actor,
  id: string,
  functions: MemberFunction[],
  revision: number,
  objection?: string,
) => as(actor, () => signDraft(actor, id, { functions, revision, objection }))

export const release = (actor: Actor, id: string, revision: number) =>
  as(actor, () => releaseDraft(actor, id, { revision }))

/** A file that somebody has sent and that hangs from nothing yet. */
export const upload = (by: Actor, file = 'batch.txt') =>
  store(by, { name: file, type: 'text/plain', bytes: Buffer.from(file) })

interface Written extends PartPlace {
  fileIds: string[]
  act?: 'save' | 'handIn'
}

export async function writes(by: Actor, { fileIds, act = 'save', ...place }: Written): Promise<void> {
  const { revision } = await storedPart(place.partId)
  await as(by, () => contribute(by, place, { contribution: 'Batch 7', act, fileIds, revision }))
}

export const filesOf = async (partId: string) => {
  const where = { where: { partId }, orderBy: { position: 'asc' } } as const
  return (await unscopedPrisma().consultationPartFile.findMany(where)).map(({ fileId }) => fileId)
}

export const takes = (by: Actor, place: PartPlace, fileId: string) =>
  as(by, () => downloadPartFile(by, { ...place, fileId }, () => 0))
