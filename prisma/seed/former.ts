import { eraseMember } from '#app/domain/accounts/commands/erase-member.server.ts'
import { inviteMember } from '#app/domain/accounts/commands/invitations.server.ts'
import { deactivateMember } from '#app/domain/accounts/commands/members.server.ts'
import { cast, former } from './cast.ts'
import { accepts, answers, reads, threadScenes } from './consultations/thread.ts'
import { join } from './people.ts'
import { as, memberId } from './stage.ts'
import { type Moment, md, type Scene, type World } from './timeline.ts'

type Who = keyof typeof former

const organizationOf = { greta: 'halden', nikolai: 'kholod' } as const satisfies Record<Who, string>
const administratorOf = (who: Who) => `admin@${organizationOf[who]}.example`

function joins(who: Who, when: Moment): Scene {
  const organization = cast.find(({ key }) => key === organizationOf[who])
  if (!organization) throw new Error(`${who} belongs to nobody`)
  const tell = async () => {
    await as(administratorOf(who), (actor) => inviteMember(actor, { ...former[who], isAdministrator: false }))
    await join(former[who], organization)
  }
  return { when, tell }
}

function leaves(who: Who, when: Moment): Scene {
  const tell = async () => {
    const id = await memberId(former[who].email)
    await as(administratorOf(who), (actor) => deactivateMember(actor, id))
  }
  return { when, tell }
}

/** By the person's own wish: the name goes, what was asked and answered stays. */
function isErased(who: Who, when: Moment): Scene {
  const { email, name } = former[who]
  const tell = async () => {
    const id = await memberId(email)
    await as(administratorOf(who), (actor) => eraseMember(actor, id, name))
  }
  return { when, tell }
}

/** Two who have left: what they did is still there, under a name or without one. */
export function formerScenes(world: World): Scene[] {
  return [
    joins('greta', [8, 16]),
    leaves('greta', [52, 17]),
    joins('nikolai', [8, 7]),
    ...threadScenes(
      {
        account: 'kholod',
        by: 'nikolai',
        on: [33, 6],
        function: 'engineering',
        product: 'CMD-150-4',
        subject: 'Кабель двигателя 120 м: нужен ли фильтр du/dt?',
        body: md`
Здравствуйте! Двигатели конденсаторов стоят на крыше, экранированный кабель 120 м. Двигатели 2011 года, изоляция обычная. Нужен ли фильтр на выходе преобразователя?
`,
        turns: [
          reads('dev', [33, 16]),
          answers(
            'dev',
            [33, 17],
            md`
Good evening. Yes, at this length and with these motors.

The drive's edges take about 0.2 µs. On a cable with 150 m/µs the reflection is whole from this length on:

$$
l = \frac{150 \cdot 0.2}{2} = 15\ \text{m}
$$

At 400 V mains the intermediate circuit has 565 V, so up to 1,130 V arrive at the terminals, with the full steepness. Motors of that age are specified for 1,000 V at 500 V/µs.

With the du/dt choke behind the drive you stay below 500 V/µs and 900 V at 120 m. Keep the switching frequency at 4 kHz: the cable's charging current is some 3 A then.
`,
          ),
          reads('nikolai', [34, 5]),
          accepts('nikolai', [34, 5, 10]),
        ],
      },
      world,
    ),
    leaves('nikolai', [44, 8]),
    isErased('nikolai', [46, 8]),
  ]
}
