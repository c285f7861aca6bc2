import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { MessageView, ThreadView } from '../../thread-view.server.ts'
import { plainText, type Quote, quoteLimit } from '../quote.ts'

interface QuoteButtonProps {
  thread: ThreadView
  message: MessageView
  onQuote: (quote: Quote) => void
}

/** What is selected of the message; all of it where nothing is. */
function chosenText(id: string): string {
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

/** Takes a message, or the selected part of it, into the composer; without scripts into the composer's own page. */
export function QuoteButton({ thread, message, onQuote }: QuoteButtonProps) {
  const { t } = useTranslation('talk')
  return (
    <LinkButton
      to={paths.consultationQuote(thread.id, message.id)}
      kind="quiet"
      size="small"
      prefetch="none"
      // What is selected stays selected.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        const text = chosenText(message.id)
        if (!text || event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        const { id, lane, author } = message
        onQuote({ id, lane, text, author: author.name, side: author.side })
      }}
    >
      {t('quote.act')}
    </LinkButton>
  )
}
