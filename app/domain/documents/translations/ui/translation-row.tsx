import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { asLanguage, languageNames } from '#app/i18n/languages.ts'
import { paths } from '#app/paths.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { StatusBadge } from '#app/ui/status-badge.tsx'
import { SubmitButton } from '#app/ui/submit-button.tsx'
import type { TranslationOverview } from '../queries/overview.server.ts'
import { translationLooks } from '../translation.ts'

interface TranslationRowProps {
  documentId: string
  row: Omit<TranslationOverview, 'updatedAt'> & { updatedAt: Date | string | null }
}

/** A language: how far its translation is, for how many readers, and what one can do next. */
export function TranslationRow({ documentId, row }: TranslationRowProps) {
  const { t } = useTranslation('translations')
  const { language, state, readers, title, translatorName, sourceVersion, updatedAt, canRelease } = row
  const release = paths.releaseTranslation(documentId)
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-line border-t py-3">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2">
          <b className="font-medium" lang={language}>
            {languageNames[asLanguage(language)]}
          </b>
          <StatusBadge label={t(`state.${state}`)} {...translationLooks[state]} />
        </p>
        {title && <p lang={language}>{title}</p>}
        <p className="text-muted text-sm">
          {t('readers', { count: readers })}
          {translatorName && ` · ${translatorName}`}
          {state === 'outdated' && ` · ${t('ofVersion', { version: sourceVersion ?? 0 })}`}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {canRelease && updatedAt && (
          <Form method="post" action={release}>
            <input type="hidden" name="language" value={language} />
            <input type="hidden" name="seenAt" value={new Date(updatedAt).toISOString()} />
            <SubmitButton action={release}>{t('release')}</SubmitButton>
          </Form>
        )}
        {state !== 'original' && state !== 'released' && (
          <LinkButton to={paths.documentTranslation(documentId, language)}>
            {t(state === 'missing' ? 'begin' : 'edit')}
          </LinkButton>
        )}
      </div>
    </li>
  )
}
