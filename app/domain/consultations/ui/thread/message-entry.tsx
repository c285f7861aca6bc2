import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CitationList } from '#app/domain/documents/citations/ui/citation-list.tsx'
import { FileList } from '#app/domain/files/ui/file-list.tsx'
import { paths } from '#app/paths.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { SideLane } from '#app/ui/side-lane.tsx'
import { ThreadEntry } from '#app/ui/thread-entry.tsx'
import { Time } from '#app/ui/time.tsx'
import { laneSides } from '../../consultation.ts'
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
  const isWrittenDown = thread.writtenDownBy !== null && message.id === thread.firstMessageId
  const noteOf = laneSides[message.lane]
  const readers = t(`lane.${message.lane}Readers`, { supplier: supplier.name, customer: customer.name })
  return (
    <ThreadEntry
      id={`m-${message.id}`}
      side={message.author.side}
      sideName={thread[message.author.side].name}
      author={message.author.name}
      time={<Time at={message.createdAt} />}
      meta={
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
      {thread.abilities.answer &&
        !isAnswer &&
        message.lane === 'shared' &&
        message.author.side === 'supplier' && <MarkAsAnswer thread={thread} messageId={message.id} />}
    </ThreadEntry>
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

function MarkAsAnswer({ thread, messageId }: { thread: ThreadView; messageId: string }) {
  const { t } = useTranslation('consultations')
  return (
    <Form
      method="post"
      action={paths.consultationAct(thread.id, 'answer')}
      preventScrollReset
      data-print="no"
    >
      <input type="hidden" name="messageId" value={messageId} />
      {thread.answerMessageId && <input type="hidden" name="replaces" value={thread.answerMessageId} />}
      <Button kind="quiet" size="small">
        {t('thread.markAsAnswer')}
      </Button>
    </Form>
  )
}
