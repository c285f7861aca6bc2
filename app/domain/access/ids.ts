import { NotFound } from '#app/platform/errors.ts'

const pattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Whether a text from outside can be an id at all: the database answers anything else with an error. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && pattern.test(value)
}

/** An id from outside, or NotFound: what is no id names no record. */
export function requireId(value: unknown): string {
  if (!isId(value)) throw new NotFound()
  return value
}
