import { acceptAsGuest } from '#app/domain/consultations/guests/commands/accept.server.ts'
import { inviteGuest } from '#app/domain/consultations/guests/commands/invite.server.ts'
import { writeAsGuest } from '#app/domain/consultations/guests/commands/write.server.ts'
import { asGuest } from '#app/domain/consultations/guests/queries/seats.server.ts'
import { askPart } from '#app/domain/consultations/parts/commands/split.server.ts'
import { unscopedPrisma } from '#app/platform/database/database.server.ts'
import { demoPassword, guest } from '../cast.ts'
import { as, dayOf, tokenMailedTo } from '../stage.ts'
import { addressOf, md, type Scene } from '../timeline.ts'
import { idOf } from './linking.ts'

const { name, email, organizationName } = guest

async function write(body: string): Promise<void> {
  const { id: userId, language } = await unscopedPrisma().user.findUniqueOrThrow({ where: { email } })
  const seat = await unscopedPrisma().consultationGuest.findFirstOrThrow({
    where: { member: { userId } },
    orderBy: { id: 'asc' },
  })
  const signedIn = { ...{ userId, email, language }, theme: 'system', timeZone: 'UTC', sessionHash: '' }
  await asGuest({ ...signedIn, actor: null, freshCookie: null }, seat.id, (found) =>
    writeAsGuest(found, { body, fileIds: [] }),
  )
}

/** Pavel's fan starts at −40 °C: for one answer Ingrid needs what the maker of the bearings says of the grease. */
const cold = 'Пуск при −40 °C'
const asked: Scene[] = [
  {
    when: [58, 16],
    tell: () =>
      as(addressOf('ingrid'), async (actor) =>
        inviteGuest(actor, await idOf(cold), {
          ...{ name, email, organizationName, language: 'en' },
          ...{ grade: 'write', view: 'fromNow', endsOn: dayOf(75) },
        }),
      ),
  },
  {
    when: [58, 17],
    tell: async () => acceptAsGuest(await tokenMailedTo(email), null, { password: demoPassword }),
  },
  {
    when: [58, 18],
    tell: () =>
      as(addressOf('ingrid'), async (actor) => {
        const consultationId = await idOf(cold)
        const { id: ownerId } = await unscopedPrisma().consultationGuest.findFirstOrThrow({
          where: { email, consultationId },
        })
        const question =
          'With which grease does a 6206 of yours start at −40 °C, and what torque does it take cold, without load?'
        return askPart(actor, consultationId, { question, function: 'quality', ownerId, dueOn: dayOf(66) })
      }),
  },
]

/**
 * Lin's encoder loses pulses near 50 Hz, and the current through the bearings is suspected: Ingrid asks whoever makes these
 * bearings to say how they are to be insulated. Nadia sees this one thread, for some weeks.
 */
export const guestScenes: Scene[] = [
  {
    when: [58, 12],
    tell: () =>
      as(addressOf('ingrid'), async (actor) =>
        inviteGuest(actor, await idOf('编码器在 50 Hz'), {
          ...{ name, email, organizationName, language: 'en' },
          ...{ grade: 'write', view: 'all', endsOn: dayOf(90) },
        }),
      ),
  },
  {
    when: [58, 14],
    tell: async () => acceptAsGuest(await tokenMailedTo(email), null, { name, password: demoPassword }),
  },
  {
    when: [59, 8],
    tell: () =>
      write(md`
A bearing whose outer ring is coated with aluminium oxide (100 µm, tested with 1000 V DC) stops the circulating current. Against the
high-frequency part a hybrid bearing with ceramic balls is better: its capacitance is about a fortieth. For this shaft I would put
the hybrid at the encoder's end, and leave the steel one at the other with a grounding brush.

Which grease do you use at present, and how long after a start do the pulses go missing?
`),
  },
  ...asked,
]
