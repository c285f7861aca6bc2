import { useTranslation } from 'react-i18next'
import { Section } from '#app/ui/section.tsx'
import type { ShownCitation } from '../citation.ts'
import { CitationList } from './citation-list.tsx'

/** Below a document: what it cites, with a word when that has changed since. */
export function CitedSources({ citations }: { citations: ShownCitation[] }) {
  const { t } = useTranslation('citations')
  if (citations.length === 0) return null
  const hasMoved = citations.some(({ movedTo }) => movedTo !== null)
  return (
    <Section title={t('sources')} text={hasMoved ? t('sourcesMoved') : undefined}>
      <CitationList citations={citations} />
    </Section>
  )
}
