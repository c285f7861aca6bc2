import { expect, test } from 'vitest'
import { AlreadyTaken } from '#app/domain/consultations/mail/incoming/claim.server.ts'
import { takeMail } from '#app/domain/consultations/mail/incoming/take.server.ts'
import { type ReadMail, readMail } from '#app/domain/consultations/mail/reading/read-mail.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { accept, messagesOf, signedMail, useLinsAddress } from './support.ts'

const { world, lins } = useLinsAddress()

test('a mail that two jobs take at the same moment is one message', async () => {
  const { lin } = world.people
  const from = 'lin@lumen.example'
  const { consultation: consultationId, address } = lins
  const messageId = '<race@lumen.example>'
  const raw = await signedMail({ from, to: address, subject: 'Re: C-0001', text: 'Ship it.', messageId })
  const ids = [...(await accept(raw, { to: [address] })), ...(await accept(raw, { to: [address] }))]
  // As far as both jobs have come when neither has yet seen the other.
  const data = { messageId, consultationId, lane: 'shared', userId: lin.userId } as const
  await unscopedPrisma().receivedMail.updateMany({ where: { id: { in: ids } }, data })
  const before = (await messagesOf(consultationId)).length
  const mail = (await readMail(raw, from)) as ReadMail
  const outcomes = await Promise.all(ids.map((id) => takeMail(lin, id, mail).catch((error: Error) => error)))
  expect(outcomes).toContain(null)
  expect(outcomes).toContainEqual(expect.any(AlreadyTaken))
  expect(await messagesOf(consultationId)).toHaveLength(before + 1)
})
