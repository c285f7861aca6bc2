import type { Scene, World } from '../timeline.ts'
import { instructions } from './classes/instructions.ts'
import { sheets } from './classes/sheets.ts'
import { bearingCurrents } from './drives/bearing-currents.ts'
import { bearingLife } from './drives/bearing-life.ts'
import { capacitors } from './drives/capacitors.ts'
import { dataSheet } from './drives/data-sheet.ts'
import { derating } from './drives/derating.ts'
import { emcCables } from './drives/emc-cables.ts'
import { motorEfficiency } from './drives/motor-efficiency.ts'
import { parameters } from './drives/parameters.ts'
import { pumps } from './drives/pumps.ts'
import { sleepAndWake } from './drives/sleep-and-wake.ts'
import { brakeResistor, lineChoke } from './drives/unfinished.ts'
import { lumenHandoverScenes } from './handovers/lumen.ts'
import { formerScenes } from './imports/former.ts'
import { incomingInspection } from './modules/incoming-inspection.ts'
import { switchingLosses } from './modules/switching-losses.ts'
import { thermalInterface } from './modules/thermal-interface.ts'
import { noteScenes } from './note.ts'
import { capacitorScenes } from './notices/capacitors.ts'
import { coatingConfirmed, driveDataSheet, softStart } from './reviews/data-sheet.ts'
import { reviewScenes } from './reviews/index.ts'
import { subscriptionScenes } from './subscriptions.ts'
import { coating } from './supply/coating.ts'
import { complaints } from './supply/complaints.ts'
import { packaging } from './supply/packaging.ts'
import { templateScenes } from './templates.ts'
import { togetherScenes } from './together.ts'

const drives = [
  motorEfficiency,
  derating,
  capacitors,
  bearingCurrents,
  emcCables,
  pumps,
  bearingLife,
  parameters,
  dataSheet,
  sleepAndWake,
]
const modules = [thermalInterface, switchingLosses, incomingInspection]
const supply = [packaging, complaints, coating, coatingConfirmed]
const waiting = [driveDataSheet, softStart]

/** What Halden publishes, and who reads it. */
export function documentScenes(world: World): Scene[] {
  const notes = [
    ...drives,
    brakeResistor,
    lineChoke,
    ...modules,
    ...supply,
    ...waiting,
    ...instructions,
    ...sheets,
  ]
  return [
    ...templateScenes,
    ...notes.flatMap((note) => noteScenes(note, world)),
    ...reviewScenes(world),
    ...capacitorScenes(world),
    ...subscriptionScenes(world),
    ...formerScenes(),
    ...lumenHandoverScenes(world),
    ...togetherScenes(world),
  ]
}
