import { useTranslation } from 'react-i18next'
import type { MemberFunction, Side } from '#app/domain/access/actor.ts'
import { useLocale } from '#app/ui/locale.tsx'

export interface AudienceFacts {
  everyAccount: boolean
  functions: MemberFunction[]
  accounts: string[]
  /** Families and variants that the accounts have to have one of. */
  only: string[]
}

const shown = 4

/** Who sees a document, in one sentence. A customer reads of its own organization alone. */
export function AudienceSentence({ audience, side }: { audience: AudienceFacts; side: Side }) {
  const { t } = useTranslation(['documents', 'common'])
  const { locale } = useLocale()
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  const functions = list.format(audience.functions.map((each) => t(`common:function.${each}`)))
  if (audience.functions.length === 0) return t('audience.none')
  if (side === 'customer') return t('audience.yours', { functions })
  const only = new Intl.ListFormat(locale, { type: 'disjunction' }).format(audience.only)
  const narrowed = (sentence: string) => (only ? t('audience.only', { sentence, only }) : sentence)
  if (audience.everyAccount) return narrowed(t('audience.all', { functions }))
  const more = audience.accounts.length - shown
  const names = audience.accounts.slice(0, shown)
  const accounts = list.format(more > 0 ? [...names, t('audience.more', { count: more })] : names)
  if (audience.accounts.length === 0) return t('audience.none')
  return narrowed(t('audience.some', { functions, accounts }))
}
