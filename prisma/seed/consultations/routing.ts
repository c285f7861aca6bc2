import { tellAbsence } from '#app/domain/consultations/routing/commands/absences.server.ts'
import { writeRule } from '#app/domain/consultations/routing/commands/rules.server.ts'
import { AbsenceForm, RuleForm } from '#app/domain/consultations/routing/forms.ts'
import { prisma } from '#app/platform/database/database.server.ts'
import { as, dayOf, memberId } from '../stage.ts'
import { addressOf, type Person, type Scene } from '../timeline.ts'

const idsOf = (people: Person[]) => Promise.all(people.map((person) => memberId(addressOf(person))))

/** Who takes what the matrix leaves open, and who will be away: told last, so that what came before stays where it is. */
export const routingScene: Scene = {
  when: [60, 0],
  tell: async () => {
    await as('admin@halden.example', async (actor) => {
      const calendar = await prisma.serviceCalendar.findFirstOrThrow({ select: { id: true } })
      const rules = [
        { function: 'quality', memberIds: await idsOf(['quinn', 'dev']) },
        { function: 'engineering', language: 'zh', memberIds: await idsOf(['ingrid', 'dev']) },
        { calendarId: calendar.id, during: 'closed', memberIds: await idsOf(['marcus']) },
        { function: 'logistics', memberIds: await idsOf(['tomas']) },
      ]
      for (const rule of rules) await writeRule(actor, null, RuleForm.parse(rule))
    })
    await tellOf('quinn', [66, 72], 'dev')
    await tellOf('tomas', [69, 70])
  },
}

async function tellOf(person: Person, [first, last]: [number, number], deputy?: Person): Promise<void> {
  const input = {
    membershipId: await memberId(addressOf(person)),
    firstDay: dayOf(first),
    lastDay: dayOf(last),
    deputyId: deputy && (await memberId(addressOf(deputy))),
  }
  await as(addressOf(person), (actor) => tellAbsence(actor, AbsenceForm.parse(input)))
}
