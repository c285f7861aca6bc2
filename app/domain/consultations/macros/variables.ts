/**
 * What a macro can name. Each is a fact of the consultation that both sides read, so that no text carries what the readers of its
 * lane may not know: no note, no restricted document, nothing of another account. A document is its number alone: whoever may see
 * it reads its title beside the message.
 */
export const variables = [
  ...(['asker.name', 'assignee.name', 'me.name', 'customer', 'supplier'] as const),
  ...([
    'consultation.number',
    'consultation.subject',
    'product',
    'document',
    'order',
    'due',
    'today',
  ] as const),
] as const
export type Variable = (typeof variables)[number]

export type VariableValues = Record<Variable, string>

/** Without spaces around the name in the pattern: it would try each way to share them out, and a text of spaces would take minutes. */
const placeholder = /\{\{([^{}\n]{1,80})\}\}/g

const isVariable = (name: string): name is Variable => (variables as readonly string[]).includes(name)

/** What a text names between double braces and nobody knows; each once. Pure. */
export function unknownIn(text: string): string[] {
  const named = [...text.matchAll(placeholder)].map(([, name = '']) => name.trim())
  return [...new Set(named.filter((name) => !isVariable(name)))]
}

/** What stands in a text in the place of a value that there is none of. */
const markOf = (name: string) => `⟦${name}⟧`
const mark = new RegExp(`⟦(${variables.map((name) => name.replace('.', '\\.')).join('|')})⟧`, 'g')

/** The text with the values in it, once: what a value says is not looked at again. Empty ones are marked. Pure. */
export function fillIn(text: string, values: VariableValues): string {
  return text.replaceAll(placeholder, (typed, between: string) => {
    const name = between.trim()
    return isVariable(name) ? values[name] || markOf(name) : typed
  })
}

/** The variables that are still marked as empty in a text; each once. Pure. */
export function unfilledIn(text: string): string[] {
  return [...new Set([...text.matchAll(mark)].map(([, name = '']) => name))]
}
