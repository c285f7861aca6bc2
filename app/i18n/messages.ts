import type { MessageValues } from '#app/platform/errors.ts'

/**
 * A message travels as one string: its key, and behind a space its values as JSON. So it fits wherever a library
 * (zod, conform) expects plain text, and is put into words where the reader's language is known.
 */
export function encodeMessage(key: string, values: MessageValues = {}): string {
  return Object.keys(values).length === 0 ? key : `${key} ${JSON.stringify(values)}`
}

export function decodeMessage(text: string): { key: string; values: MessageValues } {
  const space = text.indexOf(' ')
  if (space < 0) return { key: text, values: {} }
  try {
    return { key: text.slice(0, space), values: JSON.parse(text.slice(space + 1)) as MessageValues }
  } catch {
    return { key: text, values: {} }
  }
}
