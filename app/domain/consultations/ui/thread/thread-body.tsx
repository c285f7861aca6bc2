import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FormulaStyles } from '#app/domain/documents/ui/article.tsx'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Quote } from '../../talk/quote.ts'
import type { ThreadView } from '../../thread-view.server.ts'
import { Composer } from './composer.tsx'
import { MessageEntry } from './message-entry.tsx'
import type { Outgoing } from './outgoing.ts'
import { OutgoingEntry } from './outgoing-entry.tsx'

/** The messages on their way, and the one whose text was taken back. */
function useOutgoing() {
  const [outgoing, setOutgoing] = useState<Outgoing[]>([])
  const [returned, setReturned] = useState<Outgoing>()
  const take = useCallback(
    (message: Outgoing) => setOutgoing((all) => all.filter((each) => each.key !== message.key)),
    [],
  )
  const send = (message: Outgoing) => setOutgoing((all) => [...all, message])
  const arrived = useCallback(
    (message: Outgoing) => {
      message.arrived()
      take(message)
    },
    [take],
  )
  const edit = (message: Outgoing) => {
    take(message)
    setReturned(message)
  }
  return { outgoing, returned, send, arrived, edit }
}

/** The messages, those on their way, and the place to write. */
export function ThreadBody({ thread, isNewest }: { thread: ThreadView; isNewest: boolean }) {
  const { t } = useTranslation('consultations')
  const { outgoing, returned, send, arrived, edit } = useOutgoing()
  const [quote, setQuote] = useState<Quote>()
  const other = { size: 'small', className: 'justify-self-center' } as const
  return (
    <>
      {thread.hasFormulas && <FormulaStyles />}
      <section className="grid gap-6" aria-label={t('thread.label')}>
        {thread.earlier && (
          <LinkButton to={`?before=${thread.earlier}`} {...other}>
            {t('thread.earlier')}
          </LinkButton>
        )}
        {thread.messages.map((message) => (
          <MessageEntry key={message.id} thread={thread} message={message} onQuote={setQuote} />
        ))}
        {outgoing.map((message) => (
          <OutgoingEntry
            key={message.key}
            thread={thread}
            message={message}
            onArrived={arrived}
            onEdit={(taken) => {
              edit(taken)
              setQuote(taken.quote)
            }}
          />
        ))}
        {!isNewest && (
          <LinkButton to={paths.consultation(thread.id)} {...other}>
            {t('thread.newest')}
          </LinkButton>
        )}
      </section>
      {thread.abilities.post ? (
        <Composer thread={thread} onSend={send} quote={quote} onQuote={setQuote} returned={returned} />
      ) : (
        <Notice title={t(thread.status === 'merged' ? 'thread.mergedClosed' : 'thread.closed')} />
      )}
    </>
  )
}
