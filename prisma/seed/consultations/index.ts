import { setQuestionAddress } from '#app/domain/consultations/mail/commands/question-address.server.ts'
import { as } from '../stage.ts'
import type { Scene, World } from '../timeline.ts'
import { askingScenes } from './asking.ts'
import { auroraEngineering } from './aurora/engineering.ts'
import { auroraOthers } from './aurora/others.ts'
import { checklistScenes } from './checklists.ts'
import { clockScene } from './clocks.ts'
import { guestScenes } from './guests.ts'
import { kholodQuestions } from './kholod/index.ts'
import { linkingScenes } from './linking.ts'
import { lumenDrives } from './lumen/drives.ts'
import { lumenModules } from './lumen/modules.ts'
import { lumenSupply } from './lumen/supply.ts'
import { macroScenes } from './macros.ts'
import { noteScene } from './notes.ts'
import { offerScenes } from './offers.ts'
import { participantScenes } from './participants.ts'
import { partScenes } from './parts.ts'
import { routingScene } from './routing.ts'
import { threadScenes } from './thread.ts'
import { workQuestions, workScenes } from './work.ts'

const questions = [
  ...lumenDrives,
  ...lumenModules,
  ...lumenSupply,
  ...auroraEngineering,
  ...auroraOthers,
  ...kholodQuestions,
  ...workQuestions,
]

/** Whoever does not want to sign in writes to this address; it works once the server reads mail. */
const questionsByMail: Scene = {
  when: [9, 18],
  tell: () => as('admin@halden.example', (actor) => setQuestionAddress(actor, 'halden')),
}

/** What the customers ask, and what comes of it. */
export function consultationScenes(world: World): Scene[] {
  const threads = questions.flatMap((question) => threadScenes(question, world))
  return [
    ...[clockScene(world), questionsByMail, ...threads, ...askingScenes(world), ...workScenes],
    ...[...linkingScenes(world), ...macroScenes, ...checklistScenes, ...partScenes(world)],
    ...[routingScene, noteScene, ...offerScenes, ...participantScenes, ...guestScenes],
  ]
}
