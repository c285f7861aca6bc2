const editable =
  'input:not([type=checkbox],[type=radio]), textarea, select, [contenteditable=""], [contenteditable=true]'

/**
 * Whether a single letter may act as a shortcut now: nobody is typing, no dialog is open, and the person has not
 * switched such keys off (<html data-shortcuts="off">, WCAG 2.1.4).
 */
export function isShortcut(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey || event.isComposing)
    return false
  if (document.documentElement.dataset.shortcuts === 'off') return false
  if (event.target instanceof Element && event.target.closest(editable)) return false
  return document.querySelector('dialog[open]') === null
}
