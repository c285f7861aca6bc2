import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import type { ShownSight } from '../../sight/queries.server.ts'
import { ReasonList } from './reason-list.tsx'

interface SightSentencesProps {
  sight: ShownSight
  name: string
  organization: string
  names: Record<string, string>
}

/** One sentence for each rule by which somebody sees a document, or the one that stands in the way. */
export function SightSentences({ sight, name, organization, names }: SightSentencesProps) {
  const { t } = useTranslation('sight')
  if (!sight.canSee) {
    return (
      <Notice title={t('no', { name })}>
        <p>{t(`obstacle.${sight.obstacle}`, { name, organization })}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="positive" title={t('yes', { name })}>
      <ReasonList reasons={sight.reasons} organization={organization} names={names} />
    </Notice>
  )
}
