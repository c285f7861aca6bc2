import type { Edit } from '../../marks.ts'

/**
 * Changes a text field as typing would, so that the browser's own undo takes it back. `insertText` is old and the only
 * way to do that; where it fails the text is set, and only the undo is lost.
 */
export function applyEdit(field: HTMLTextAreaElement, { from, to, insert, select }: Edit): void {
  field.focus()
  field.setSelectionRange(from, to)
  const isDone = insert
    ? document.execCommand('insertText', false, insert)
    : from === to || document.execCommand('delete')
  if (!isDone) {
    field.setRangeText(insert, from, to, 'end')
    field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText' }))
  }
  field.setSelectionRange(...select)
}

export function insertAtCaret(field: HTMLTextAreaElement, insert: string): void {
  const { selectionStart: from, selectionEnd: to } = field
  applyEdit(field, { from, to, insert, select: [from + insert.length, from + insert.length] })
}
