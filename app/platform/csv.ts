/** A line of CSV (RFC 4180). */
export const csvLine = (cells: string[]): string => `${cells.map(cell).join(',')}\r\n`

/** Before the first line: it tells spreadsheets that this is UTF-8. */
export const csvMark = '\uFEFF'

/** What a spreadsheet would take for a formula begins with an apostrophe; a number stays one. */
function cell(text: string): string {
  const isFormula = /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text)
  const safe = isFormula ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
