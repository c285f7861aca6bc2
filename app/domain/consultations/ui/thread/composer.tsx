import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Section } from '#app/ui/section.tsx'
import { lanesOf, type MessageLane } from '../../consultation.ts'
import { GuestsReading } from '../../guests/ui/guests-reading.tsx'
import { fitsInto, type Quote } from '../../talk/quote.ts'
import type { ThreadView } from '../../thread-view.server.ts'
import { ComposerForm } from './composer-form.tsx'
import { LaneChoice } from './lane-choice.tsx'
import { LaneFrame } from './lane-frame.tsx'
import type { Outgoing } from './outgoing.ts'

/** Loaded once the page is there: reading does not wait for it. */
const Presence = lazy(async () => ({ default: (await import('../../talk/ui/presence.tsx')).Presence }))

interface ComposerProps {
  thread: ThreadView
  onSend: (message: Outgoing) => void
  /** What somebody wants to quote; where its lane does not fit it is left out. */
  quote?: Quote
  onQuote: (quote?: Quote) => void
  /** A text that comes back into the editor. */
  returned?: { lane: MessageLane; body: string }
}

/** Writes into one of the lanes. One sees who reads it before typing; each lane keeps a draft of its own. */
export function Composer({ thread, onSend, quote, onQuote, returned }: ComposerProps) {
  const { t } = useTranslation('consultations')
  const [lane, setLane] = useState<MessageLane>('shared')
  const [round, setRound] = useState(0)
  const [isLive, setLive] = useState(false)
  useEffect(() => setLive(true), [])
  useEffect(() => {
    if (!quote) return
    // A note is quoted where the same people read it.
    if (quote.lane !== 'shared') setLane(quote.lane)
    const place = document.querySelector<HTMLTextAreaElement>('#composer textarea')
    place?.scrollIntoView({ block: 'center' })
    place?.focus({ preventScroll: true })
  }, [quote])
  const names = { supplier: thread.supplier.name, customer: thread.customer.name }
  useEffect(() => {
    if (!returned) return
    setLane(returned.lane)
    setRound((n) => n + 1)
  }, [returned])
  const newest = thread.messages.at(-1)?.id ?? ''
  const presence = isLive && (
    <Suspense>
      <Presence consultationId={thread.id} me={thread.me.id} lane={lane} newest={newest} />
    </Suspense>
  )
  return (
    <Section title={t('composer.label')} id="write" actions={presence}>
      <LaneChoice lanes={lanesOf(thread.side)} lane={lane} onChange={setLane} form="composer" {...names} />
      <LaneFrame lane={lane} {...names}>
        {lane === 'shared' && <GuestsReading guests={thread.guests} />}
        <ComposerForm
          key={`${lane} ${round}`}
          thread={thread}
          lane={lane}
          isFirst={round === 0}
          text={returned?.lane === lane ? returned.body : undefined}
          quote={quote && fitsInto(quote.lane, lane) ? quote : undefined}
          onUnquote={() => onQuote()}
          onSend={(message) => {
            onSend(message)
            onQuote()
            setRound((n) => n + 1)
          }}
        />
      </LaneFrame>
    </Section>
  )
}
