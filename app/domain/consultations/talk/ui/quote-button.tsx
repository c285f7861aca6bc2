import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { MessageView, ThreadView } from '../../thread-view.server.ts'
import type { Quote } from '../quote.ts'

interface QuoteButtonProps {
  thread: ThreadView
  message: MessageView
  onQuote: (quote: Quote) => void
}

/** Takes a message, or the selected part of it, into the composer; without scripts into the composer's own page. */
export function QuoteButton({ thread, message, onQuote }: QuoteButtonProps) {
  const { t } = useTranslation('talk')
  // Reading a thread does not need it.
  const quote = async () => {
    const { chosenText } = await import('./chosen-text.ts')
    const { id, lane, author } = message
    onQuote({ id, lane, text: chosenText(id), author: author.name, side: author.side })
  }
  return (
    <LinkButton
      to={paths.consultationAct(thread.id, 'messages', { quote: message.id })}
      kind="quiet"
      size="small"
      prefetch="none"
      // What is selected stays selected.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return
        event.preventDefault()
        void quote()
      }}
    >
      {t('quote.act')}
    </LinkButton>
  )
}
