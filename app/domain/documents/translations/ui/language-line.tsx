import { useTranslation } from 'react-i18next'
import { asLanguage, languageNames } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'

interface LanguageLineProps {
  documentId: string
  version: {
    version: number
    shown: {
      language: string
      original: string
      isTranslation: boolean
      isReleased: boolean
      isOwnMissing: boolean
      languages: string[]
    }
  }
}

/** In which language one reads, and a switch to the others; nothing where there is one language and it is the reader's. */
export function LanguageLine({ documentId, version }: LanguageLineProps) {
  const { t } = useTranslation('translations')
  const { shown } = version
  const name = (language: string) => languageNames[asLanguage(language)]
  const others = shown.languages.filter((each) => each !== shown.language)
  if (others.length === 0 && !shown.isOwnMissing) return null
  const original = name(shown.original)
  const line = shown.isTranslation
    ? t(shown.isReleased ? 'line.translation' : 'line.draft', { original })
    : t(shown.isOwnMissing ? 'line.missing' : 'line.original', { original })
  return (
    <p className="flex flex-wrap gap-x-3 text-muted" data-print="no">
      <span>{line}</span>
      {others.map((each) => (
        <TextLink key={each} to={paths.documentInLanguage(documentId, version.version, each)} prefetch="none">
          <span lang={each}>{name(each)}</span>
        </TextLink>
      ))}
    </p>
  )
}
