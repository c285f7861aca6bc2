import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'
import type { DocumentStatus } from '../../document.ts'

interface NoteOriginProps {
  origin: { id: string; number: string }
  document: { id: string }
  version: { status: DocumentStatus }
  abilities: { edit: boolean }
}

/** For the house alone: of which consultation a document came, the way to its marks while it is a draft, and then to those who asked alike. */
export function NoteOrigin({ origin, document, version, abilities }: NoteOriginProps) {
  const { t } = useTranslation('documents')
  return (
    <p className="flex flex-wrap gap-x-4 gap-y-1" data-print="no">
      <TextLink to={paths.consultation(origin.id)} prefetch="none">
        {t('page.noteOrigin', { number: origin.number })}
      </TextLink>
      {abilities.edit && (
        <TextLink to={paths.documentAct(document.id, 'redaction')} prefetch="none">
          {t('page.noteMarks')}
        </TextLink>
      )}
      {version.status === 'released' && (
        <TextLink to={paths.documentAct(document.id, 'offers')} prefetch="none">
          {t('page.noteOffers')}
        </TextLink>
      )}
    </p>
  )
}
