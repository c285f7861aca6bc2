/** Puts a macro's text where the writer is, in the place of the `/` that called it, and selects what is still open in it. */
export function insertInto(area: HTMLTextAreaElement, text: string): void {
  const { selectionStart: at, selectionEnd: end, value } = area
  const isCalled = /(^|\n)\/$/.test(value.slice(0, at))
  area.setRangeText(text, isCalled ? at - 1 : at, end, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
  const open = /⟦[^⟦⟧]*⟧/.exec(area.value)
  area.focus()
  if (open) area.setSelectionRange(open.index, open.index + open[0].length)
}
