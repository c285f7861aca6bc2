import { findVisibleAccounts } from '#app/domain/accounts/queries/accounts.server.ts'
import { isSessionOpen } from '#app/domain/auth/queries.server.ts'
import { findVisibleComparisons } from '#app/domain/comparisons/queries/comparison.server.ts'
import { findVisibleConsultations } from '#app/domain/consultations/queries/consultation.server.ts'
import { findVisibleImports } from '#app/domain/documents/imports/queries/import.server.ts'
import { hasHappenedSince } from '#app/domain/events/happened.server.ts'
import { subscribe } from '#app/domain/events/live.server.ts'
import { readTopics, resolveTopics, type TopicResolvers } from '#app/domain/events/topics.server.ts'
import { loaderFor } from '#app/http/edge.server.ts'
import { eventStream } from '#app/http/event-stream.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { runAsActor } from '#app/platform/database/database.server.ts'
import { NotFound } from '#app/platform/errors.ts'

/** Each kind of record that can be watched, and how its scope picks those that the actor sees. */
const resolvers: TopicResolvers = {
  account: findVisibleAccounts,
  comparison: findVisibleComparisons,
  consultation: findVisibleConsultations,
  import: findVisibleImports,
}

/** How long ago a page may have been made that this stream takes over from. */
const longestGap = 60_000

/** A stream of its own kind: `?topics=consultation:ID,consultations,notifications&age=milliseconds`. */
export const loader = loaderFor(async ({ actor, session, request }) => {
  const url = new URL(request.url)
  const topics = readTopics(url.searchParams.get('topics'))
  const age = Number(url.searchParams.get('age')) || 0
  const since = new Date(now().getTime() - Math.min(Math.max(age, 0), longestGap))
  const resolve = () =>
    runAsActor(actor.membershipId, async () =>
      (await isSessionOpen(session.sessionHash, actor.membershipId))
        ? resolveTopics(actor, topics, resolvers)
        : null,
    )
  const access = await resolve()
  if (!access) throw new NotFound()
  return eventStream(request, async ({ send, close }) => {
    const subscription = await subscribe({ actor, send, close, resolve })
    const isBehind = await runAsActor(actor.membershipId, () => hasHappenedSince(actor, access, since))
    if (age > 0 && isBehind) send({ type: 'missed', subjectType: '', subjectId: '', id: '' })
    return subscription
  })
})
