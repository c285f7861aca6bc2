import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { listedPayload } from '#app/domain/events/listed-payload.ts'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import { Timeline, TimelineItem } from '#app/ui/timeline.tsx'
import type { HistoryEntry } from '../queries/history.server.ts'

const told = [
  'created',
  'versionStarted',
  'submitted',
  'returned',
  'released',
  'withdrawn',
  'audienceChanged',
  'ownerChanged',
  'effective',
  'expiring',
  'expired',
  'viewedAs',
  'reviewApproved',
  'reviewCompleted',
  'changesRequested',
  'reviewersAdded',
  'releaseScheduled',
  'releaseCancelled',
  'releaseRefused',
] as const

/** The short sentence of an event: the page says already which document it is about. */
function sentence(t: TFunction<'documents'>, { type, actorName, payload }: HistoryEntry): string {
  const name = told.find((each) => type === `document.${each}`)
  if (!name) return ''
  const { refusal } = payload
  const given = listedPayload(payload)
  const words = {
    ...given,
    ...(typeof refusal === 'string' && { refusal: t(`refusal.${refusal}` as never, given as never) }),
  }
  return String(t(`history.${name}`, { ...words, actor: actorName } as never))
}

export function DocumentHistory({ history }: { history: HistoryEntry[] }) {
  const { t } = useTranslation('documents')
  if (history.length === 0) return null
  return (
    <Section title={t('page.history')}>
      <Timeline label={t('page.history')}>
        {history.map((entry) => (
          <TimelineItem key={entry.id} time={<Time at={entry.occurredAt} />}>
            {sentence(t, entry)}
          </TimelineItem>
        ))}
      </Timeline>
    </Section>
  )
}
