import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ThreadView } from '../../thread-view.server.ts'
import { ConsultationStatusBadge } from '../../ui/consultation-status.tsx'

/** What the thread has to do with others: what goes on in it, what is related, and the way to find more. */
export function RelatedList({ thread }: { thread: ThreadView }) {
  const { t } = useTranslation('consultations')
  return (
    <Section title={t('thread.related')}>
      <ul className="grid gap-2">
        {thread.mergedHere.map(({ id, number }) => (
          <li key={id}>
            <TextLink to={paths.consultation(id)}>{t('thread.mergedHere', { number })}</TextLink>
          </li>
        ))}
        {thread.related.map(({ id, number, subject, language, status }) => (
          <li key={id}>
            <TextLink to={paths.consultation(id)}>
              <span className="tabular-nums">{number}</span> <bdi lang={language}>{subject}</bdi>
            </TextLink>
            <span className="block text-sm text-muted">
              <ConsultationStatusBadge status={status} />
            </span>
          </li>
        ))}
        <li>
          <TextLink to={paths.consultationAct(thread.id, 'links')} prefetch="none">
            {t('thread.findRelated')}
          </TextLink>
        </li>
        {thread.abilities.note && (
          <li>
            <TextLink to={paths.consultationAct(thread.id, 'note')} prefetch="none">
              {t('thread.note')}
            </TextLink>
          </li>
        )}
      </ul>
    </Section>
  )
}
