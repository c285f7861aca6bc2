import { withoutControls } from '../../marks.ts'
import { mostRows, tableFromSpreadsheet } from '../../spreadsheet.ts'
import { insertAtCaret } from './apply-edit.ts'

export interface PasteMessage {
  kind: 'table' | 'tooMany' | 'tooLong' | 'cleaned'
  count: number
  max?: number
}

/**
 * A table from a spreadsheet becomes one in Markdown; what no field can hold is left out; what does not fit is refused as a
 * whole, because a browser would cut it off without a word. Anything else is pasted by the browser. What is to be said
 * about it, or null.
 */
export function pasteInto(field: HTMLTextAreaElement, event: ClipboardEvent): PasteMessage | null {
  const text = event.clipboardData?.getData('text/plain') ?? ''
  const table = tableFromSpreadsheet(text)
  if (table && 'tooMany' in table) {
    event.preventDefault()
    return { kind: 'tooMany', count: table.tooMany, max: mostRows }
  }
  const clean = table ? `${gapBefore(field)}${table.markdown}${gapAfter(field)}` : withoutControls(text)
  const room = roomOf(field)
  if (clean.length > room) {
    event.preventDefault()
    return { kind: 'tooLong', count: clean.length, max: Math.max(0, room) }
  }
  if (clean === text) return null
  event.preventDefault()
  insertAtCaret(field, clean)
  return table ? { kind: 'table', count: table.rows } : { kind: 'cleaned', count: text.length - clean.length }
}

/** A table stands by itself: what follows its last row without an empty line would become a row. */
function gapBefore(field: HTMLTextAreaElement): string {
  const before = field.value.slice(0, field.selectionStart)
  if (before === '' || before.endsWith('\n\n')) return ''
  return before.endsWith('\n') ? '\n' : '\n\n'
}

function gapAfter(field: HTMLTextAreaElement): string {
  return field.value.slice(field.selectionEnd).startsWith('\n') ? '\n' : '\n\n'
}

/** How many characters still fit, when what is selected goes. */
function roomOf(field: HTMLTextAreaElement): number {
  if (field.maxLength < 0) return Number.POSITIVE_INFINITY
  return field.maxLength - field.value.length + (field.selectionEnd - field.selectionStart)
}
