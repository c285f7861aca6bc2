import { expect, test, vi } from 'vitest'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { consultationLetters } from '#app/domain/consultations/mail/letters.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { useWorld } from '#tests/support/world.ts'
import { change, name } from '../participants/support.ts'
import { as, ask } from '../support.ts'

vi.hoisted(() => {
  process.env.INBOUND_SMTP_PORT = '4386'
  process.env.INBOUND_DOMAIN = 'portal.example'
})
const world = useWorld()

/** The letter that somebody gets of what was written in the consultation last. */
async function letterTo(who: 'quinn', consultationId: string) {
  const { membershipId, userId } = world.people[who]
  const { id, type, accountId, subjectType, payload, occurredAt } =
    await unscopedPrisma().event.findFirstOrThrow({
      where: { subjectId: consultationId, type: 'consultation.messagePosted' },
      orderBy: { id: 'desc' },
    })
  const about = { id, type, accountId, subjectType, subjectId: consultationId, side: null }
  const waiting = { ...about, payload: payload as Record<string, unknown>, createdAt: occurredAt }
  const reader = { ...{ membershipId, userId, name: who, email: '' }, language: 'en', timeZone: 'UTC' }
  const [letter] = await as(world.people[who], () => consultationLetters(reader, [waiting]))
  return letter
}

test('who only reads a consultation gets no address to which an answer would be refused', async () => {
  const { rui, dev, quinn } = world.people
  // Aurora's account is restricted, and Quinn is not on its team.
  const id = await ask(rui, world.accounts.aurora, { subject: 'Derating' })
  await name(dev, id, quinn, 'read')
  await as(rui, () => postMessage(rui, id, { lane: 'shared', body: 'At 45 °C?', fileIds: [] }))
  expect(await letterTo('quinn', id)).toMatchObject({ replyTo: '', mail: { props: { canReply: false } } })
  await change(dev, id, quinn, 'write')
  expect(await letterTo('quinn', id)).toMatchObject({
    replyTo: expect.stringMatching(/^reply\+[a-z2-7]{26}@portal\.example$/),
    mail: { props: { canReply: true } },
  })
})
