interface Named {
  names?: unknown[]
  characteristics?: { name: string }[]
}

/** The field of a name in the form: the names of a case are the named assumptions, and behind them those characteristics that have one. */
export function nameField(path: string, { names = [], characteristics = [] }: Named): string {
  const [, index, field] = /^names\[(\d+)\]\.(.+)$/.exec(path) ?? []
  const behind = Number(index ?? 0) - names.length
  if (index === undefined || behind < 0) return path
  const named = characteristics.flatMap(({ name }, place) => (name === '' ? [] : [place]))
  return `characteristics[${named[behind]}].${field === 'formula' ? 'unit' : field}`
}
