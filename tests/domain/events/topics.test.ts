import { expect, test } from 'vitest'
import { readTopics, resolveTopics } from '#app/domain/events/topics.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { as } from '../consultations/support.ts'

const world = useWorld()

test.each(['constructor', 'toString', '__proto__', 'hasOwnProperty'])(
  'a kind of record that there is not, named %s, is nothing to hear of',
  async (kind) => {
    const { lin } = world.people
    const topics = readTopics(`${kind}:${crypto.randomUUID()}`)
    const resolvers = { consultation: async (_: unknown, ids: string[]) => ids }
    expect(await as(lin, () => resolveTopics(lin, topics, resolvers))).toBeNull()
  },
)
