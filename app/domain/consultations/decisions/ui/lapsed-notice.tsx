import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import type { ThreadView } from '../../thread-view.server.ts'

/** Why a consultation that was settled is open again, as long as nothing else happened to it. */
export function LapsedNotice({ thread }: { thread: ThreadView }) {
  const { t } = useTranslation('decisions')
  const [last] = thread.history
  if (thread.status !== 'reopened' || last?.type !== 'consultation.lapsed') return null
  const { reason, document, messageId } = last.payload
  const text = reason === 'superseded' ? t('lapsed.superseded', { document }) : t('lapsed.validity')
  return (
    <Notice title={text}>
      <a className="ui-link" href={`#m-${messageId}`}>
        {t('lapsed.toAnswer')}
      </a>
    </Notice>
  )
}
