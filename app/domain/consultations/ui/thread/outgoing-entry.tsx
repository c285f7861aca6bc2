import { useFetcher } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMessage } from '#app/i18n/use-message.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Prose } from '#app/ui/prose.tsx'
import { ThreadEntry } from '#app/ui/thread-entry.tsx'
import type { ThreadView } from '../../thread-view.server.ts'
import { LaneFrame } from './lane-frame.tsx'
import type { Outgoing } from './outgoing.ts'
import { failureOf, type SendReply } from './send-reply.ts'

interface OutgoingEntryProps {
  thread: ThreadView
  message: Outgoing
  onArrived: (message: Outgoing) => void
  /** Takes the text back into the editor. */
  onEdit: (message: Outgoing) => void
}

/** A message that is shown before the server has answered; when it fails, it says what was kept. */
export function OutgoingEntry({ thread, message, onArrived, onEdit }: OutgoingEntryProps) {
  const { t } = useTranslation('consultations')
  const fetcher = useFetcher<SendReply>({ key: message.key })
  const isSent = useRef(false)
  const { action, form } = message
  const send = () => fetcher.submit(form, { method: 'post', action })
  useEffect(() => {
    if (isSent.current) return
    isSent.current = true
    fetcher.submit(form, { method: 'post', action })
  }, [fetcher, form, action])
  const reply = fetcher.state === 'idle' ? fetcher.data : undefined
  const hasArrived = reply !== undefined && 'messageId' in reply
  useEffect(() => {
    if (hasArrived) onArrived(message)
  }, [hasArrived, onArrived, message])
  const failure = reply && failureOf(reply)
  return (
    <div aria-live="polite">
      <ThreadEntry
        side={thread.side}
        sideName={thread[thread.side].name}
        author={thread.me.name}
        time={null}
        meta={
          <Badge tone={failure ? 'danger' : 'neutral'}>
            {t(failure ? 'composer.notSent' : 'composer.sending')}
          </Badge>
        }
      >
        <OutgoingBody thread={thread} message={message} />
        {failure && <Failure reason={failure} onRetry={send} onEdit={() => onEdit(message)} />}
      </ThreadEntry>
    </div>
  )
}

function OutgoingBody({ thread, message }: { thread: ThreadView; message: Outgoing }) {
  const text = (
    <Prose>
      <p className="whitespace-pre-wrap">{message.body}</p>
    </Prose>
  )
  if (message.lane === 'shared') return text
  return (
    <LaneFrame lane={message.lane} supplier={thread.supplier.name} customer={thread.customer.name}>
      {text}
    </LaneFrame>
  )
}

interface FailureProps {
  reason: string
  onRetry: () => void
  onEdit: () => void
}

function Failure({ reason, onRetry, onEdit }: FailureProps) {
  const { t } = useTranslation('consultations')
  const message = useMessage()
  return (
    <Notice tone="danger" title={t('composer.failed')}>
      <p>{message(reason)}</p>
      <div className="flex flex-wrap gap-2 pt-1">
        <Button type="button" size="small" onClick={onRetry}>
          {t('composer.tryAgain')}
        </Button>
        <Button type="button" size="small" kind="quiet" onClick={onEdit}>
          {t('composer.edit')}
        </Button>
      </div>
    </Notice>
  )
}
