import { expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { getAcknowledgementPage } from '#app/domain/documents/acknowledgements/queries/overview.server.ts'
import { listDependants } from '#app/domain/documents/citations/queries/dependants.server.ts'
import { getDifference } from '#app/domain/documents/differences/queries.server.ts'
import { getParameterTable } from '#app/domain/documents/parameters/queries.server.ts'
import { readVersion } from '#app/domain/documents/read-version.server.ts'
import { getEvidence } from '#app/domain/documents/reading/queries/evidence.server.ts'
import { getReviewPage } from '#app/domain/documents/reviews/queries/review-page.server.ts'
import { listTranslations } from '#app/domain/documents/translations/queries/overview.server.ts'
import { getComments } from '#app/domain/documents/writing/comments/comments.server.ts'
import { citationSources } from '#app/domain/home/citation-sources.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as, released } from './notes.ts'
import { forLumen } from './reviews/support.ts'

const world = useWorld()
const { people } = world

/** What the pages that both sides have say of the parts of a document. */
const shared = (actor: Actor, id: string) =>
  as(actor, async () => [
    (await readVersion(actor, id, { number: null, isOpened: false })).tabs,
    (await getAcknowledgementPage(actor, id, null)).tabs,
    (await listDependants(actor, id, citationSources(actor))).tabs,
    (await getParameterTable(actor, id, null)).tabs,
    (await getDifference(actor, id, { from: null, to: null })).tabs,
  ])

test('every page of a document shows the same tabs to its reader', async () => {
  const id = await released(people.ingrid, people.dev, forLumen(world))
  const own = await as(people.ingrid, async () => [
    (await getReviewPage(people.ingrid, id, null)).tabs,
    (await getEvidence(people.ingrid, id, null)).tabs,
    (await getComments(people.ingrid, id, null)).tabs,
    (await listTranslations(people.ingrid, id)).tabs,
  ])
  const [first, ...others] = [...(await shared(people.ingrid, id)), ...own]
  expect(first).toMatchObject({
    hasComments: true,
    hasTranslations: true,
    hasEvidence: true,
    hasReview: true,
  })
  expect(first).toMatchObject({ hasParameters: false, hasDifferences: false, isNotice: false })
  for (const each of others) expect(each).toEqual(first)
  const [forLin, ...rest] = await shared(people.lin, id)
  expect(forLin).toMatchObject({ hasComments: false, hasTranslations: false })
  expect(forLin).toMatchObject({ hasEvidence: false, hasReview: false })
  for (const each of rest) expect(each).toEqual(forLin)
})
