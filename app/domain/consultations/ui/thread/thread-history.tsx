import { useTranslation } from 'react-i18next'
import { Time } from '#app/ui/time.tsx'
import { Timeline, TimelineItem } from '#app/ui/timeline.tsx'
import type { ClockKind } from '../../clocks/engine/cycles.ts'
import type { Urgency } from '../../clocks/engine/log.ts'
import type { ThreadView } from '../../thread-view.server.ts'

const sentences = [
  ...([
    'asked',
    'askedTo',
    'askedInstead',
    'writtenDown',
    'assigned',
    'takenOver',
    'answered',
    'accepted',
    'reopened',
  ] as const),
  ...(['decisionRecorded', 'rated', 'lapsed', 'closed', 'closingUndone'] as const),
  ...(['takenFrom', 'assignmentUndone', 'handedBack', 'dueSet', 'dueTakenBack', 'checklistStarted'] as const),
  ...(['related', 'unrelated', 'merged', 'tookIn', 'mergeUndone', 'gaveBack'] as const),
  ...(['noteOffered', 'noteHelped', 'noteDismissed'] as const),
  ...(['guestInvited', 'guestJoined', 'guestChanged', 'guestEnded'] as const),
  ...(['partAsked', 'partContributed', 'partWithdrawn', 'partsSigned', 'partsReleased'] as const),
  ...(['participantAdded', 'participantChanged', 'participantRemoved'] as const),
  ...(['urgencyChanged', 'waitingForCustomer', 'pauseAgreed', 'clocksResumed', 'overdue'] as const),
] as const
type Sentence = (typeof sentences)[number]
type Entry = ThreadView['history'][number]

/** Which sentence says what an event was; null for one that this page does not tell. */
function sentenceOf({ type, actorId, payload }: Entry): Sentence | null {
  const name = type.slice(type.indexOf('.') + 1)
  if (name === 'asked' && payload.insteadOf) return 'askedInstead'
  if (name === 'asked' && payload.assigneeName) return 'askedTo'
  if (name === 'takenOver') return 'takenFrom'
  if (name === 'assigned' && payload.assigneeId === actorId) return 'takenOver'
  return sentences.find((sentence) => sentence === name) ?? null
}

export function ThreadHistory({ thread }: { thread: ThreadView }) {
  const { t } = useTranslation('consultations')
  return (
    <Timeline label={t('thread.history')}>
      {thread.history.map((entry) => {
        const sentence = sentenceOf(entry)
        const { assigneeName, insteadOf, askedByName, urgency, clock, previousName, dueOn } = entry.payload
        const { intoNumber, mergedNumber } = entry.payload
        const values = {
          actor: entry.actorName,
          assigneeName: String(assigneeName ?? ''),
          insteadOf: String(insteadOf ?? ''),
          askedByName: String(askedByName ?? ''),
          previousName: String(previousName ?? ''),
          dueOn: String(dueOn ?? ''),
          endsOn: String(entry.payload.endsOn ?? ''),
          organization: String(entry.payload.guestOrganization ?? ''),
          name: String(entry.payload.name ?? ''),
          other: String(intoNumber ?? mergedNumber ?? ''),
          urgency: urgency ? t(`urgency.${urgency as Urgency}`) : '',
          clock: clock ? t(`clock.${clock as ClockKind}`) : '',
        }
        return (
          sentence && (
            <TimelineItem key={entry.id} time={<Time at={entry.occurredAt} />}>
              {t(`history.${sentence}`, values)}
            </TimelineItem>
          )
        )
      })}
    </Timeline>
  )
}
