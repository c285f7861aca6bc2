import { useTranslation } from 'react-i18next'
import { Section } from '#app/ui/section.tsx'
import { Day } from '#app/ui/time.tsx'
import type { WantedAcknowledgement } from '../queries/wanted.ts'
import { AcknowledgeForm } from './acknowledge-form.tsx'

/** Above a version that its reader is asked to acknowledge: until when, what is declared, and the button. */
export function WantedNotice({ wanted }: { wanted: WantedAcknowledgement }) {
  const { t } = useTranslation('documents')
  const tone = wanted.isOverdue ? 'danger' : 'neutral'
  return (
    <div className="ui-notice" data-tone={tone} data-print="no">
      <Section
        title={t('acknowledge.wanted')}
        text={
          <>
            {t(wanted.isOverdue ? 'acknowledge.wasDue' : 'acknowledge.due')} <Day on={wanted.lastDay} />
          </>
        }
      >
        <AcknowledgeForm declaration={wanted} />
      </Section>
    </div>
  )
}
