import type { MemberFunction } from '#app/domain/access/actor.ts'
import type { Urgency } from '#app/domain/consultations/clocks/engine/log.ts'
import { acceptAnswer } from '#app/domain/consultations/commands/accept.server.ts'
import { answerConsultation } from '#app/domain/consultations/commands/answer.server.ts'
import { askConsultation } from '#app/domain/consultations/commands/ask.server.ts'
import { assignConsultation } from '#app/domain/consultations/commands/assign.server.ts'
import { downloadFile } from '#app/domain/consultations/commands/download-file.server.ts'
import { markSeen } from '#app/domain/consultations/commands/mark-seen.server.ts'
import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { reopenConsultation } from '#app/domain/consultations/commands/reopen.server.ts'
import type { MessageLane } from '#app/domain/consultations/consultation.ts'
import { rateAnswer } from '#app/domain/consultations/decisions/commands/rate.server.ts'
import { recordDecision } from '#app/domain/consultations/decisions/commands/record.server.ts'
import { getThread } from '#app/domain/consultations/queries/thread.server.ts'
import { now } from '#app/platform/clock.server.ts'
import { type NewFile, uploadAll } from '../files/upload.ts'
import type { Accounts } from '../people.ts'
import { as, memberId } from '../stage.ts'
import { addressOf, known, type Moment, type Person, type Scene, type World } from '../timeline.ts'

export interface Question {
  account: keyof Accounts
  by: Person
  on: Moment
  function: MemberFunction
  /** A question, unless more hangs on it. */
  urgency?: Urgency
  product?: string
  /** The name of the note that it was asked from. */
  note?: string
  subject: string
  body: string
  files?: NewFile[]
  /** What followed. */
  turns?: Turn[]
}

export interface Turn {
  on: Moment
  tell: (threadId: string) => Promise<unknown>
}

/** The scenes of a consultation: the question, and each turn after it. */
export function threadScenes(question: Question, world: World): Scene[] {
  let threadId = ''
  const ask = async () => {
    threadId = await tellQuestion(question, world)
  }
  const turns = (question.turns ?? []).map(({ on, tell }) => ({ when: on, tell: () => tell(threadId) }))
  return [{ when: question.on, tell: ask }, ...turns]
}

async function tellQuestion(question: Question, world: World): Promise<string> {
  const { account, by, product, note, subject, body } = question
  const fileIds = await uploadAll(by, question.files)
  return as(addressOf(by), (actor) =>
    askConsultation(actor, {
      accountId: world.accounts[account],
      function: question.function,
      urgency: question.urgency,
      productId: product && known(world.products, product),
      documentId: note && known(world.notes, note),
      subject,
      body,
      fileIds,
    }),
  )
}

type Says = (by: Person, on: Moment, body: string, files?: NewFile[]) => Turn

const posts =
  (lane: MessageLane): Says =>
  (by, on, body, files) => ({
    on,
    tell: async (threadId) => {
      const fileIds = await uploadAll(by, files)
      await as(addressOf(by), (actor) => postMessage(actor, threadId, { lane, body, fileIds }))
      await see(by, threadId)
    },
  })

/** A message that both sides read. */
export const says = posts('shared')
/** A note of the supplier's side alone. */
export const internal = posts('internal')
/** A note of the customer's side alone. */
export const aside = posts('private')

export const answers: Says = (by, on, body, files) => ({
  on,
  tell: async (threadId) => {
    const fileIds = await uploadAll(by, files)
    await as(addressOf(by), async (actor) => {
      const { answerMessageId } = await getThread(actor, threadId)
      await answerConsultation(actor, threadId, { body, fileIds, replaces: answerMessageId ?? undefined })
    })
    await see(by, threadId)
  },
})

interface Decided {
  part: string
  revision?: string
  conditions?: string
  approver?: Person
  /** How many days it is good for. */
  days?: number
}

/** Writes down what the answer decides. */
export function decides(by: Person, on: Moment, { approver, days, ...decided }: Decided): Turn {
  const tell = (threadId: string) =>
    as(addressOf(by), async (actor) => {
      const { answerMessageId } = await getThread(actor, threadId)
      await recordDecision(actor, threadId, {
        ...{ revision: '', conditions: '', ...decided, messageId: answerMessageId ?? '' },
        approverId: approver && (await memberId(addressOf(approver))),
        validUntil:
          days === undefined
            ? undefined
            : new Date(now().getTime() + days * 86_400_000).toISOString().slice(0, 10),
      })
    })
  return { on, tell }
}

/** Says how well the accepted answer served. */
export function rates(by: Person, on: Moment, steps: number, word: string): Turn {
  const tell = (threadId: string) =>
    as(addressOf(by), async (actor) => {
      const { acceptedMessageId } = await getThread(actor, threadId)
      await rateAnswer(actor, threadId, { messageId: acceptedMessageId ?? '', steps, word })
    })
  return { on, tell }
}

/** Reads the answer with its record and accepts it. */
export function accepts(by: Person, on: Moment): Turn {
  const tell = (threadId: string) =>
    as(addressOf(by), async (actor) => {
      const { answerMessageId, decisions } = await getThread(actor, threadId)
      const decisionId = decisions.find(({ messageId }) => messageId === answerMessageId)?.id
      await acceptAnswer(actor, threadId, { messageId: answerMessageId ?? '', decisionId })
      await see(by, threadId)
    })
  return { on, tell }
}

export function reopens(by: Person, on: Moment, reason: string): Turn {
  return { on, tell: (threadId) => as(addressOf(by), (actor) => reopenConsultation(actor, threadId, reason)) }
}

/** Gives it to a colleague by hand, or takes it over. */
export function assigns(by: Person, on: Moment, to: Person): Turn {
  const tell = (threadId: string) =>
    as(addressOf(by), async (actor) => {
      const { assigneeId } = await getThread(actor, threadId)
      const next = await memberId(addressOf(to))
      await assignConsultation(actor, threadId, { assigneeId: next, previousId: assigneeId ?? undefined })
    })
  return { on, tell }
}

/** Has the thread on screen, and takes the files that hang from it. */
export function reads(by: Person, on: Moment, takes: { files: boolean } = { files: false }): Turn {
  const tell = async (threadId: string) => {
    const thread = await see(by, threadId)
    const files = takes.files ? thread.messages.flatMap((message) => message.files) : []
    for (const { file } of files) {
      await as(addressOf(by), (actor) =>
        downloadFile(actor, { consultationId: threadId, fileId: file.id }, () => 0),
      )
    }
  }
  return { on, tell }
}

async function see(by: Person, threadId: string) {
  return as(addressOf(by), async (actor) => {
    const thread = await getThread(actor, threadId)
    await markSeen(actor, thread)
    return thread
  })
}
