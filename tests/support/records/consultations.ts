import type { World } from '../world.ts'
import { type ChecklistRecords, checklistRecords } from './checklists.ts'
import { type DecisionRecords, decisionRecords } from './decisions.ts'
import { type GuestRecords, guestRecords } from './guests.ts'
import { type LinkingRecords, linkingRecords } from './linking.ts'
import { type MacroRecords, macroRecords } from './macros.ts'
import { type MailRecords, mailRecords } from './mails.ts'
import { type ParticipantRecords, participantRecords } from './participants.ts'
import { type PartRecords, partRecords } from './parts.ts'
import { type RoutingRecords, routingRecords } from './routing.ts'
import { type WorkRecords, workRecords } from './work.ts'

/** What hangs from the consultations of the world. */
export interface ConsultationRecords
  extends DecisionRecords,
    MailRecords,
    RoutingRecords,
    WorkRecords,
    LinkingRecords,
    ParticipantRecords,
    GuestRecords,
    PartRecords,
    MacroRecords,
    ChecklistRecords {}

interface Consultations {
  lumen: string
  answered: string
  aurora: string
  /** The message that is the answer. */
  answer: string
}

export async function consultationRecords(
  world: World,
  { answer, ...asked }: Consultations,
  next: () => number,
): Promise<ConsultationRecords> {
  return {
    ...(await decisionRecords(world, { number: next() }, { consultation: asked.answered, answer })),
    ...(await mailRecords(world, asked.lumen)),
    ...(await routingRecords(world)),
    ...(await workRecords(world, asked)),
    ...(await checklistRecords(world, asked.lumen)),
    ...(await partRecords(world, asked)),
    ...(await macroRecords(world, answer)),
    ...(await linkingRecords(world, [asked.lumen, asked.aurora], [next(), next(), next()])),
    ...(await participantRecords(world, [next(), next()])),
    ...(await guestRecords(world, asked.lumen)),
  }
}
