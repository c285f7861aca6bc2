import type { Actor } from '#app/domain/access/actor.ts'
import { setValue } from '#app/domain/comparisons/commands/set-value.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { editDraft } from '#app/domain/documents/commands/edit.server.ts'
import { startVersion } from '#app/domain/documents/commands/start-version.server.ts'
import { submitVersion } from '#app/domain/documents/commands/submit.server.ts'
import { getDraft } from '#app/domain/documents/queries/draft.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import type { World } from '#tests/support/world.ts'
import { ask } from '../consultations/support.ts'
import { as, note, release, released } from './notes.ts'

/** TN-0001 for everybody, and what cites it: a note for Lumen, messages of every lane, a value, and Aurora's question. */
export async function createCitations(world: World) {
  const { ingrid, dev, lin, rui, marcus } = world.people
  const { lumen, aurora } = world.accounts
  const engineers = { functions: ['engineering' as const] }
  const cited = await released(ingrid, dev, { ...engineers, everyAccount: true, title: 'Cited' })
  const body = 'After [[TN-0001#P_N]], [[TN-0009]] and [[TN-0002]].'
  const citing = await released(ingrid, dev, { ...engineers, accountIds: [lumen], title: 'Citing', body })
  const thread = await ask(lin, lumen, { body: 'What of [[TN-0001]]?' })
  const post = (actor: Actor, lane: 'shared' | 'internal' | 'private', text: string) =>
    as(actor, () => postMessage(actor, thread, { lane, body: text, fileIds: [] }))
  await post(ingrid, 'internal', 'Internal, by [[TN-0001@1]]')
  await post(lin, 'private', 'Private, by [[TN-0001]]')
  await post(ingrid, 'shared', 'By [[TN-0001]] it holds.')
  const other = await ask(rui, aurora, { body: 'Aurora, by [[TN-0001]] and [[TN-0002]]' })
  const comparison = await unscopedPrisma().comparison.create({
    data: {
      ...{ accountId: lumen, organizationId: marcus.organizationId, number: 1, title: 'Drive' },
      ...{ currency: 'EUR', discountRate: '0.08', horizonYears: 5, status: 'shared' },
      ownerId: marcus.membershipId,
    },
  })
  const value = await unscopedPrisma().assumption.create({
    data: { comparisonId: comparison.id, accountId: lumen, year: 1 },
  })
  const input = { value: '5', note: 'From [[TN-0001]]' }
  await as(marcus, () => setValue(marcus, comparison.id, value.id, input as never))
  return { cited, citing, thread, other }
}

/** Releases one more version of Ingrid's; returns the event of the release. */
export async function releaseNext({ people }: World, id: string): Promise<string> {
  const { ingrid, dev } = people
  await as(ingrid, () => startVersion(ingrid, id))
  const { seenAt } = await as(ingrid, () => getDraft(ingrid, id))
  await as(ingrid, () => editDraft(ingrid, id, { ...note({ title: 'Cited' }), seenAt }))
  await as(ingrid, () => submitVersion(ingrid, id))
  await release(dev, id)
  const event = await unscopedPrisma().event.findFirstOrThrow({
    where: { subjectId: id, type: 'document.released' },
    orderBy: { id: 'desc' },
  })
  return event.id
}
