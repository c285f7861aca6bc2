import { postMessage } from '#app/domain/consultations/commands/post-message.server.ts'
import { addParticipant } from '#app/domain/consultations/participants/commands/participants.server.ts'
import type { ParticipantGrade } from '#app/domain/consultations/participants/participant.ts'
import { as, memberId } from '../stage.ts'
import { addressOf, type Moment, md, type Person, type Scene } from '../timeline.ts'
import { idOf } from './linking.ts'

const names = (by: Person, when: Moment, words: string, email: string, grade: ParticipantGrade): Scene => ({
  when,
  tell: () =>
    as(addressOf(by), async (actor) =>
      addParticipant(actor, await idOf(words), { memberId: await memberId(email), grade }),
    ),
})

const administrator = 'admin@halden.example'

/**
 * Avery does not serve Kholod, whose account is restricted to its team: Marcus brings her into one question about payment,
 * and she writes there. Lin lets Chen accept and close a question of engineering.
 */
export const participantScenes: Scene[] = [
  names('marcus', [57, 16], 'условия оплаты', administrator, 'write'),
  {
    when: [57, 17],
    tell: () =>
      as(administrator, async (actor) => {
        await postMessage(actor, await idOf('условия оплаты'), {
          lane: 'internal',
          body: md`
The bank can confirm a rouble invoice within two days, if the contract names the rate of the day of payment. I can add that
clause to the framework agreement this week.
`,
          fileIds: [],
        })
      }),
  },
  names('lin', [58, 3], '编码器在 50 Hz', addressOf('chen'), 'decide'),
]
