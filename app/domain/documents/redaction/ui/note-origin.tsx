import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'

interface NoteOriginProps {
  documentId: string
  origin: { id: string; number: string }
  mayDecide: boolean
  isReleased: boolean
}

/** For the house alone: of which consultation a document came, the way to its marks while it is a draft, and then to those who asked alike. */
export function NoteOrigin({ documentId, origin, mayDecide, isReleased }: NoteOriginProps) {
  const { t } = useTranslation('documents')
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1" data-print="no">
      <TextLink to={paths.consultation(origin.id)} prefetch="none">
        {t('page.noteOrigin', { number: origin.number })}
      </TextLink>
      {mayDecide && (
        <TextLink to={paths.documentAct(documentId, 'redaction')} prefetch="none">
          {t('page.noteMarks')}
        </TextLink>
      )}
      {isReleased && (
        <TextLink to={paths.documentAct(documentId, 'offers')} prefetch="none">
          {t('page.noteOffers')}
        </TextLink>
      )}
    </p>
  )
}
