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
import { MessageActions } from '../../talk/ui/message-actions.tsx'
import type { MessageView, ThreadView } from '../../thread-view.server.ts'

interface MessageEntryProps {
  thread: ThreadView
  message: MessageView
}

/** A message of the thread; a note stands on the tinted lane of its side. */
export function MessageEntry({ thread, message }: MessageEntryProps) {
  const { t } = useTranslation('consultations')
  const { supplier, customer, answerMessageId } = thread
  const isAnswer = message.id === answerMessageId
  const noteOf = laneSides[message.lane]
  const readers = t(`lane.${message.lane}Readers`, { supplier: supplier.name, customer: customer.name })
  return (
    <ThreadEntry
      id={`m-${message.id}`}
      side={message.author.side}
      sideName={thread[message.author.side].name}
      author={message.author.name}
      time={<MessageTime thread={thread} message={message} />}
      meta={isAnswer && <Badge tone="positive">{t('thread.answerIs')}</Badge>}
    >
      {noteOf ? (
        <SideLane side={noteOf} readers={readers}>
          <MessageBody thread={thread} message={message} />
        </SideLane>
      ) : (
        <MessageBody thread={thread} message={message} />
      )}
      <MessageActions thread={thread} message={message} />
    </ThreadEntry>
  )
}

function MessageTime({ thread, message }: MessageEntryProps) {
  const { t } = useTranslation('talk')
  return (
    <>
      <Time at={message.createdAt} />
      {message.editedAt && (
        <TextLink to={paths.message(thread.id, message.id)} prefetch="none">
          {t('edited')} <Time at={message.editedAt} />
        </TextLink>
      )}
    </>
  )
}

export function MessageBody({ thread, message }: MessageEntryProps) {
  return (
    <>
      <Prose html={message.html} lang={message.language} />
      <CitationList citations={message.citations} />
      <FileList files={message.files} hrefOf={(file) => paths.consultationFile(thread.id, file.id)} />
    </>
  )
}
