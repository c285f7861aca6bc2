import { useTranslation } from 'react-i18next'
import { paths } from '#app/paths.ts'
import { TextLink } from '#app/ui/text-link.tsx'

interface TemplateChoiceProps {
  templates: { id: string; title: string; language: string }[]
  chosen: string | undefined
}

/** Templates to begin with; each is a link, so that choosing one needs no scripts. */
export function TemplateChoice({ templates, chosen }: TemplateChoiceProps) {
  const { t } = useTranslation('writing')
  return (
    <nav aria-label={t('templates.begin')} className="flex flex-wrap gap-x-4 gap-y-1">
      <span className="text-muted">{t('templates.begin')}</span>
      {templates.map(({ id, title, language }) =>
        id === chosen ? (
          <b key={id} aria-current="true" className="font-medium" lang={language}>
            {title}
          </b>
        ) : (
          <TextLink key={id} to={paths.newDocument(id)}>
            <span lang={language}>{title}</span>
          </TextLink>
        ),
      )}
      <TextLink to={paths.documentTemplates()}>{t('templates.edit')}</TextLink>
    </nav>
  )
}
