/** The time zones to choose from; one that is in use under another name stands first. */
export function timeZones(present?: string): string[] {
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone')]
  return [...new Set(present ? [present, ...known] : known)]
}
