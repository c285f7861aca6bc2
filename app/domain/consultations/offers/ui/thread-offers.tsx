import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TextLink } from '#app/ui/text-link.tsx'
import type { ThreadView } from '../../thread-view.server.ts'

/** The notes that the supplier offers in a thread, each with the way to it and to what it is to the reader. */
export function ThreadOffers({ thread }: { thread: ThreadView }) {
  const { t } = useTranslation('consultations')
  return thread.offers.map(({ id, outcome, document }) => (
    <Notice
      key={id}
      tone={outcome === 'helpful' ? 'positive' : 'neutral'}
      title={t(outcome === 'helpful' ? 'thread.noteHelped' : 'thread.noteOffered', {
        organization: thread.supplier.name,
        number: document.number,
      })}
    >
      <p className="flex flex-wrap gap-x-4 gap-y-1">
        <TextLink to={paths.document(document.id)} prefetch="none">
          <bdi lang={document.language}>{document.title}</bdi>
        </TextLink>
        <span data-print="no">
          <TextLink to={paths.consultationAct(thread.id, 'offers')} prefetch="none">
            {t(thread.side === 'customer' && !outcome ? 'thread.noteDecide' : 'thread.noteOffers')}
          </TextLink>
        </span>
      </p>
    </Notice>
  ))
}
