import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/button.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import type { MessageView, ThreadView } from '../../thread-view.server.ts'
import type { Quote } from '../quote.ts'
import { QuoteButton } from './quote-button.tsx'
import { Reactions } from './reactions.tsx'

interface MessageActionsProps {
  thread: ThreadView
  message: MessageView
  onQuote: (quote: Quote) => void
}

/** What one can do with a message. */
export function MessageActions({ thread, message, onQuote }: MessageActionsProps) {
  const { t } = useTranslation('talk')
  const { abilities } = thread
  const isAnswer = message.id === thread.answerMessageId
  const canAnswer =
    abilities.answer &&
    !isAnswer &&
    message.lane === 'shared' &&
    message.author.side === 'supplier' &&
    !message.author.guestSeat
  return (
    <div className="ui-entry-actions" data-print="no">
      <Reactions thread={thread} message={message} />
      {abilities.post && <QuoteButton thread={thread} message={message} onQuote={onQuote} />}
      {abilities.post && message.isMine && !isSettled(thread, message) && (
        <LinkButton
          to={paths.message(thread.id, message.id, '/edit')}
          kind="quiet"
          size="small"
          prefetch="none"
        >
          {t('edit')}
        </LinkButton>
      )}
      {canAnswer && <MarkAsAnswer thread={thread} message={message} />}
    </div>
  )
}

/** As far as the page knows; whoever asks to edit it is told the rest. */
function isSettled(thread: ThreadView, { id }: MessageView): boolean {
  return (thread.isAccepted && thread.answer?.id === id) || thread.decision?.messageId === id
}

function MarkAsAnswer({ thread, message }: Omit<MessageActionsProps, 'onQuote'>) {
  const { t } = useTranslation('consultations')
  return (
    <Form method="post" action={paths.consultationAct(thread.id, 'answer')} preventScrollReset>
      <input type="hidden" name="messageId" value={message.id} />
      {thread.answerMessageId && <input type="hidden" name="replaces" value={thread.answerMessageId} />}
      <Button kind="quiet" size="small">
        {t('thread.markAsAnswer')}
      </Button>
    </Form>
  )
}
