import { changeRequirement } from '#app/domain/documents/handovers/commands/change-requirement.server.ts'
import { takePackage } from '#app/domain/documents/handovers/commands/take-package.server.ts'
import { getPackageSource } from '#app/domain/documents/handovers/package/source.server.ts'
import { getHandover } from '#app/domain/documents/handovers/queries/handover.server.ts'
import { as } from '../../stage.ts'
import { addressOf, type Moment, type Person, type Scene, type World } from '../../timeline.ts'

/** Takes the documentation of Lumen's account, or of one of its variants. */
async function take(by: Person, accountId: string, number: string | null): Promise<void> {
  await as(addressOf(by), async (actor) => {
    const { variants } = await getHandover(actor, accountId, null)
    const variant = variants.find((each) => each.number === number)
    await takePackage(actor, await getPackageSource(actor, accountId, variant?.id ?? null))
  })
}

/** Lumen agrees on what its drives come with; its engineer takes it before the plant's audit, and Marcus looks at it too. */
export function lumenHandoverScenes({ accounts }: World): Scene[] {
  const scene = (when: Moment, tell: () => Promise<unknown>): Scene => ({ when, tell })
  return [
    scene([30, 17], () =>
      as(addressOf('marcus'), (actor) =>
        changeRequirement(actor, accounts.lumen, {
          classes: ['02-01', '02-02', '02-04', '03-02', '03-04'],
          languages: ['zh', 'en'],
          reference: 'Quality agreement LX-2026-07, 6.2',
        }),
      ),
    ),
    scene([31, 2], () => take('lin', accounts.lumen, 'CMD-110-4-L1')),
    scene([55, 16], () => take('marcus', accounts.lumen, null)),
  ]
}
