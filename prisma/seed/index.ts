import { setClock } from '#app/platform/clock.server.ts'
import { tellCatalogue, tellCoverage } from './accounts.ts'
import { comparisonScenes } from './comparisons/index.ts'
import { consultationScenes } from './consultations/index.ts'
import { documentScenes } from './documents/index.ts'
import { tellPeople } from './people.ts'
import { play, type World } from './timeline.ts'

/** Fills an empty database with the demo world: stories, told by real commands as named people. */
export async function seedDemo(): Promise<void> {
  try {
    const accounts = await tellPeople()
    const catalogue = await tellCatalogue(accounts)
    await tellCoverage(accounts, catalogue)
    const world: World = { accounts, products: catalogue.products, notes: new Map() }
    await play([...documentScenes(world), ...consultationScenes(world), ...comparisonScenes(world)])
  } finally {
    setClock(() => new Date())
  }
}
