import type { Actor } from '#app/domain/access/actor.ts'
import { askConsultation } from '#app/domain/consultations/commands/ask.server.ts'
import type { AskInput } from '#app/domain/consultations/forms.ts'
import { runAsActor, unscopedPrisma } from '#app/platform/database/database.server.ts'

/** Runs a command or a query as the actor whom it is given, as the edge does. */
export function as<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
  return runAsActor(actor.membershipId, work)
}

const question = {
  function: 'engineering',
  subject: 'Drive trips at 40 °C',
  body: 'It trips with **F07**.',
  fileIds: [],
}

/** Asks in an account; what is not given is an engineering question without a product. */
export function ask(actor: Actor, accountId: string, changes: Partial<AskInput> = {}): Promise<string> {
  return as(actor, () => askConsultation(actor, { ...question, accountId, ...changes } as AskInput))
}

/** The consultation as it stands in the database. */
export const stored = (id: string) => unscopedPrisma().consultation.findUniqueOrThrow({ where: { id } })

/** The types of its events, in their order. */
export async function eventsOf(id: string): Promise<string[]> {
  const events = await unscopedPrisma().event.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' } })
  return events.map((event) => event.type.replace('consultation.', ''))
}
