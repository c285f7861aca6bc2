import { useTranslation } from 'react-i18next'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { useLocale } from '#app/ui/locale.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ShownSight } from '../../sight/queries.server.ts'

interface SightSentencesProps {
  sight: ShownSight
  name: string
  organization: string
}

/** One sentence for each rule by which somebody sees a document, or the one that stands in the way. */
export function SightSentences({ sight, name, organization }: SightSentencesProps) {
  const { t } = useTranslation(['sight', 'common'])
  const { locale } = useLocale()
  const inWords = (functions: readonly MemberFunction[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      functions.map((each) => t(`common:function.${each}`)),
    )
  if (!sight.canSee) {
    return (
      <Notice title={t('no', { name })}>
        <p>{t(`obstacle.${sight.obstacle}`, { name, organization })}</p>
      </Notice>
    )
  }
  return (
    <Notice tone="positive" title={t('yes', { name })}>
      <ul className="grid gap-1">
        {sight.reasons.map((reason) => (
          <li key={JSON.stringify(reason)}>
            {reason.rule === 'ownOrganization'
              ? t('reason.ownOrganization')
              : t(`reason.${reason.rule}`, { organization, functions: inWords(reason.functions) })}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
