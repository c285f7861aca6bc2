import { useTranslation } from 'react-i18next'
import { Section } from '#app/ui/section.tsx'
import type { VersionPage } from '../../queries/page.server.ts'
import { Article } from '../article.tsx'

/** A version as a person sees it, under a heading that says whose view it is. */
export function AsSeen({ version, name }: { version: VersionPage['version']; name: string }) {
  const { t } = useTranslation('sight')
  return (
    <Section title={t('asSeen', { name, version: version.version })} text={t('asSeenText')}>
      <p className="text-lg font-semibold" lang={version.language}>
        {version.title}
      </p>
      <article>
        <Article article={version.article} language={version.language} />
      </article>
      {version.files.length > 0 && (
        <ul className="grid gap-1">
          {version.files.map((file) => (
            <li key={file.id}>{file.name}</li>
          ))}
        </ul>
      )}
    </Section>
  )
}
