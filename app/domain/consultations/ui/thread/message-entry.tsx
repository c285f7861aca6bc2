import { useTranslation } from 'react-i18next'
import { CitationList } from '#app/domain/documents/citations/ui/citation-list.tsx'
import { FileList } from '#app/domain/files/ui/file-list.tsx'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { SideLane } from '#app/ui/side-lane.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import { ThreadEntry } from '#app/ui/thread-entry.tsx'
import { Time } from '#app/ui/time.tsx'
import { laneSides } from '../../consultation.ts'
import type { Quote } from '../../talk/quote.ts'
import { MessageActions } from '../../talk/ui/message-actions.tsx'
import { QuoteBlock } from '../../talk/ui/quote-block.tsx'
import { UnfoldedList } from '../../talk/ui/unfolded-list.tsx'
import type { MessageView, ThreadView } from '../../thread-view.server.ts'

interface MessageShown {
  thread: ThreadView
  message: MessageView
}

interface MessageEntryProps extends MessageShown {
  onQuote: (quote: Quote) => void
}

/** A message of the thread; a note stands on the tinted lane of its side. */
export function MessageEntry({ thread, message, onQuote }: MessageEntryProps) {
  const { t } = useTranslation('consultations')
  const { supplier, customer, answerMessageId } = thread
  const { guestSeat } = message.author
  const isAnswer = message.id === answerMessageId
  const isWrittenDown = thread.writtenDownBy !== null && message.id === thread.firstMessageId
  const noteOf = laneSides[message.lane]
  const readers = t(`lane.${message.lane}Readers`, { supplier: supplier.name, customer: customer.name })
  return (
    <ThreadEntry
      id={`m-${message.id}`}
      side={message.author.side}
      sideName={thread[message.author.side].name}
      guest={guestSeat ? t('thread.guest', { organization: guestSeat.organizationName }) : undefined}
      author={message.author.name}
      time={<MessageTime message={message} />}
      meta={
        (message.from && <Badge>{t('thread.from', { number: message.from })}</Badge>) ||
        (isAnswer && <Badge tone="positive">{t('thread.answerIs')}</Badge>) ||
        (isWrittenDown && <Badge>{t('thread.writtenDownFor', { name: thread.askedBy.name })}</Badge>)
      }
    >
      {noteOf ? (
        <SideLane side={noteOf} readers={readers}>
          <MessageBody thread={thread} message={message} />
        </SideLane>
      ) : (
        <MessageBody thread={thread} message={message} />
      )}
      {!message.from && <MessageActions thread={thread} message={message} onQuote={onQuote} />}
    </ThreadEntry>
  )
}

function MessageTime({ message }: Pick<MessageShown, 'message'>) {
  const { t } = useTranslation('talk')
  return (
    <>
      <Time at={message.createdAt} />
      {message.editedAt && (
        <TextLink to={paths.message(message.consultationId, message.id)} prefetch="none">
          {t('edited')} <Time at={message.editedAt} />
        </TextLink>
      )}
    </>
  )
}

export function MessageBody({ thread, message }: MessageShown) {
  const { quote } = message
  const isOnPage = thread.messages.some(({ id }) => id === quote?.id)
  return (
    <>
      {quote && (
        <QuoteBlock
          quote={{ author: quote.author, side: quote.side, text: quote.text }}
          href={isOnPage ? `#m-${quote.id}` : paths.messageInThread(thread.id, quote.id)}
        />
      )}
      <Prose html={message.html} lang={message.language} />
      <CitationList citations={message.citations} />
      <UnfoldedList references={message.named} />
      <FileList
        files={message.files}
        hrefOf={(file) => paths.consultationFile(message.consultationId, file.id)}
      />
    </>
  )
}
