import type { NamedPeople } from './named-people.ts'

/** The lists of a payload, each in one line; everything else as it was recorded. */
export function listedPayload(payload: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => {
      if (Array.isArray(value)) return [name, value.join(', ')]
      return [name, isPeople(value) ? peopleText(value) : value]
    }),
  )
}

/** What was recorded was checked; the schema's library would come to each browser that shows a sentence. */
function isPeople(value: unknown): value is NamedPeople {
  if (typeof value !== 'object' || value === null) return false
  const { people, more } = value as Partial<NamedPeople>
  return Array.isArray(people) && typeof more === 'number'
}

/** In one line: Mei Lin (Lumen), +3. */
function peopleText({ people, more }: NamedPeople): string {
  const names = people.map(({ name, organization }) => `${name} (${organization})`)
  return [...names, ...(more > 0 ? [`+${more}`] : [])].join(', ')
}
