import { beforeEach, expect } from 'vitest'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { as, ask, stored } from '../support.ts'
import {
  answerAddress,
  deliver,
  eventsAbout,
  messagesOf,
  type receivedMail,
  signedMail,
  useLinsAddress,
} from './support.ts'

interface Sending {
  name?: string
  to?: string
  attachments?: object[]
  headers?: object
}

/** Before each test a question of Lin's that was answered, and the address of the mail that brought the answer. */
export function useAnswered() {
  const { world } = useLinsAddress()
  const its = { id: '', messageId: '', address: '' }
  const answer = (body: string, replaces?: string) => {
    const { ingrid } = world.people
    return as(ingrid, () => answerConsultation(ingrid, its.id, { body, fileIds: [], replaces }))
  }
  beforeEach(async () => {
    const { lin } = world.people
    its.id = await ask(lin, world.accounts.lumen)
    its.messageId = await answer('Derate by 1 % per 100 m.')
    its.address = await answerAddress(lin, its.id, { messageId: its.messageId })
  })
  const mailOf = (name: string, to: string, text = 'Accept', more: object = {}) =>
    signedMail({ from: `${name}@lumen.example`, to, subject: 'Re: C-0001', text, ...more })
  const sends = async (text = 'Accept', { name = 'lin', to = its.address, ...more }: Sending = {}) =>
    deliver(await mailOf(name, to, text, more), { to: [to], envelopeFrom: `${name}@lumen.example` })
  const bodies = async () => (await messagesOf(its.id)).map(({ body }) => body)
  /** That the word is a message, accepted nothing, and its writer was told. */
  const isMessageAlone = async (
    mail: Awaited<ReturnType<typeof receivedMail>>,
    reason: string,
    status = 'answered',
  ) => {
    expect(mail).toMatchObject({ status: 'taken', reason, postedMessageId: expect.any(String) })
    expect(await stored(its.id)).toMatchObject({ status, acceptedMessageId: null })
    expect(await eventsAbout(mail.id)).toMatchObject([
      { type: 'receivedMail.notAccepted', side: 'customer', payload: { reason } },
    ])
  }
  return { world, its, answer, mailOf, sends, bodies, isMessageAlone }
}
