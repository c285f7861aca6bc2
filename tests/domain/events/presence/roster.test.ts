import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRoster, type Present, silenceBeforeGone } from '#app/domain/events/presence/roster.ts'

const person = (id: string): Present => ({ id, name: `Name ${id}`, side: 'supplier' })
const namesAt = (roster: ReturnType<typeof createRoster>, subject: string) =>
  roster.at(subject).map(({ id }) => id)

describe('a roster', () => {
  test('shows each person once, however many processes serve them, in the order of names', () => {
    const roster = createRoster()
    expect(roster.put('a', 's', [person('2'), person('1')], 0)).toBe(true)
    expect(roster.put('b', 's', [person('2')], 0)).toBe(false)
    expect(namesAt(roster, 's')).toEqual(['1', '2'])
    expect(roster.put('a', 's', [], 0)).toBe(true)
    expect(namesAt(roster, 's')).toEqual(['2'])
    expect(namesAt(roster, 'another')).toEqual([])
  })

  test('forgets what was not said again, and only that', () => {
    const roster = createRoster()
    roster.put('a', 's', [person('1')], 0)
    roster.put('b', 's', [person('1'), person('2')], 0)
    roster.put('b', 't', [person('2')], 0)
    roster.put('b', 'u', [person('1')], 0)
    roster.put('a', 'u', [person('1')], silenceBeforeGone)
    roster.put('a', 's', [person('1')], silenceBeforeGone)
    expect(roster.sweep(silenceBeforeGone)).toEqual([])
    expect(roster.sweep(silenceBeforeGone + 1)).toEqual(['s', 't'])
    expect(namesAt(roster, 's')).toEqual(['1'])
    expect(namesAt(roster, 't')).toEqual([])
    expect(namesAt(roster, 'u')).toEqual(['1'])
  })

  test('is what each process said last, whatever came before and however often', () => {
    const said = fc.record({
      process: fc.constantFrom('a', 'b', 'c'),
      subject: fc.constantFrom('s', 't'),
      people: fc.uniqueArray(fc.constantFrom('1', '2', '3', '4')),
      again: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(said), (all) => {
        const roster = createRoster()
        const last = new Map<string, string[]>()
        for (const { process, subject, people, again } of all) {
          const put = () => roster.put(process, subject, people.map(person), 0)
          put()
          if (again) expect(put()).toBe(false)
          last.set(`${subject} ${process}`, people)
        }
        for (const subject of ['s', 't']) {
          const there = [...last].filter(([key]) => key.startsWith(subject)).flatMap(([, people]) => people)
          expect(namesAt(roster, subject)).toEqual([...new Set(there)].sort())
        }
      }),
    )
  })
})
