import type { Scene, World } from '../timeline.ts'
import { auroraEngineering } from './aurora/engineering.ts'
import { auroraOthers } from './aurora/others.ts'
import { kholodQuestions } from './kholod/index.ts'
import { lumenDrives } from './lumen/drives.ts'
import { lumenModules } from './lumen/modules.ts'
import { lumenSupply } from './lumen/supply.ts'
import { threadScenes } from './thread.ts'

const questions = [
  ...lumenDrives,
  ...lumenModules,
  ...lumenSupply,
  ...auroraEngineering,
  ...auroraOthers,
  ...kholodQuestions,
]

/** What the customers ask, and what comes of it. */
export function consultationScenes(world: World): Scene[] {
  return questions.flatMap((question) => threadScenes(question, world))
}
