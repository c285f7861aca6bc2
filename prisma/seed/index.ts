import { setClock } from '#app/platform/clock.server.ts'
import { tellCatalogue, tellCoverage } from './accounts.ts'
import { comparisonScenes } from './comparisons/index.ts'
import { settleClocks } from './consultations/clocks.ts'
import { consultationScenes } from './consultations/index.ts'
import { documentScenes } from './documents/index.ts'
import { formerScenes } from './former.ts'
import { kestrelScenes } from './kestrel/index.ts'
import { tellPeople } from './people.ts'
import { play, type World } from './timeline.ts'

/** Fills an empty database with the demo world: stories, told by real commands as named people. */
export async function seedDemo(): Promise<void> {
  try {
    const world = await tellBeginning()
    await play([
      ...documentScenes(world),
      ...consultationScenes(world),
      ...comparisonScenes(world),
      ...formerScenes(world),
      ...kestrelScenes(),
    ])
    setClock(() => new Date())
    await settleClocks()
  } finally {
    setClock(() => new Date())
  }
}

/** The people, the accounts and what is sold to them: what every story begins with. */
export async function tellBeginning(): Promise<World> {
  const accounts = await tellPeople()
  const catalogue = await tellCatalogue(accounts)
  await tellCoverage(accounts, catalogue)
  return { accounts, products: catalogue.products, notes: new Map() }
}
