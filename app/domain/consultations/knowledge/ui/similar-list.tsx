import { useFetcher } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Section } from '#app/ui/section.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ThreadView } from '../../thread-view.server.ts'
import { ConsultationStatusBadge } from '../../ui/consultation-status.tsx'
import type { Similar } from '../queries/similar.server.ts'

/** Consultations like the one that is shown: asked for once it is there, and below all that it needs itself. */
export function SimilarList({ thread }: { thread: ThreadView }) {
  const consultationId = thread.id
  const canLink = thread.abilities.post
  const { t } = useTranslation('consultations')
  const { load, data } = useFetcher<{ similar: Similar[] }>({ key: `similar ${consultationId}` })
  useEffect(() => load(paths.consultationAct(consultationId, 'similar')), [load, consultationId])
  if (!data || data.similar.length === 0) return null
  return (
    <Section title={t('thread.similar')}>
      <ul className="grid gap-2">
        {data.similar.map(({ id, number, subject, language, status, accountName, isOfAccount }) => (
          <li key={id}>
            <TextLink to={paths.consultation(id)}>
              <span className="tabular-nums">{number}</span> <bdi lang={language}>{subject}</bdi>
            </TextLink>
            <span className="flex flex-wrap items-center gap-2 text-sm text-muted">
              <ConsultationStatusBadge status={status} /> {accountName}
            </span>
            {canLink && (
              <span className="flex flex-wrap gap-x-3 text-sm">
                <TextLink to={paths.consultationAct(consultationId, 'links', { q: number })} prefetch="none">
                  {t('thread.markRelated')}
                </TextLink>
                {isOfAccount && (
                  <TextLink to={paths.consultationAct(consultationId, 'merge', { into: id })} prefetch="none">
                    {t('thread.isDuplicate')}
                  </TextLink>
                )}
              </span>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
