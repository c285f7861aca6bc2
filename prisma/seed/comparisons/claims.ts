import { addClaim } from '#app/domain/comparisons/claims/commands/claims.server.ts'
import { markCompetitors } from '#app/domain/comparisons/claims/commands/mark.server.ts'
import type { ClaimInput } from '#app/domain/comparisons/claims/forms.ts'
import { openClaims } from '#app/domain/comparisons/claims/queries/claims.server.ts'
import { as, dayOf } from '../stage.ts'
import { addressOf, type Moment, type Person } from '../timeline.ts'

interface Said extends Pick<ClaimInput, 'statement' | 'source' | 'conditions'> {
  option: string
  /** Days of the story. */
  since: number
  until: number
  /** Of some lines alone, by name. */
  lines?: string[]
}

/** Says which option is a competitor's product, and where what is stated of it comes from. */
export function states(by: Person, on: Moment, claims: Said[]) {
  const tell = (id: string) =>
    as(addressOf(by), async (actor) => {
      const { options, lines, comparison } = await openClaims(actor, id)
      const idOf = (wanted: string) => options.find(({ name }) => name === wanted)?.id ?? ''
      const optionIds = [...new Set(claims.map(({ option }) => idOf(option)))]
      await markCompetitors(actor, id, { optionIds, revision: comparison.revision })
      for (const { option, since, until, lines: names, ...words } of claims) {
        const lineIds = lines.filter(({ name }) => names?.includes(name)).map((line) => line.id)
        await addClaim(actor, id, {
          ...{ ...words, optionId: idOf(option), sourceDate: dayOf(since), expiresOn: dayOf(until) },
          ...{ covers: names ? 'lines' : 'all', lineIds },
        })
      }
    })
  return { on, tell }
}
