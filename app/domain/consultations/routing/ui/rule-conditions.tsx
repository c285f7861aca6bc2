import { useTranslation } from 'react-i18next'
import { asLanguage, languageNames } from '#app/i18n/languages.ts'
import type { ListedRule } from '../queries/rules.server.ts'

type Conditions = Pick<ListedRule, 'function' | 'family' | 'language' | 'calendar' | 'duringHours'>

/** What a rule is for, in words; "everything" where it has no condition. */
export function RuleConditions({ rule }: { rule: Conditions }) {
  const { t } = useTranslation(['routing', 'common'])
  const { family, language, calendar, duringHours } = rule
  const words = [
    rule.function && t(`common:function.${rule.function}`),
    family && `${family.code} ${family.name}`,
    language && t('rule.inLanguage', { language: languageNames[asLanguage(language)] }),
    calendar && t(duringHours ? 'rule.whileOpen' : 'rule.whileClosed', { calendar: calendar.name }),
  ].filter(Boolean)
  return <>{words.length > 0 ? words.join(' · ') : t('rule.everything')}</>
}
