export const checklistLimits = { name: 80, item: 200, items: 50, onConsultation: 20 } as const

/** One item in each line, without those that are empty. */
export const itemsIn = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

export interface Progress {
  done: number
  of: number
}

/** How far it is. */
export const progressOf = (items: readonly { doneAt: unknown }[]): Progress => ({
  done: items.filter(({ doneAt }) => doneAt !== null).length,
  of: items.length,
})
