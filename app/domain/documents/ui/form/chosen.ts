/** What a field of several values holds at first: conform has it as a list, or as one text when there is one. */
export function chosen(field: { initialValue?: unknown }): string[] {
  const value = field.initialValue
  if (Array.isArray(value)) return value.filter((each) => typeof each === 'string')
  return typeof value === 'string' && value ? [value] : []
}
