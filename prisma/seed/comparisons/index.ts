import type { Scene, World } from '../timeline.ts'
import { auroraDrives } from './aurora-drives.ts'
import { kholodFans } from './kholod-fans.ts'
import { lumenCompressor } from './lumen-compressor.ts'
import { lumenModules } from './lumen-modules.ts'
import { lumenMotors } from './lumen-motors.ts'
import { lumenPumps } from './lumen-pumps.ts'
import { comparisonScenes as scenesOf } from './sheet.ts'

/** What Halden and its customers calculate together. */
export function comparisonScenes(world: World): Scene[] {
  const comparisons = [lumenPumps, lumenMotors, lumenModules, auroraDrives, kholodFans, lumenCompressor]
  return comparisons.flatMap((comparison) => scenesOf(comparison, world))
}
