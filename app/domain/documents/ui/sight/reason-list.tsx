import { useTranslation } from 'react-i18next'
import type { MemberFunction } from '#app/domain/access/actor.ts'
import { useLocale } from '#app/ui/locale.tsx'
import type { Reason } from '../../sight/why.ts'

interface ReasonListProps {
  reasons: Reason[]
  /** Of the one who sees it. */
  organization: string
  /** Of families and variants, by id. */
  names: Record<string, string>
}

/** One sentence for each rule by which somebody sees a document. */
export function ReasonList({ reasons, organization, names }: ReasonListProps) {
  const { t } = useTranslation(['sight', 'common'])
  const { locale } = useLocale()
  const inWords = (functions: readonly MemberFunction[]) =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(
      functions.map((each) => t(`common:function.${each}`)),
    )
  const sentence = (reason: Reason) => {
    if (reason.rule === 'ownOrganization') return t('reason.ownOrganization')
    const values = { organization, functions: inWords(reason.functions) }
    if (reason.rule === 'family' || reason.rule === 'variant') {
      return t(`reason.${reason.rule}`, { ...values, what: names[reason.id] ?? '' })
    }
    return t(`reason.${reason.rule}`, values)
  }
  return (
    <ul className="grid gap-1">
      {reasons.map((reason) => (
        <li key={JSON.stringify(reason)}>{sentence(reason)}</li>
      ))}
    </ul>
  )
}
