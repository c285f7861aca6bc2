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
