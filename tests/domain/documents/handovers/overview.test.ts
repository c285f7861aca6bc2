import { beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/access/actor.ts'
import { changeRequirement } from '#app/domain/documents/handovers/commands/change-requirement.server.ts'
import { getHandover } from '#app/domain/documents/handovers/queries/handover.server.ts'
import { useTestDatabase } from '#tests/support/database.ts'
import type { World } from '#tests/support/world.ts'
import { as, eventsOf } from '../notes.ts'
import { createDocumentation, type Documentation } from './documentation.ts'

useTestDatabase()
let world: World
let people: World['people']
let variants: Documentation['variants']

beforeAll(async () => {
  ;({ world, variants } = await createDocumentation())
  people = world.people
})

const titles = async (actor: Actor, variant: string | null = null) => {
  const { documents } = await as(actor, (who) => getHandover(who, world.accounts.lumen, variant))
  return documents.map(({ version }) => version.title).sort()
}

describe('what is handed over', () => {
  test('is what the account sees; of a customer what the functions of the reader see', async () => {
    const all = ['Data sheet', 'For buyers', 'Old', 'Second alone', 'Taken back', '图纸']
    expect(await titles(people.marcus)).toEqual(all)
    expect(await titles(people.lin)).toEqual(all.filter((title) => title !== 'For buyers'))
    expect(await titles(people.chen)).toEqual(['For buyers'])
    expect(await titles(people.lumenAdmin)).toEqual([])
  })

  test('of a variant is what concerns it, and what concerns nothing in particular', async () => {
    expect(await titles(people.lin, variants.first)).toEqual(['Data sheet', 'Old', 'Taken back', '图纸'])
    expect(await titles(people.lin, variants.second)).not.toContain('Data sheet')
    expect(await titles(people.lin, variants.second)).toContain('Second alone')
  })

  test('does not exist for another account, nor for a variant of another one', async () => {
    const { lumen, aurora } = world.accounts
    const look = (actor: Actor, account: string, variant: string | null) =>
      as(actor, (who) => getHandover(who, account, variant))
    await expect(look(people.rui, lumen, null)).rejects.toMatchObject({ status: 404 })
    await expect(look(people.ingrid, aurora, null)).rejects.toMatchObject({ status: 404 })
    await expect(look(people.marcus, lumen, variants.aurora)).rejects.toMatchObject({ status: 404 })
    await expect(look(people.marcus, lumen, 'no id')).rejects.toMatchObject({ status: 404 })
  })

  test('is held against what was agreed, else against the usual in the customer’s language', async () => {
    const rows = async () => {
      const { completeness } = await as(people.marcus, (who) => getHandover(who, world.accounts.lumen, null))
      return completeness.rows.flatMap(({ vdiClass, cells }) =>
        cells.map(({ language, covering }) => `${vdiClass} ${language} ${covering}`),
      )
    }
    expect(await rows()).toEqual([
      '01-01 zh missing',
      '02-01 zh otherLanguage',
      '02-02 zh complete',
      '02-04 zh missing',
      '03-02 zh missing',
      '03-03 zh missing',
    ])
    const input = {
      classes: ['02-04', '02-01'] as never[],
      languages: ['en'] as never[],
      reference: 'Contract 7, 4.2',
    }
    await expect(
      as(people.ingrid, (who) => changeRequirement(who, world.accounts.lumen, input)),
    ).rejects.toMatchObject({ status: 403 })
    await as(people.marcus, (who) => changeRequirement(who, world.accounts.lumen, input))
    expect(await rows()).toEqual(['02-01 en complete', '02-04 en outdated'])
    const { requirement } = await as(people.lin, (who) => getHandover(who, world.accounts.lumen, null))
    expect(requirement).toMatchObject({ reference: 'Contract 7, 4.2', decided: { by: 'Marcus Reed' } })
    const changed = (await eventsOf(world.accounts.lumen)).filter(({ type }) =>
      type.endsWith('RequirementChanged'),
    )
    expect(changed.map(({ payload }) => payload)).toMatchObject([{ classes: ['02-01', '02-04'] }])
  })
})
