import { z } from 'zod'

/**
 * People whom an event names. Each name is a text of its own, so that it goes when the person is erased
 * (app/decisions/034); `more` are those who are counted only.
 */
export const namedPeople = z.object({
  people: z.array(z.object({ name: z.string(), organization: z.string() })),
  more: z.int(),
})
export type NamedPeople = z.output<typeof namedPeople>

/** The lists of a payload, each in one line; everything else as it was recorded. */
export function listedPayload(payload: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => {
      if (Array.isArray(value)) return [name, value.join(', ')]
      const known = namedPeople.safeParse(value)
      return [name, known.success ? peopleText(known.data) : value]
    }),
  )
}

/** In one line: Mei Lin (Lumen), +3. */
function peopleText({ people, more }: NamedPeople): string {
  const names = people.map(({ name, organization }) => `${name} (${organization})`)
  return [...names, ...(more > 0 ? [`+${more}`] : [])].join(', ')
}
