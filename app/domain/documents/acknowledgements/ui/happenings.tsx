import { useTranslation } from 'react-i18next'
import { Section } from '#app/ui/section.tsx'
import { Time } from '#app/ui/time.tsx'
import { Timeline, TimelineItem } from '#app/ui/timeline.tsx'
import type { AcknowledgementRequestView } from '../queries/request.server.ts'

/** What happened to a request, in the order of time. */
export function Happenings({ request }: { request: AcknowledgementRequestView }) {
  const { t } = useTranslation(['acknowledgements', 'common'])
  const entries = [
    { at: request.askedAt, text: t('happened.asked', { name: request.askedBy }) },
    ...request.acknowledgements.map((each) => ({
      at: each.acknowledgedAt,
      text: t('happened.acknowledged', {
        name: each.member.name,
        function: t(`common:function.${each.function}`),
      }),
    })),
    ...request.facts.map(({ kind, text, member, occurredAt }) => ({
      at: occurredAt,
      text: t(`happened.${kind}`, { name: member?.name ?? '', text }),
    })),
  ].sort((a, b) => new Date(a.at).getTime() - new Date(b.at).getTime())
  return (
    <Section title={t('overview.happened')}>
      <Timeline label={t('overview.happened')}>
        {entries.map(({ at, text }, index) => (
          <TimelineItem key={index} time={<Time at={at} />}>
            {text}
          </TimelineItem>
        ))}
      </Timeline>
    </Section>
  )
}
