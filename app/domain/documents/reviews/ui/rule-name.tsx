import { useTranslation } from 'react-i18next'
import type { ReviewRule } from '../queries/rules.server.ts'

/** What a rule is for: its kind and its family. */
export function RuleName({ rule }: { rule: Pick<ReviewRule, 'kind' | 'family'> }) {
  const { t } = useTranslation(['reviews', 'documents'])
  const kind = rule.kind ? t(`documents:kind.${rule.kind}`) : t('kind.any')
  return <>{rule.family ? t('rules.ofFamily', { kind, family: rule.family.name }) : kind}</>
}
