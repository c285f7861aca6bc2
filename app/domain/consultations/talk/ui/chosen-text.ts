import { plainText } from '../plain-text.ts'
import { quoteLimit } from '../quote.ts'

/** What is selected of the message; all of it where nothing is. */
export function chosenText(id: string): string {
  const text = document.querySelector<HTMLElement>(`#m-${id} .ui-prose`)
  const selection = window.getSelection()
  if (!text) return ''
  const isPart =
    selection?.isCollapsed === false &&
    text.contains(selection.anchorNode) &&
    text.contains(selection.focusNode)
  const part = document.createElement('div')
  part.append(isPart ? selection.getRangeAt(0).cloneContents() : text.cloneNode(true))
  return plainText(part.innerHTML).slice(0, quoteLimit)
}
