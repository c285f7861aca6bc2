import type { Actor } from '#app/domain/access/actor.ts'
import { createDocument } from '#app/domain/documents/commands/create.server.ts'
import { releaseVersion } from '#app/domain/documents/commands/release.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import type { DocumentInput, ReachInput } from '#app/domain/documents/forms.ts'
import { getDocument } from '#app/domain/documents/queries/document.server.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'

/** Runs as the actor, as the edge does. */
export function as<T>(actor: Actor, work: (actor: Actor) => Promise<T>): Promise<T> {
  return runAsActor(actor.membershipId, () => work(actor))
}

/** Of a reach: it concerns nothing in particular. */
export const unclassified = {
  securityClass: 'restricted',
  familyIds: [],
  productIds: [],
  variantIds: [],
} satisfies Partial<ReachInput>

export function note(input: Partial<DocumentInput> = {}): DocumentInput {
  return {
    kind: 'technical_note',
    title: 'Efficiency of four-pole motors',
    language: 'en',
    body: '# Losses\n\n$\\eta = P_2 / P_1$',
    changeNote: '',
    summary: '',
    keywords: [],
    fileIds: [],
    ...unclassified,
    everyAccount: false,
    accountIds: [],
    functions: [],
    ...input,
  }
}

export async function submitted(author: Actor, input: Partial<DocumentInput> = {}): Promise<string> {
  const { id } = await as(author, () => createDocument(author, note(input)))
  await as(author, () => submitVersion(author, id))
  return id
}

/** Releases the version that is submitted, as it is. */
export async function release(actor: Actor, id: string): Promise<void> {
  await as(actor, async () => {
    const [version] = (await getDocument(actor, id)).versions
    if (!version?.submittedAt) throw new Error('nothing is submitted')
    await releaseVersion(actor, id, { version: version.version, seenAt: version.submittedAt })
  })
}

export async function released(
  author: Actor,
  releaser: Actor,
  input: Partial<DocumentInput>,
): Promise<string> {
  const id = await submitted(author, input)
  await release(releaser, id)
  return id
}

/** A complete upload that is not attached to anything. */
export async function upload(actor: Actor, name = 'motor.pdf', type = 'application/pdf'): Promise<string> {
  const file = await unscopedPrisma().file.create({
    data: {
      key: crypto.randomUUID(),
      organizationId: actor.organizationId,
      uploadedById: actor.membershipId,
      name,
      size: 4,
      type,
      sha256: 'x',
      status: 'complete',
    },
  })
  return file.id
}

export async function eventsOf(subjectId: string) {
  return unscopedPrisma().event.findMany({ where: { subjectId }, orderBy: { id: 'asc' } })
}

export async function eventTypes(subjectId: string): Promise<string[]> {
  return (await eventsOf(subjectId)).map((event) => event.type.replace('document.', ''))
}
