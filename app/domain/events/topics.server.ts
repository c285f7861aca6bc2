import type { Actor } from '#app/domain/access/actor.ts'
import { isId } from '#app/domain/access/ids.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import type { LiveAccess } from './live.server.ts'

/** For a kind of record: those of the ids that the actor sees. */
export type TopicResolvers = Record<string, (actor: Actor, ids: string[]) => Promise<string[]>>

export interface Topics {
  /** Ids by kind of record. */
  records: Map<string, string[]>
  /** Names of lists: the kind with an s. */
  lists: string[]
  hasBell: boolean
}

const mostTopics = 50

/** Reads `consultation:ID,consultations,notifications`; what it does not know is left out. */
export function readTopics(text: string | null): Topics {
  const topics: Topics = { records: new Map(), lists: [], hasBell: false }
  for (const topic of (text ?? '').split(',').slice(0, mostTopics)) {
    const [kind = '', id] = topic.split(':')
    if (topic === 'notifications') topics.hasBell = true
    else if (id === undefined) topics.lists.push(kind)
    else if (isId(id)) topics.records.set(kind, [...(topics.records.get(kind) ?? []), id])
  }
  return topics
}

/** What of the topics the actor may hear now; null when that is nothing at all. Runs as the actor. */
export async function resolveTopics(
  actor: Actor,
  topics: Topics,
  resolvers: TopicResolvers,
): Promise<LiveAccess | null> {
  const accounts = await prisma.$queryRaw<{ accounts: string[] }[]>`SELECT app_accounts()::text[] AS accounts`
  const subjects: string[] = []
  for (const [kind, ids] of topics.records) {
    // Any object has a `constructor`, and somebody may name it.
    if (!Object.hasOwn(resolvers, kind)) continue
    const visible = (await resolvers[kind]?.(actor, ids)) ?? []
    subjects.push(...visible.map((id) => `${kind}:${id}`))
  }
  const kinds = Object.keys(resolvers).filter((kind) => topics.lists.includes(`${kind}s`))
  if (subjects.length === 0 && kinds.length === 0 && !topics.hasBell) return null
  return { accounts: accounts[0]?.accounts ?? [], subjects, kinds, hasBell: topics.hasBell }
}
