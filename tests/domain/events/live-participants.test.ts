import { beforeAll, expect, test, vi } from 'vitest'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { findVisibleConsultations } from '#app/domain/consultations/queries/consultation.server.ts'
import { type LiveMessage, subscribe } from '#app/domain/events/live.server.ts'
import { readTopics, resolveTopics } from '#app/domain/events/topics.server.ts'
import { runAsActor } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { name, remove } from '../consultations/participants/support.ts'
import { ask } from '../consultations/support.ts'

const world = useWorld()
let id: string
beforeAll(async () => {
  id = await ask(world.people.rui, world.accounts.aurora)
})

test('a lent colleague hears of the thread while it is named there; taken out, its stream ends', async () => {
  const { quinn, marcus, dev } = world.people
  await name(marcus, id, quinn, 'write')
  const heard: string[] = []
  const close = vi.fn()
  const resolve = () =>
    runAsActor(quinn.membershipId, () =>
      resolveTopics(quinn, readTopics(`consultation:${id}`), { consultation: findVisibleConsultations }),
    )
  const send = (message: object) => {
    if ('id' in message) heard.push((message as LiveMessage).type)
  }
  const { end } = await subscribe({ actor: quinn, send, close, resolve })
  const note = () =>
    runAsActor(dev.membershipId, () => postMessage(dev, id, { lane: 'internal', body: 'x', fileIds: [] }))
  await note()
  await vi.waitFor(() => expect(heard).toEqual(['consultation.internalNotePosted']))
  await remove(marcus, id, quinn)
  await vi.waitFor(() => expect(close).toHaveBeenCalledOnce())
  await note()
  expect(heard.filter((type) => type === 'consultation.internalNotePosted')).toHaveLength(1)
  end()
})
